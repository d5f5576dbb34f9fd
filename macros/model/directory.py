"""Groups, glossary, consultations and the site's own particulars."""

from typing import Literal

from macros.model.record import record
from macros.model.revisions import WrittenDate
from macros.model.scalars import Day, Flag, Id, RevisionId, Text, Url


@record
class Group:
    """An entry of the directory: only what a public source confirms, nothing personal."""

    id: Id
    """Unique within the file."""
    name: Text
    """Name as the source gives it."""
    category: Literal["civic", "other"]
    """A civic group, or a body of another kind (地域活動団体, 公益法人 …)."""
    registered: Flag
    """True where its own page among the centre's registered groups is confirmed."""
    fields: tuple[Text, ...] = ()
    """Fields of activity in the words of the centre's page."""
    activity: Text
    """What it does, in our words."""
    since: WrittenDate | None = None
    """When it was founded, where a source tells."""
    url: Url | None = None
    """Top page of its own site."""
    notes: tuple[Text, ...] = ()
    """Former name, change of form, and the like."""
    sources: tuple[Id, ...]
    """Ids of `data/sources.yml`."""
    checked: Day
    """The day on which we looked at the sources."""
    unconfirmed: tuple[Text, ...] = ()
    """What the material at hand does not confirm."""


@record
class Groups:
    """`data/groups.yml`."""

    groups: tuple[Group, ...]
    """In the order of the directory."""


@record
class Term:
    """A word that a document defines, in that document's own words."""

    id: Id
    """Unique within the file."""
    term: Text
    """The word."""
    revision: RevisionId
    """The document that defines it."""
    section: Id
    """Where the definition stands."""
    quote: Text
    """The definition, letter for letter."""
    actor: Flag = False
    """True for those who act: a comparison tells where one is named or no longer named."""


@record
class Glossary:
    """`data/glossary.yml`."""

    terms: tuple[Term, ...]
    """By document, then in the order of the text."""


@record
class Contact:
    """An office of the city."""

    name: Text
    """Department and section."""
    address: Text
    """Postal address of the office."""
    telephone: Text
    """Office telephone."""
    fax: Text
    """Office fax."""
    source: Id
    """Id of `data/sources.yml`."""


@record
class Centre:
    """The centre for civic activity that the guideline names."""

    name: Text
    """Full name."""
    nickname: Text
    """What citizens call it."""
    url: Url
    """Top page of its site."""
    unconfirmed: tuple[Text, ...]
    """What the material at hand does not confirm."""
    source: Id
    """Id of `data/sources.yml`."""


@record
class Comparison:
    """Conventions of the two-column comparison."""

    newer_side: Literal["left", "right"]
    """Where the newer text stands."""
    draft_titles: tuple[Text, Text]
    """Column titles before the decision, newer first: 改定案, 現行."""
    adopted_titles: tuple[Text, Text]
    """Column titles after the decision, newer first: 改定後, 改定前."""
    omission: Text
    """Sign for unchanged text that is left out."""


@record
class Site:
    """`data/site.yml`: all that names the municipality."""

    title: Text
    """Name of the guideline and of the site."""
    description: Text
    """One sentence for search engines and cards."""
    municipality: Text
    """Name of the municipality."""
    prefecture: Text
    """Its prefecture."""
    code: Text
    """Code of the municipality with its check digit."""
    official: Flag
    """True once the city has adopted the site."""
    notice: Text
    """Printed on every page while `official` is false."""
    city_url: Url
    """Top page of the city's site."""
    guideline_url: Url
    """The city's page on the guideline."""
    contact: Contact
    """Whom to ask about the guideline."""
    centre: Centre
    """The centre that the guideline names."""
    rights: tuple[Text, ...]
    """What may be done with text, data and code, a sentence each."""
    accessibility: Text
    """Standard and level aimed at."""
    comparison: Comparison
    """Conventions of the comparison."""


@record
class DataColumn:
    """A column of an open-data file."""

    id: Text
    """Its name in the CSV and its key in the JSON."""
    about: Text
    """What it holds."""


@record
class Dataset:
    """An open-data file."""

    id: Id
    """Its name without the ending."""
    title: Text
    """What it is called."""
    about: Text
    """What a row is."""
    columns: tuple[DataColumn, ...]
    """Left to right."""


@record
class Dictionary:
    """`data/dictionary.yml`: what the open-data files hold."""

    datasets: tuple[Dataset, ...]
    """In the order of the page."""
    comparison: Dataset
    """The list of changes of one comparison, `compare/<old>-<new>`."""
