"""A film's facts by their labels, on any page: HTML or text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.readers import metas
from filmmeta.readers.facts import lists, texts
from filmmeta.readers.facts.cast import cast
from filmmeta.readers.facts.entries import Entry, entries, outlined
from filmmeta.readers.facts.fields import CAST, FIELDS, ORDER, PEOPLE, PROSE, WORDS
from filmmeta.readers.facts.scalars import chosen, scalar
from filmmeta.readers.facts.slices import HUSK
from filmmeta.readers.facts.unknown import unknown
from filmmeta.readers.lexicon import languages_of

Read = Iterator[Claim | Problem]

CLEAR = 90  # sixtieths of labels that only one language has
REPEATED = 3  # times that a label stands on a page in one shape when it speaks of other films
BOTH = 2  # titles, the translated one and the original
SILENT = frozenset({"section", "user_review"})
HEADINGS = ("elsewhere/", "person/", "book/", "search/")
ONE_VOICE = (PEOPLE, WORDS, CAST)


def film(page: Page) -> Read:
    """The claims of what the page's labels say, in the order of the fields."""
    yield from language(page)
    found = [(chosen(entry), entry) for entry in page.once(own)]
    told = originally([(path, entry) for path, entry in found if path in FIELDS])
    for path, entry in found:
        known = path in FIELDS or path in SILENT or path.startswith(HEADINGS)
        if not known and entry.values and entry.inline:
            yield Problem("unread", "", shown(f"{entry.label.text} {entry.text}"), entry.values[0].where)
    yield from unknown(*page.once(outlined)[:3])
    yield from by_field(told)


def originally(told: Sequence[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    """The entries; of two labelled titles, one in Chinese letters and one in Latin ones, the later is the original."""
    titled = [entry for path, entry in told if path == "title" and entry.values and entry.inline]
    if len(titled) != BOTH or any(path == "original_title" for path, _ in told):
        return list(told)
    first, later = (entry.text.strip()[:1] >= "\u3000" for entry in titled)
    return [("original_title" if entry is titled[1] and first != later else path, entry) for path, entry in told]


def by_field(told: Sequence[tuple[str, Entry]]) -> Read:
    """The claims of entries, field by field. A label that comes again is another voice than its first; the credits
    of each label are, since those of songs and of special effects stand below the film's.
    """
    seen: Counter[tuple[str, str]] = Counter()
    order: list[tuple[int, int, int, int]] = []
    for path, entry in told:
        name = entry.label.text.strip(HUSK).casefold() if FIELDS[path][0] == WORDS else ""
        order.append((ORDER[path], seen[path, name], entry.number, len(order)))
        seen[path, name] += 1
    voice = None
    for field, again, _, at in sorted(order):
        path, entry = told[at]
        if (field, again) != voice and FIELDS[path][0] in ONE_VOICE:
            yield Claim("layout/voice", "", "inferred:label")
        voice = field, again
        yield from claims(path, entry)


def language(page: Page) -> Read:
    """The language that most of the page's labels are in, where they agree on one."""
    outline = page.once(outlined)
    inside = (told for told, out in zip(outline.marks, outline.outside, strict=True) if not out)
    best = languages_of(mark.word for told in inside for mark in told).most_common(2)
    if best and best[0][1] >= CLEAR and (len(best) == 1 or best[0][1] > 1.2 * best[1][1]):
        yield Claim("page/language", best[0][0], "inferred:labels")
    elif page.is_markup:
        yield from metas.language(page)


def own(page: Page) -> list[Entry]:
    """The page's entries without those that stand on it again and again, one for each of many films."""
    found = page.once(entries)
    shapes = Counter(shape(entry) for entry in found)
    seen: set[object] = set()
    kept = []
    for entry in found:
        key = shape(entry)
        if shapes[key] < REPEATED or key not in seen:
            kept.append(entry)
        seen.add(key)
    return kept


def shape(entry: Entry) -> object:
    block = entry.label.segment.block
    return entry.paths, entry.label.text.casefold(), block.tag, block.words, block.depth


def claims(path: str, entry: Entry) -> Read:
    """The claims of one entry."""
    kind, several, single = FIELDS[path]
    read = list(KINDS[kind](entry, several, single))
    if not read:
        if not entry.plain:
            yield Problem("empty-label", several, entry.label.text, entry.label.where)
        return
    yield entry.label_claim
    yield from read


def people(entry: Entry, several: str, single: str) -> Read:
    table = lists.crew(entry.values, single) if entry.label.segment.start < 0 and not entry.inline else None
    if entry.inline and entry.values:
        entry = entry._replace(values=[lists.first_sentence(entry.values[0]), *entry.values[1:]])
    return listed(entry, several, single, lists.is_name) if table is None else table


def items(entry: Entry, several: str, single: str) -> Read:
    return listed(entry, several, single, lists.is_word)


def listed(entry: Entry, several: str, single: str, is_item: Callable[[str], bool]) -> Read:
    values = entry.values
    if values and values[0].segment.start >= 0 and len(values) > 1:
        values = lists.in_text(values, is_item)
    for value in values:
        yield from lists.listed(value, several, single)


def actors(entry: Entry, several: str, single: str) -> Read:
    return cast(entry.values, entry.inline)


def alone(entry: Entry, several: str, single: str) -> Read:
    return scalar(entry, "title" if several == "heading" else several)


def running(entry: Entry, several: str, single: str) -> Read:
    return texts.prose(entry, several)


KINDS = {PEOPLE: people, WORDS: items, CAST: actors, PROSE: running, "scalar": alone}
