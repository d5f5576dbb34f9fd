"""Procedures in which opinions are asked for: what was proposed, how to respond, what became of it."""

from typing import Literal

from macros.model.comparisons import ChangeId
from macros.model.record import record
from macros.model.scalars import Count, Day, Flag, Id, RevisionId, Text, Url

Way = Literal["telephone", "fax", "counter", "post", "mail", "form"]
"""A way of sending an opinion, in the order in which pages name them."""


@record
class Period:
    """Days on which opinions are taken, both included; an hour only where a source gives one."""

    start: Day
    """First day."""
    end: Day
    """Last day."""
    start_hour: Text | None = None
    """Time of the first day in the source's words: 午前9時."""
    end_hour: Text | None = None
    """Time of the last day in the source's words: 午後5時必着."""


@record
class Proposed:
    """What is put up for comment."""

    revision: RevisionId
    """The revision that was proposed."""
    compared_with: RevisionId | None = None
    """The revision whose comparison with it people comment on; none where a text is not at hand."""


@record
class Response:
    """A way of sending an opinion."""

    way: Way
    """Which way."""
    text: Text
    """What to do, a sentence."""
    to: Text | None = None
    """Number, address, mail address of the office, or address of the city's form."""


@record
class Briefing:
    """A meeting at which the draft is explained."""

    day: Day
    """Its day."""
    hour: Text | None = None
    """Its time in the source's words."""
    place: Text | None = None
    """Where it is held."""
    note: Text | None = None
    """Booking, language, help."""


@record
class Material:
    """A document that the city published with the draft."""

    title: Text
    """Its title as printed."""
    kind: Text
    """Format and size as printed: PDF、55.2KB."""
    url: Url | None = None
    """Its address, where it is known."""


@record
class Frozen:
    """The set of changes as it stood on the day of opening: `data/frozen/<id>.json`."""

    opened: Day
    """The day on which it was frozen."""
    sha256: Text
    """Hash of the file's bytes, hexadecimal: a frozen number never moves to another change unseen."""


@record
class WayCount:
    """How many opinions came in one way."""

    way: Way
    """Which way."""
    count: Count
    """Number of opinions; 0 where it is known to be none."""


@record
class Answer:
    """An opinion, or several of one sense, with the city's answer."""

    no: Count
    """Number in the city's list, from 1."""
    way: Way | None = None
    """How it was sent."""
    changes: tuple[ChangeId, ...] = ()
    """Changes that it speaks of, by their frozen ids; none for the guideline as a whole."""
    sections: tuple[Id, ...] = ()
    """Sections that it speaks of where nothing changed."""
    whole: Flag = False
    """True for an opinion on the guideline as a whole: said, so that a change dropped from an opinion is noticed."""
    opinion: Text
    """Summary of the opinion."""
    reason: Text | None = None
    """Reason given for it."""
    view: Text
    """The city's view (市の考え方)."""
    action: Literal["adopted", "included", "reference", "not-adopted", "other"]
    """What the city did: 反映した, 既に含まれる, 今後の参考, 反映しない, そのほか."""
    adopted: tuple[ChangeId, ...] = ()
    """Changes of the adopted text against the draft that it caused."""


@record
class OwnChange:
    """A change made after the consultation without an opinion."""

    change: ChangeId
    """The change of the adopted text against the draft."""
    note: Text
    """Why."""


@record
class Result:
    """What is known of the outcome. Unknown is not zero."""

    status: Literal["unknown", "none", "published"]
    """Not confirmed; no opinion came in; opinions were published."""
    statement: Text
    """A sentence for readers."""
    published: Day | None = None
    """The day on which the city published it."""
    submitters: Count | None = None
    """Number of people who sent one; none where it is not known."""
    opinions: Count | None = None
    """Number of opinions; none where it is not known."""
    by_way: tuple[WayCount, ...] = ()
    """Number by way of sending, as far as it is known."""
    answers: tuple[Answer, ...] = ()
    """Opinions and answers, in the city's order."""
    own_changes: tuple[OwnChange, ...] = ()
    """Changes without an opinion."""
    withheld: Text | None = None
    """What was not published, and why."""
    decision: Literal["adopted", "not-adopted"] | None = None
    """Whether the draft was adopted; 定めないことにした; none where it is not known."""
    adopted_revision: RevisionId | None = None
    """The adopted text, where it is at hand as a revision of its own."""


@record
class Consultation:
    """`data/consultations/<id>.yml`."""

    id: Id
    """`r5-2023`: the name of the file."""
    title: Text
    """Title as the city gives it."""
    procedure: Literal["パブリック・コメント", "意見募集"]
    """The kind, in the city's own word."""
    basis: Text | None = None
    """The rule on which it rests: 条例第10条; none where no source names it."""
    proposed: Proposed
    """What is put up for comment."""
    announced: Day | None = None
    """公表日, where a source tells it."""
    period: Period
    """Days of the call."""
    about: tuple[Text, ...] = ()
    """趣旨・目的・背景・論点, a sentence each."""
    places: tuple[Text, ...] = ()
    """閲覧場所."""
    eligible: tuple[Text, ...] = ()
    """意見提出者の範囲."""
    responses: tuple[Response, ...] = ()
    """提出方法."""
    required: tuple[Text, ...] = ()
    """必要な記載, where the procedure asks for it."""
    categories: tuple[Text, ...] = ()
    """提出者の区分, where the procedure asks for it."""
    help: tuple[Text, ...] = ()
    """For those who need a hand with sending an opinion."""
    briefings: tuple[Briefing, ...] = ()
    """説明会."""
    meetings: tuple[Text, ...] = ()
    """What else was done on the way: exchange meeting, survey, 懇話会, a sentence each."""
    contact: Text | None = None
    """担当 as the source gives it."""
    materials: tuple[Material, ...] = ()
    """Documents of the city."""
    frozen: Frozen | None = None
    """The frozen set, once the consultation was opened here."""
    example: Flag = False
    """True for invented examples in tests: the page says so."""
    notes: tuple[Text, ...] = ()
    """What a reader must know."""
    unknown: tuple[Text, ...] = ()
    """What the material at hand does not tell, a sentence each."""
    result: Result
    """What became of it."""
    sources: tuple[Id, ...]
    """Ids of `data/sources.yml`."""
