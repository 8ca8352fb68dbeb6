"""What the labels of film pages mean, in any of the lexicon's languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from unicodedata import normalize

Rows = tuple[int, ...] | int  # numbers of the table's rows
LONGEST_TEXT = 200  # characters of a line that may be a label with leaders and a remark
# What may stand about a label and is no part of it: white space, colons, leaders, dashes, arrows, bullets, brackets.
EDGES = (
    " \t\n\r\f\v\u00a0\u2002\u2003\u2009\u202f\u3000:：ː﹕․.…·•‣∙▪▫■□▸►▶●○◆◇★☆✦◎※*_`~#>=|-–—―−→⇒»›«‹<"
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\"“”„'‘’【】〖〗「」『』［］"
)
# Characters that are told apart by print alone; those that print nothing are left out.
ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad*`", None),
        **dict.fromkeys("’‘ʼ´＇", "'"),
        **dict.fromkeys("‐‑‒–—", "-"),
        "（": "(",
        "）": ")",
        "／": "/",
        "＆": "&",
    }
)
BRACKETS = str.maketrans({"（": "(", "）": ")", "[": "(", "]": ")", "［": "(", "］": ")"})
GENDERS = ("(s)", "(es)", "(n)", "(e)", "(in)", "(a)", "(as)", "(i)", "(en)", "(ов)", "(ы)")
EAST_ASIAN = "\u2e80"  # from here on, blanks inside a label are only print: 导 演, 감 독
DATED = re.compile(r"[(\[（](?:18[89]|19\d|20\d)\d[)\]）]")
PRESENTED = re.compile("[\ufb50-\ufdcf\ufe70-\ufefc]")  # Arabic letters in the forms that they take in a word
CYRILLIC = "\u0370"  # from here on (Greek first), letters are no Latin ones
UNACCENTED = str.maketrans(
    "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıľĺłñńňòóôõöőøŕřśşșšťţțùúûüūůűųýÿźżž",
    "aaaaaaaaacccddeeeeeeeegiiiiiiilllnnnooooooorrsssstttuuuuuuuuyyzzz",
)


class Entry(NamedTuple):
    """A label's claim paths, the more usual first, and the languages that have it.

    ``bare`` says whether it may stand without a colon, alone on its line; ``rest`` is what stood in brackets
    behind it.
    """

    paths: tuple[str, ...]
    languages: frozenset[str]
    bare: bool
    rest: str


def fold(text: str) -> str:
    """The key of a label or phrase: without its edges, in small letters, in one spelling of what looks alike."""
    text = text.strip(EDGES)
    if not text.isascii():
        if PRESENTED.search(text):
            text = normalize("NFKC", text)
        text = normalize("NFC", text.translate(ALIKE)).strip(EDGES)
    elif "*" in text or "`" in text:
        text = text.translate(ALIKE)
    text = text.casefold()
    if " " in text or "\t" in text or "\n" in text or not text.isascii():
        blank = "" if text[:1] >= EAST_ASIAN else " "
        text = blank.join(text.split())
    return text


def cells(name: str, columns: int) -> list[list[str]]:
    """The columns of one of the tables."""
    table = files("filmmeta.readers").joinpath("data", name).read_text("utf-8")
    table = table[table.index("\n\n") + 2 :].rstrip("\n")  # a blank line ends what is said of the table
    flat = table.replace("\n", "\t").split("\t")
    return [flat[column::columns] for column in range(columns)]


@cache
def table() -> tuple[list[str], list[str], list[str], list[str]]:
    """The lexicon's paths, languages, labels and marks of those that may stand bare."""
    paths, languages, labels, bare, _ = cells("labels.tsv", 5)
    return paths, languages, labels, bare


@cache
def keys() -> dict[str, Rows]:
    """The row or rows of each label; a film's label is also found by its spelling without accents."""
    paths, _, labels, _ = table()
    last = dict(zip(labels, range(len(labels)), strict=True))
    found: dict[str, Rows] = dict(last)
    several: dict[str, list[int]] = {}
    for row in [row for row, label in enumerate(labels) if last[label] != row]:
        several.setdefault(labels[row], []).append(row)
    found.update((label, (*rows, last[label])) for label, rows in several.items())
    accented = [
        row for row, label in enumerate(labels) if not label.isascii() and label[0] < CYRILLIC and "/" not in paths[row]
    ]
    plain = "\t".join([labels[row] for row in accented]).translate(UNACCENTED).split("\t")
    return {label: found[labels[row]] for row, label in zip(accented, plain, strict=True)} | found


@cache
def entry_of(rows: Rows) -> Entry:
    """The entry that a label's rows make, in the table's order."""
    paths, languages, _, bare = table()
    numbers = (rows,) if isinstance(rows, int) else rows
    return Entry(
        tuple(dict.fromkeys(paths[row] for row in numbers)),
        frozenset(languages[row] for row in numbers),
        any(bare[row] == "bare" for row in numbers),
        "",
    )


@cache
def longest() -> int:
    """The length of the longest label's key."""
    return max(map(len, keys()))


def look_up(text: str) -> Entry | None:
    """What a text that may be a label means, however it is printed; None when it is no known label.

    Examples: "Release Date (USA):" has the rest "(USA)"; "**Режиссёр**", "Regie . . . . ." have none.
    """
    if len(text) > LONGEST_TEXT:
        return None
    text = text.strip(EDGES)
    if len(text) > longest() and "(" not in text and "[" not in text and "（" not in text:
        return None
    known = keys()
    key = fold(text)
    found = known.get(key)
    if found is not None:
        return entry_of(found)
    if not text or text[-1] not in ")）]］":
        return either(key, known) if "/" in key else None
    return remarked(text, known)


def remarked(text: str, known: dict[str, Rows]) -> Entry | None:
    """What a label with a remark in brackets means, or one that stands in brackets."""
    marked = text.translate(BRACKETS)
    start = marked.find("(")
    found = known.get(fold(text[:start] if start > 0 else text[1:-1])) if start >= 0 else None
    if found is None or start == 0:
        return None if found is None else entry_of(found)
    rest, entry = text[start:], entry_of(found)
    if DATED.fullmatch(rest) and entry.paths[0].startswith("elsewhere/"):  # a film called Home
        return None
    return entry if rest.casefold() in GENDERS else entry._replace(rest=rest)


def either(key: str, known: dict[str, Rows]) -> Entry | None:
    """What both halves of a label in two languages mean ("Regie / Director"); None when they share nothing."""
    first, _, second = key.partition("/")
    halves = known.get(first.strip()), known.get(second.strip())
    if halves[0] is None or halves[1] is None:
        return None
    one, other = entry_of(halves[0]), entry_of(halves[1])
    paths = tuple(path for path in one.paths if path in other.paths)
    return Entry(paths, one.languages | other.languages, one.bare and other.bare, "") if paths else None


@cache
def phrases() -> dict[str, frozenset[str]]:
    """The folded phrases of each kind."""
    found: dict[str, set[str]] = {}
    kinds, _, texts = cells("phrases.tsv", 3)
    for kind, phrase in zip(kinds, texts, strict=True):
        found.setdefault(kind, set()).add(phrase_key(phrase))
    return {kind: frozenset(each) for kind, each in found.items()}


@lru_cache(maxsize=8_192)
def phrase_key(text: str) -> str:
    """The key of a phrase, which may stand in brackets; of marks alone the marks."""
    return fold(text.strip("()[]（） \t\n\u00a0")) or text.strip()


def is_phrase(text: str, kind: str) -> bool:
    """Whether a text is one of the phrases of that kind, such as "(more)" of kind more."""
    return len(text) <= LONGEST_TEXT and phrase_key(text) in phrases().get(kind, frozenset())


def languages_of(labels: Iterable[str | Entry]) -> Counter[str]:
    """A vote for the page's language by the labels met on it; a label of several languages splits its vote."""
    votes: Counter[str] = Counter()
    for label in labels:
        entry = look_up(label) if isinstance(label, str) else label
        if entry is not None:
            for language in sorted(entry.languages):
                votes[language] += 60 // len(entry.languages)
    return votes
