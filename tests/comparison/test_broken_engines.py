"""Each broken engine is caught twice: by the engine's own verification, and by rebuilding from the JSON alone."""

import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from macros.comparison.compare import compare
from macros.comparison.script import EditScript
from macros.comparison.verify import verify
from macros.model.project import Project
from macros.views.compare_json import script_json
from tests.comparison.broken_engines import COUNTED, DAMAGES, Damage
from tests.comparison.rebuild import breaches
from tests.comparison.texts import paragraph, parts_of, text_of


@pytest.fixture(scope="module")
def sound(project: Project) -> EditScript:
    """The two drafts compared, in the newer one of which a paragraph went to the end as it was and a number changed."""
    old, new = (parts_of(project.texts[revision]) for revision in ("h25", "r5"))
    known = {part.text for part in old if part.kind == "paragraph" and len(part.text) > 60}
    at = next(place for place, one in enumerate(new) if one.text in known)
    counted = (paragraph(COUNTED), paragraph(COUNTED.replace("17", "18")))
    moved = [*new[:at], *new[at + 1 :], counted[1], new[at]]
    return compare(text_of("h25", [*old, counted[0]]), text_of("r5", moved))


def sentence(damage: Damage) -> str:
    """The name of an engine as a sentence."""
    return f"an-engine-that-{damage.__name__.replace('_', '-')}"


def as_json(script: EditScript) -> dict[str, Any]:
    """What the open data prints."""
    found: dict[str, Any] = json.loads(script_json(script))
    return found


def same_twice(engine: Callable[[], EditScript]) -> bool:
    """Whether an engine gives the same bytes twice (I7)."""
    return script_json(engine()) == script_json(engine())


def test_the_sound_engine_passes(sound: EditScript) -> None:
    assert verify(sound) == ()
    assert breaches(as_json(sound)) == []


@pytest.mark.parametrize("damage", DAMAGES, ids=sentence)
def test_the_verification_catches(sound: EditScript, damage: Damage) -> None:
    found = verify(damage(sound))

    assert len(found) > 0


@pytest.mark.parametrize("damage", DAMAGES, ids=sentence)
def test_the_json_alone_gives_away(sound: EditScript, damage: Damage) -> None:
    found = breaches(as_json(damage(sound)))

    assert len(found) > 0


def test_a_breach_names_the_invariant_the_place_and_what_is_wrong(sound: EditScript) -> None:
    for damage in DAMAGES:
        for one in verify(damage(sound)):
            assert one.invariant
            assert one.message
            assert str(one.place)


def test_an_engine_that_depends_on_chance_or_the_clock_is_caught(sound: EditScript) -> None:
    def by_chance() -> EditScript:
        first = replace(sound.blocks[0], id=f"c-cover-{secrets.token_hex(4)}")
        return replace(sound, blocks=(first, *sound.blocks[1:]))

    assert same_twice(lambda: sound)
    assert not same_twice(by_chance)
