"""Checks of the consultations' own files: days, hours, ways of sending, counts. Frozen sets: `check_frozen`."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

from macros.model.consultations import Consultation, Response
from macros.model.findings import Finding, finding
from macros.model.load import Loaded
from macros.model.project import Project
from macros.model.yaml_file import Path_

Found = Loaded[Consultation]

_FREE_MAIL = re.compile(
    r"@(?:gmail\.com|googlemail\.com|yahoo\.(?:co\.jp|com)|ymail\.ne\.jp|(?:outlook|hotmail|live)\.(?:com|jp|co\.jp)"
    r"|(?:icloud|me|aol|protonmail|au|nifty|biglobe)\.(?:com|ne\.jp)|proton\.me|(?:docomo|ezweb|vodafone)\.ne\.jp"
    r"|(?:i\.)?softbank\.(?:ne\.)?jp|y-?mobile\.ne\.jp|uqmobile\.jp|rakumail\.jp|excite\.co\.jp)$",
    re.IGNORECASE,
)
"""Where anybody can have a mail address: no office of a city has one there."""

_CLOCK = re.compile(r"\d[:：]\d{2}|\d{4}-\d{2}-\d{2}|23時59分|24時")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"0\d{1,4}-\d{1,4}-\d{3,4}|0\d{9,10}")
_PRIVATE_NUMBER = re.compile(r"0[789]0-?\d{4}-?\d{4}")


def check_consultations(project: Project, today: date) -> Iterator[Finding]:
    """All checks of this module."""
    for loaded in project.data.consultations:
        yield from _check_days(loaded, today)
        yield from _check_hours(loaded)
        for at, response in enumerate(loaded.record.responses):
            yield from _check_response(loaded, ("responses", at, "to"), response)
        yield from _check_status(loaded)
        yield from _check_counts(loaded)
        yield from _check_numbers(loaded)


def _check_days(loaded: Found, today: date) -> Iterator[Finding]:
    """公表 → first day → last day → result."""
    record, result = loaded.record, loaded.record.result
    start, end = record.period.start, record.period.end
    if record.announced and record.announced > start:
        yield finding("K001", loaded.place("announced"), announced=record.announced, start=start)
    if result.published and result.published <= end:
        yield finding("K005", loaded.place("result", "published"), published=result.published, end=end)
    elif today <= end and (result.status != "unknown" or result.decision):
        yield finding("K006", loaded.place("result"), end=end)


def _check_hours(loaded: Found) -> Iterator[Finding]:
    record = loaded.record
    hours: list[tuple[Path_, str | None]] = [
        (("period", "start_hour"), record.period.start_hour),
        (("period", "end_hour"), record.period.end_hour),
        *((("briefings", at, "hour"), one.hour) for at, one in enumerate(record.briefings)),
    ]
    for path, hour in hours:
        if hour and _CLOCK.search(normalize("NFKC", hour)):
            yield finding("K002", loaded.place(*path), hour=hour)


def _check_response(loaded: Found, path: Path_, response: Response) -> Iterator[Finding]:
    """What it is sent to fits the way, and is no private person's."""
    if response.to is None:
        return
    given = normalize("NFKC", response.to).strip()
    wanted = {
        "telephone": None if _NUMBER.match(given) else "市外局番からの電話番号（例：048-000-0000）",
        "fax": None if _NUMBER.match(given) else "市外局番からのファクス番号（例：048-000-0000）",
        "mail": None if _MAIL.fullmatch(given) else "担当課のメールアドレス",
        "form": None if re.fullmatch(r"https://[^\s\"'<>]+", given) else "「https://」で始まるフォームのアドレス",
    }.get(response.way)
    if is_private(given):
        yield finding("K004", loaded.place(*path), given=response.to)
    elif wanted:
        yield finding("K003", loaded.place(*path), given=response.to, wanted=wanted)


def is_private(given: str) -> bool:
    """Whether a telephone number or a mail address looks like a private person's."""
    return bool(_PRIVATE_NUMBER.search(given) or _FREE_MAIL.search(given))


def _check_status(loaded: Found) -> Iterator[Finding]:
    """The status and the rest of the result tell the same."""
    result = loaded.record.result
    told = bool(result.answers or result.opinions or result.by_way or result.submitters)
    problem = None
    if result.status == "none" and told:
        problem = "意見がなかった（none）のに、意見や数が書いてあります。"
    elif result.status == "unknown" and (told or result.published or result.opinions == 0):
        problem = "結果が分からない（unknown）のに、意見や数や公表日が書いてあります。"
    elif result.status == "published" and not result.opinions:
        problem = "意見を公表した（published）のに、意見の数（opinions）がありません。"
    elif result.decision == "not-adopted" and (result.adopted_revision or any(one.adopted for one in result.answers)):
        problem = "定めないことにした（not-adopted）のに、改定後の本文や変更が書いてあります。"
    if problem:
        yield finding("K009", loaded.place("result", "status"), problem=problem)


def _check_counts(loaded: Found) -> Iterator[Finding]:
    """Counts that cannot be: below zero, twice, or less than what stands under them."""
    result = loaded.record.result
    counts: list[tuple[Path_, int | None]] = [
        (("result", "submitters"), result.submitters),
        (("result", "opinions"), result.opinions),
        *((("result", "by_way", at, "count"), one.count) for at, one in enumerate(result.by_way)),
    ]
    problems = [
        (path, f"数が{count}です。0か、0より大きい数になります。") for path, count in counts if (count or 0) < 0
    ]
    ways = Counter(one.way for one in result.by_way)
    twice = [at for at, one in enumerate(result.by_way) if one.way in [way for way in ways if ways[way] > 1]]
    problems += [(("result", "by_way", at, "way"), "同じ出し方が2回あります。") for at in twice[1:]]
    if result.opinions is not None:
        by_way, answers = sum(one.count for one in result.by_way), len(result.answers)
        if by_way > result.opinions:
            text = f"出し方ごとの数の合計は{by_way}件で、意見の数{result.opinions}件より多くなっています。"
            problems.append((("result", "by_way"), text))
        if answers > result.opinions >= 0 and result.status == "published":
            text = f"意見の数は{result.opinions}件ですが、意見と答えが{answers}件あります。"
            problems.append((("result", "opinions"), text))
    for path, problem in problems:
        yield finding("K007", loaded.place(*path), problem=problem)


def _check_numbers(loaded: Found) -> Iterator[Finding]:
    """Answers are numbered 1, 2, 3 … in their order."""
    for at, answer in enumerate(loaded.record.result.answers):
        if answer.no != at + 1:
            yield finding("K008", loaded.place("result", "answers", at, "no"), no=answer.no, wanted=at + 1)
            return
