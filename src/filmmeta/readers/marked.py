"""What an element says that carries a property, in microdata or in RDFa."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filmmeta.readers.nodes import Value
from filmmeta.readers.places import Paths, Place, line_of, paragraphs_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_LINKS = 500  # of one property
# Where the value of an element stands. https://html.spec.whatwg.org/multipage/microdata.html#values
ATTRIBUTES = {
    "meta": "content", "audio": "src", "embed": "src", "iframe": "src", "img": "src", "source": "src",
    "track": "src", "video": "src", "link": "href", "object": "data", "data": "value", "meter": "value",
    "time": "datetime",
}  # fmt: skip
ADDRESSES = {"url", "sameAs", "image", "thumbnailUrl", "contentUrl", "embedUrl", "mainEntityOfPage", "target"}
PEOPLE = {
    "director", "directors", "actor", "actors", "author", "creator", "producer", "musicBy", "editor", "writer",
    "performer", "performers", "screenwriter", "starring",
}  # fmt: skip
NAMED = PEOPLE | {"productionCompany", "countryOfOrigin", "genre", "contentRating"}
LONG = {"description", "reviewBody", "articleBody", "text", "abstract"}
LISTS = PEOPLE | {
    "genre",
    "keywords",
    "countryOfOrigin",
    "productionCompany",
    "inLanguage",
    "contentRating",
    "duration",
}
LABEL = re.compile(r"[^\W\d][^:,|/]{0,30}:(?: |$)")
BETWEEN = re.compile(r"(?:[\s,;/|·•&….、»]|\b(?:and|und|et|y|e|и|a|i|en|og|och|ja)\b)*+")
MORE = re.compile(r"see (?:more|full|all)|more|\W{1,9}", re.IGNORECASE)  # a link to further ones


def said(element: _Element, name: str, paths: Paths) -> list[Value]:
    """The values of a property's element that is no item; people that are links are one each."""
    attribute = "content" if element.get("content") is not None else ATTRIBUTES.get(str(element.tag), "")
    if str(element.tag) in ("a", "area") and name in ADDRESSES and not attribute:
        attribute = "href"
    if attribute and (text := (element.get(attribute) or "").strip()):
        return [Value(text, Place(paths, element, attribute))]
    return listed(element, name, paths)


def listed(element: _Element, name: str, paths: Paths) -> list[Value]:
    """The text of a property's element, without the label before it; each link of a list of links."""
    text = paragraphs_of(element).strip() if name in LONG else line_of(element)
    if name in LISTS:
        label = LABEL.match(text)
        text = text[label.end() :] if label else text
        if links := linked(element, text) if len(element) else []:
            return [Value(line_of(link), Place(paths, link)) for link in links]
    return [Value(text, Place(paths, element))] if text else []


def linked(element: _Element, text: str) -> list[_Element]:
    """The links of an element whose text holds nothing else than links and what stands between them."""
    links: list[_Element] = []
    rest: list[str] = []
    at = 0
    for link in element.iterdescendants("a"):
        words = line_of(link)
        start = text.find(words, at) if words and len(links) < MAX_LINKS else -1
        if start >= 0:
            rest.append(text[at:start])
            at = start + len(words)
            links += [] if MORE.fullmatch(words.rstrip(" »›>")) else [link]
    return links if BETWEEN.fullmatch(" ".join([*rest, text[at:]])) else []


def own_text(element: _Element, name: str) -> str:
    """What a thing without a name is called: its text, where its kind has names."""
    return line_of(element) if name in NAMED else ""
