"""The claims of a film that one node makes, in schema.org's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.readers.metas import page_language
from filmmeta.readers.nodes import FILM_ADDRESS, IDENTIFIER, MEDIA, Node, Value
from filmmeta.readers.schema_org.people import MAX_PEOPLE, PEOPLE, cast, crew, is_address, names
from filmmeta.readers.schema_org.words import (
    COUNTS,
    CRITICS,
    DATES,
    IDENTIFIERS,
    KNOWN,
    RATING,
    TEXTS,
    YEARS,
)

Read = Iterator[Claim | Problem]
MAX_VALUES = 1_000  # of one property that is read, unless it names people
MAX_UNREAD = 100
YEAR = re.compile(r"[12]\d{3}")
CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|(?= \d\d:)).{0,40}")
MOMENT = re.compile(r"\d:(?!00)\d\d|\d:\d\d:(?!00)\d\d|\d:\d\d ?[AP]M")  # no film comes out at such a time
PLACEHOLDERS = re.compile(
    r"no[-_]?(?:picture|poster|image|photo)|(?:empty|blank|default|missing)[-_]|placeholder|spacer", re.I
)
CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


def facts(node: Node, page: Page) -> Read:
    """Everything that a film's node says, except the year that only a release date gives."""
    for key in KNOWN & node.properties.keys():
        page.within(node.properties[key], MAX_PEOPLE if key in PEOPLE else MAX_VALUES, f"values of {key}")
    for name in node.types:
        if name.lower() in MEDIA:
            yield Claim("media_type", MEDIA[name.lower()], f"inferred:schema.org-{name}")
    yield from headings(node)
    yield from dates(node)
    for key, paths in TEXTS.items():
        yield from texts(node, key, *paths)
    yield from languages(node, page)
    yield from crew(node)
    yield from cast(node)
    yield from ratings(node)
    yield from identifiers(node)
    for key, path in COUNTS.items():
        for value in node.values(key)[:1] if node.is_a({"tvseries", "tvminiseries", "tvseason"}) else ():
            yield Claim(path, value.text, value.where)
    yield from images(node)
    yield from unread(node, KNOWN)


def headings(node: Node) -> Read:
    """The first name as the title, further ones as other titles."""
    for number, value in enumerate(node.values("name", "headline")[:MAX_VALUES]):
        for name in names(value):
            yield Claim("alternative_titles" if number else "heading", name.text, name.where)


def texts(node: Node, key: str, path: str, listed: str = "") -> Read:
    """Each text of a property; one that stands alone may be a list, one that repeats the title says nothing."""
    values = [name for value in node.values(key)[:MAX_VALUES] for name in names(value)]
    title = node.text("name").casefold() if path == "alternative_titles" else None
    for value in values:
        if value.text.casefold() != title and not is_address(value.text):
            yield Claim(listed if listed and len(values) == 1 else path, value.text, value.where)


def day(value: Value) -> str:
    """A date's text without the time of day behind it."""
    match = CLOCK.match(value.text)
    return match[1] if match else value.text


def dates(node: Node) -> Read:
    """Release dates, and the year where a property is one."""
    for value in node.values("copyrightYear", "dateCreated")[:1]:
        if YEAR.fullmatch(value.text):
            yield Claim("year", value.text, value.where)
    for value in node.values(*DATES)[:MAX_VALUES]:
        if value.node or YEAR.fullmatch(value.text):
            continue
        if MOMENT.search(value.text):
            yield Problem("unread", "release_dates", shown(value.text), value.where)
        else:
            yield Claim("release_dates", day(value), value.where)
    for number, event in enumerate(events(node)):
        for value in event.values("startDate", "datePublished")[:1]:
            yield Claim(f"release_dates/{number}/date", day(value), value.where)
            for place in event.values("location")[:1]:
                for name in places(place):
                    yield Claim(f"release_dates/{number}/of", name.text, name.where)


def events(node: Node) -> list[Node]:
    """The releases of a film with a day of their own; one with a year alone tells the film's year."""
    found = [value.node for value in node.values("releasedEvent", "publication")[:MAX_VALUES] if value.node]
    return [event for event in found if len(event.text("startDate", "datePublished")) > 4]


def places(value: Value) -> list[Value]:
    inner = value.node.values("address") if value.node else []
    return names(value)[:1] or [name for each in inner for name in names(each)][:1]


def years(node: Node) -> Iterator[Claim]:
    """The years in a film's dates, those that are a year alone first."""
    inner = [event.node for event in node.values("releasedEvent", "publication") if event.node]
    found = [value for each in (node, *inner) for key in YEARS for value in each.values(key)]
    found = [value for value in found if not value.node and not MOMENT.search(value.text)]
    for value in sorted(found[:MAX_VALUES], key=lambda value: len(value.text) > 4):
        yield Claim("year", day(value), value.where)


def languages(node: Node, page: Page) -> Read:
    """The film's languages; a code that is the page's own language is taken to speak of the page."""
    own = page_language(page).partition("-")[0].lower()
    for value in node.values("inLanguage")[:MAX_VALUES]:
        for name in names(value):
            code = CODE.fullmatch(name.text) and name.text[:2] == own
            yield Claim("page/language" if code else "languages", name.text, name.where)


def ratings(node: Node) -> Read:
    """Each rating; a number of reviews is no number of votes, and nought votes give no rating."""
    rated = [value.node for value in node.values("aggregateRating") if value.node]
    if node.holder is not None and node.key == "itemReviewed" and node.holder.is_a({"aggregaterating"}):
        rated.append(node.holder)
    if not rated and node.values("ratingValue"):
        rated.append(node)
    for number, rating in enumerate(rated[:MAX_VALUES]):
        if rating.text("ratingCount") == "0" or unrated(rating):
            continue
        source = next((name for name in rating.values("name") if rating is not node and not name.node), None)
        kind = "critic_ratings" if source and source.text.casefold() in CRITICS else "ratings"
        for key, part in RATING.items():
            for value in rating.values(key)[:1]:
                yield Claim(f"{kind}/{number}/{part}", value.text, value.where)
        if source and source.text.casefold() != node.text("name").casefold():
            yield Claim(f"{kind}/{number}/source", source.text, source.where)


def unrated(rating: Node) -> bool:
    """Whether a rating has no value, or a nought where the worst is more than that: nobody rated."""
    value, worst = rating.text("ratingValue"), rating.text("worstRating")
    return not value or (value.strip("0.,") == "" and worst.strip("0.,") != "")


def identifiers(node: Node) -> Read:
    """Identifiers in addresses or as they stand; what leads elsewhere is named as unread."""
    told: set[str] = set()
    for key in IDENTIFIERS:
        for value in node.values(key)[: 1 if key == "url" else MAX_VALUES]:
            inner = value.node.values("value", "url") if value.node else [value]
            for each in inner:
                if each.text in told:
                    continue
                if FILM_ADDRESS.match(each.text) or IDENTIFIER.fullmatch(each.text):
                    told.add(each.text)
                    yield Claim("ids", each.text, each.where)
                elif key in ("sameAs", "identifier") and each.text:
                    yield Problem("unread", "", shown(f"{key}: {each.text}"), each.where)


def images(node: Node) -> Read:
    """Pictures, one each; of those on the page itself the first alone, for people and related films have theirs."""
    told: list[str] = []
    for value in node.values("image", "thumbnailUrl")[:MAX_VALUES]:
        for each in value.node.values("contentUrl", "url")[:1] if value.node else [value]:
            if each.text and each.text not in told and not PLACEHOLDERS.search(each.text):
                yield Claim(f"images/{len(told)}/url", each.text, each.where)
                told.append(each.text)
                if not isinstance(value.place, str):
                    return


def unread(node: Node, known: set[str]) -> Read:
    """A problem for each property that nobody reads."""
    left = [(key, values) for key, values in node.properties.items() if key not in known]
    for key, values in left[:MAX_UNREAD]:
        value = values[0]
        text = value.text or (value.node.text("name") if value.node else "")
        yield Problem("unread", "", shown(f"{key}: {text}"), value.where)
    if len(left) > MAX_UNREAD:
        yield Problem("over-budget", "", f"{len(left) - MAX_UNREAD} more properties that nobody reads", node.where)
