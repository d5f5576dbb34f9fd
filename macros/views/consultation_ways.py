"""How to write an opinion: links that open a mail or the city's form with the change already named.

Only numbers, quotations from the guideline and addresses of this site go into a link, never a word about a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from macros.model.consultations import Consultation, Response, Way

WAY_NAMES: dict[Way, str] = {
    "telephone": "電話",
    "fax": "ファクス",
    "counter": "窓口",
    "post": "郵送",
    "mail": "メール",
    "form": "フォーム",
}
"""In the order in which pages name them."""

FILLED = "{text}"
"""What the address of a form bears where a text can be filled in."""

LONGEST = 40
"""Characters of a quotation in a link: addresses have to stay short."""

WHOLE = "指針全体"
UNCHANGED = "変わっていない部分"
OPINION = "意見"
REASON = "理由"


def shown_address(response: Response) -> str:
    """Where to send an opinion, for readers: of a form that is filled in beforehand without what is filled in."""
    to = response.to or ""
    return to.split("?", 1)[0] if FILLED in to else to


@dataclass(frozen=True, slots=True)
class Topic:
    """What an opinion is about."""

    name: str
    """変更12, a section, 指針全体, 変わっていない部分."""
    quotation: str = ""
    """Its words, of any length."""
    address: str = ""
    """Where it stands, absolute; empty where the site's address is not known."""

    def lines(self) -> Iterator[str]:
        """What names it in a mail or form."""
        yield self.name
        words = " ".join(self.quotation.split())
        if words:
            yield f"「{words[:LONGEST]}{'…' if len(words) > LONGEST else ''}」"
        if self.address:
            yield self.address


@dataclass(frozen=True, slots=True)
class Link:
    """A link for writing an opinion."""

    way: str
    """メール, フォーム, 意見書."""
    href: str
    """Where it leads; relative to the top of the site for the 意見書."""
    is_here: bool
    """Whether it leads to a page of this site."""
    text: str = ""
    """What the reader has to copy into a form that cannot be filled in beforehand."""


def ordered(responses: tuple[Response, ...]) -> list[Response]:
    """Telephone, fax, counter and post before mail and form."""
    ways = list(WAY_NAMES)
    return sorted(responses, key=lambda one: ways.index(one.way))


def links(one: Consultation, topic: Topic, sheet: str) -> list[Link]:
    """The links for an opinion about a topic: mail, then form; the 意見書 where the city offers neither."""
    found = []
    for response in ordered(one.responses):
        if response.to and response.way == "mail":
            found.append(Link("メール", _mail(one, topic, response.to), is_here=False))
        if response.to and response.way == "form":
            found.append(_form(topic, response.to))
    return found or [Link("意見書", sheet, is_here=True)]


def _mail(one: Consultation, topic: Topic, to: str) -> str:
    asked = one.required if any(OPINION in item for item in one.required) else (OPINION, *one.required)
    body = [f"「{one.title}」への意見", *topic.lines(), *(line for item in asked for line in ("", f"{item}："))]
    subject = f"意見（{topic.name}）"
    text = quote("\r\n".join(body), safe="")
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}&body={text}"


def _form(topic: Topic, to: str) -> Link:
    text = " ".join(topic.lines())
    if FILLED in to:
        return Link("フォーム", to.replace(FILLED, quote(text, safe="")), is_here=False)
    return Link("フォーム", to, is_here=False, text=text)
