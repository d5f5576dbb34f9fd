"""The frozen sets of a project, read once and kept for every view and check."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from macros.comparison.frozen import FrozenSet, frozen_file, read_frozen
from macros.comparison.pairs import edit_script, rules_for
from macros.comparison.script import EditScript
from macros.comparison.trace import Trace, adopted_changes, trace
from macros.model.consultations import Consultation
from macros.model.load import Loaded
from macros.model.project import Project


@lru_cache(maxsize=64)
def frozen_set(project: Project, consultation_id: str) -> FrozenSet | None:
    """The set that was frozen when this consultation was opened; none where it was not opened here.

    Raises:
        ValueError: where the file does not hold, with a Japanese sentence; `shishin check` tells it first.
        KeyError: where the file is not there.
    """
    consultation = _consultation(project, consultation_id)
    if consultation is None or consultation.frozen is None:
        return None
    return read_frozen(project.tree.files[frozen_file(consultation_id)].decode("utf-8"))


def file_hash(project: Project, consultation_id: str) -> str | None:
    """SHA-256 of the file's bytes; none where there is no file."""
    data = project.tree.files.get(frozen_file(consultation_id))
    return hashlib.sha256(data).hexdigest() if data is not None else None


def opened(project: Project) -> Iterator[tuple[Loaded[Consultation], FrozenSet]]:
    """Every consultation that was opened here, with its set."""
    for loaded in project.data.consultations:
        if found := frozen_set(project, loaded.record.id):
            yield loaded, found


@lru_cache(maxsize=64)
def draft_trace(project: Project, consultation_id: str) -> Trace | None:
    """What became of each frozen change in the present draft; none where nothing was frozen or a text is gone."""
    consultation = _consultation(project, consultation_id)
    return _trace(project, consultation_id, consultation.proposed.revision if consultation else None)


@lru_cache(maxsize=64)
def adopted_trace(project: Project, consultation_id: str) -> Trace | None:
    """What became of each frozen change in the adopted text, against the same older one; none where it is not there."""
    consultation = _consultation(project, consultation_id)
    return _trace(project, consultation_id, consultation.result.adopted_revision if consultation else None)


@lru_cache(maxsize=64)
def adopted_script(project: Project, consultation_id: str) -> EditScript | None:
    """Draft as consulted → adopted text; none where nothing was frozen or the adopted text is not there."""
    consultation, frozen = _consultation(project, consultation_id), frozen_set(project, consultation_id)
    if consultation is None or frozen is None:
        return None
    adopted = consultation.result.adopted_revision
    if adopted is None or adopted not in project.texts:
        return None
    return adopted_changes(frozen, project.texts[adopted], rules_for(project.data, frozen.script.new.revision, adopted))


def _trace(project: Project, consultation_id: str, newer: str | None) -> Trace | None:
    """The trace into the text of a revision, compared with the older one of the frozen set."""
    frozen = frozen_set(project, consultation_id)
    if frozen is None:
        return None
    older = frozen.script.old.revision
    if newer not in project.texts or older not in project.texts or newer == older:
        return None
    return trace(frozen, edit_script(project, older, newer))


def _consultation(project: Project, consultation_id: str) -> Consultation | None:
    return next((one.record for one in project.data.consultations if one.record.id == consultation_id), None)
