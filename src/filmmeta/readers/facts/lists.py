"""Values that are lists: people, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from filmmeta.claim import Claim
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.rows import is_table, rows
from filmmeta.readers.facts.slices import HUSK, Slice, in_one_script
from filmmeta.readers.lexicon import is_phrase
from filmmeta.values.genres import genre

MAX_NAME = 70
MAX_WORDS = 8
BETWEEN = re.compile(r"[\s,;|/·•‧・、，&+.…»›→()\[\]]{0,40}")
NOTE = re.compile(r"\s{0,3}\([^()]{1,120}\)|\s{0,3}\[[^\[\]]{1,120}\]")
OTHERS = re.compile(
    r"(?:[\s,;]{1,4}(?:m\.\s?fl\.?|u\.\s?v?\.?a\.?|et al\.?|a\.o\.?|e\.a\.?|и др(?:\.|угие)|та ін(?:\.|ші)|i inni"
    r"|és mások|stb\.?|a další|a ďalší|och andra|og andre|und andere|und weitere|and others|y otros|e altri|e outros"
    r"|et autres"
    r"|ve diğerleri)"
    r"|\s?(?:等|ほか|他|외|등))[\s.]{0,3}$",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\d{1,3}[.)]?")
CUT = re.compile(r"\s?[,;]\s?(?:\.{3}|…)")  # what a list that goes on elsewhere ends with
DATED = re.compile(r"(?<=[^\W\d_])[\s,(/·|-]{1,3}((?:18[89]|19\d|20[0-4])\d)\)?$")  # the year behind a country
RUNNING = 60  # characters of a value that may be running text
SENTENCE = re.compile(
    r"(?<=[^\W\d_]{4})\.\s(?=[^\W\d_a-z])|(?<=[^\W\d_]{2})\s(?:con|avec|mit|with|starring|met)\s(?=[^\W\d_a-z])"
)
"""Where names end and running text goes on."""
REFERENCE = re.compile(r"(?:\[[0-9a-z]{1,3}\]|[↑^*†‡])+")


def is_name(text: str) -> bool:
    """Whether a text can be a name: short, no sentence, no figure but in brackets."""
    bare = NOTE.sub("", text)
    if not 1 < len(bare) <= MAX_NAME or bare.count(" ") >= MAX_WORDS:
        return False
    if sum(map(str.isdigit, bare)) > 1 or not any(map(str.isalpha, bare)):
        return False
    return not bare.endswith((":", "?", "!", "…")) and not is_phrase(bare, "more") and "://" not in bare


def listed(value: Slice, several: str, single: str) -> Iterator[Claim]:
    """A claim for each link of a value where links are all that it holds, else one claim for the whole value."""
    value = without_others(value.trimmed())
    if value.segment.start >= 0 and (cut := CUT.search(value.text)):
        value = value._replace(end=value.start + cut.start())
    if not value:
        return
    links = [link for link in value.links() if not REFERENCE.fullmatch(link.text)]
    if links and is_all_links(value):
        for link in links:
            if is_phrase(link.text, "more"):
                break
            if not is_phrase(link.text, "edit"):
                yield named(value, link).claim(single)
    elif not is_phrase(value.text, "more") and not is_phrase(value.text, "unknown"):
        yield from plain(value, several, single)


def plain(value: Slice, several: str, single: str) -> Iterator[Claim]:
    """The claims of a value that is no row of links."""
    for part in unreferenced(value):
        alone = part.segment.start >= 0 and "," not in part.text and "،" not in part.text
        if several == "countries" and (year := DATED.search(part.text)):
            yield part._replace(end=part.start + year.start()).claim(several)
            yield Slice(part.segment, part.start + year.start(1), part.start + year.end(1)).claim("year")
        elif single == "genre" and (words := slashed(part)):
            yield from (word.claim(single) for word in words)
        else:
            yield (in_one_script(part) if alone else part).claim(several)


def first_sentence(value: Slice) -> Slice:
    """The people of a value that goes on as running text, which begins with a full stop or with who plays."""
    if len(value.text) < RUNNING:
        return value
    end = SENTENCE.search(value.text)
    return value._replace(end=value.start + end.start()).stripped() if end else value


def slashed(value: Slice) -> list[Slice]:
    """Genres that slashes without spaces part; none where one of the words is no genre."""
    words = value.split("/") if "/" in value.text and "," not in value.text and " / " not in value.text else []
    return words if len(words) > 1 and all(map(is_genre, words)) else []


def is_genre(value: Slice) -> bool:
    try:
        return bool(genre(value.text))
    except ValueError:
        return False


def crew(values: Sequence[Slice], single: str) -> Iterator[Claim] | None:
    """A claim for each row of a table of names and what they did; None when the values are no such table."""
    found = rows(values)
    if len(values) < 3 or not is_table(found):
        return None
    linked = any(cell.links() for row in found for cell in row)
    cells = [[cell.trimmed() for cell in row if not linked or cell.links()] for row in found]
    names = (next((cell for cell in row if is_name(cell.text)), None) for row in cells)
    return (first_name(name).claim(single) for name in names if name is not None)


def first_name(cell: Slice) -> Slice:
    """The name in a cell: its only link, where other text is just the same name once more."""
    links = cell.links()
    return in_one_script(links[0] if len(links) == 1 and links[0].start == cell.start else cell)


def unreferenced(value: Slice) -> list[Slice]:
    """The value without footnote marks: the parts between them."""
    if "[" not in value.text and "↑" not in value.text:
        return [value]
    found, start = [], value.start
    for mark in REFERENCE.finditer(value.segment.text, value.start, value.end):
        found.append(Slice(value.segment, start, mark.start()).stripped())
        start = mark.end()
    found.append(Slice(value.segment, start, value.end).stripped())
    return [part for part in found if part]


def is_headed(text: str) -> bool:
    """Whether a line of a list is the label of something else, though one that needs a colon elsewhere."""
    return known(text) is not None


def is_all_links(value: Slice) -> bool:
    """Whether nothing but separators, connecting words and notes stands between the links of a value."""
    text, position = value.segment.text, value.start
    gaps = []
    for link in value.links():
        gaps.append(text[position : link.start])
        position = link.end
    gaps.append(text[position : value.end])
    for gap in gaps:
        rest = NOTE.sub("", gap).strip(HUSK + "()[]")
        if rest and not is_phrase(rest, "and") and not REFERENCE.fullmatch(rest):
            return False
    return True


def without_others(value: Slice) -> Slice:
    """The value without the words that say that there are others."""
    others = OTHERS.search(value.text)
    return value._replace(end=value.start + others.start()).stripped() if others and others.start() else value


def named(value: Slice, link: Slice) -> Slice:
    """A linked name with the note behind it, or without its double in another script."""
    bare = in_one_script(link)
    return with_note(value, link) if bare.end == link.end else bare


def with_note(value: Slice, link: Slice) -> Slice:
    """A link with the bracket that follows it."""
    note = NOTE.match(value.segment.text, link.end, value.end)
    return link._replace(end=note.end()) if note and not REFERENCE.fullmatch(note[0].strip()) else link


def is_word(text: str) -> bool:
    """Whether a text can be a genre, a keyword, a company: short, and no sentence."""
    return 1 < len(text) <= MAX_NAME and text.count(" ") < MAX_WORDS and not text.endswith((":", "?", "!", "…"))


def in_text(values: Sequence[Slice], is_item: Callable[[str], bool] = is_name) -> list[Slice]:
    """The lines of a list on a text page: while they can be its items, or something that parts items."""
    found: list[Slice] = []
    parted = any(not value.text.strip(HUSK) for value in values[1:2])
    after_mark = True
    for value in values:
        bare = value.text.strip(HUSK)
        if found and (is_phrase(value.text.strip(), "more") or is_phrase(bare, "more")):
            break
        if not bare or is_phrase(bare, "and"):
            after_mark = True
            continue
        if NUMBERED.fullmatch(bare):
            after_mark, parted = True, True
            continue
        names = all(is_item(part.strip()) for part in re.split("[,;/|،؛]", bare) if part.strip())
        if (parted and not after_mark and found) or not names:
            break
        if is_phrase(bare, "more") or (found and is_item is is_name and is_headed(bare)):
            break
        found.append(value)
        after_mark = value.text.rstrip()[-1:] in ",;/|&"
        parted = parted or after_mark
    return found
