"""What the words around one word for spoilers make of it: a warning, its end, or the promise that there are none."""

from __future__ import annotations

from functools import cache

from filmmeta.values.folding import rows
from filmmeta.values.patterns import regex

REACH = 60  # characters on either side of such a word that say what is meant
GAP = 2  # words between `no` and `spoilers`: no major plot spoilers
FIRST = 1  # words between `spoilers` and `ahead`
LONGEST = 4  # words of a phrase
WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*|/")
BREAK = regex(r"[.!?\n。！？;]")
UNSPACED = "\u2e80"
OPENERS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "*": "*",
    "<": ">",
    "（": "）",
    "【": "】",
    "「": "」",
    "~": "~",
    "-": "-",
    "=": "=",
    "!": "!",
    "«": "»",
    "/": "/",
}


@cache
def table() -> dict[str, dict[str, None]]:
    """The phrases of each kind."""
    found: dict[str, dict[str, None]] = {}
    for kind, _language, entries in rows("spoiler_words.tsv"):
        found.setdefault(kind, {}).update(dict.fromkeys(entries.split("|")))
    return found


@cache
def glued(kind: str) -> tuple[str, ...]:
    """The phrases of a kind in scripts that put no spaces between words."""
    return tuple(phrase for phrase in table()[kind] if phrase[0] >= UNSPACED)


def word_around(low: str, start: int, end: int) -> tuple[int, int]:
    """The whole word, with what a hyphen joins to it."""
    if low[start] >= UNSPACED:
        return start, end + 2 * low.startswith("일러", end)
    while start > 0 and (low[start - 1].isalpha() and low[start - 1] < UNSPACED):
        start -= 1
    while end < len(low) and low[end].isalpha() and low[end] < UNSPACED:
        end += 1
    return start, end


def judged(text: str, low: str, start: int, end: int, head: int, size: int) -> str:
    """What one word for spoilers says where it stands: ``open``, ``close``, ``none``, or nothing."""
    word = low[start:end]
    if word in ("스포츠", "스포트") or low.startswith(("스포츠", "스포트", "스포티"), start):
        return ""
    left, right = low[max(0, start - REACH) : start], low[end : end + REACH]
    here = BREAK.split(left)[-1]
    there = BREAK.split(right, maxsplit=1)[0]
    before, after = WORD.findall(here.replace("’", "'")), WORD.findall(there.replace("’", "'"))
    prefix, suffix = word[:head].rstrip("-"), word[head + size :]
    kind = said(word, before, after, here, there, prefix, suffix)
    if kind == "none" and not clean(before):
        return ""
    if not kind and is_noun(word):
        kind = apart(text, start, end)
    return kind


def said(word: str, before: list[str], after: list[str], here: str, there: str, prefix: str, suffix: str) -> str:
    """The kind of mark that the words around it make of a word for spoilers, or nothing."""
    tail = suffix.removeprefix("er")
    joined = after[0] if there[:1] in "-‐‑" and after else ""
    if closes(before, after, here, there, joined) or tail in table()["ended"]:
        return "close"
    if joined in table()["none"] or starts(tail, "none") or prefix in ("non", "bez", "без"):
        return "none"
    if (
        denies(word, before, after)
        or here.rstrip().endswith(glued("no"))
        or there[:8].lstrip(" はを").startswith(glued("none"))
    ):
        return "none"
    if not is_noun(word):
        return ""
    if there[:8].lstrip(" がをにの").startswith(glued("ahead")) or here.rstrip(" がを").endswith(glued("warn")):
        return "open"
    warned = near(before, "warn", GAP) and not any(each in table()["heard"] for each in before[-6:])
    return "open" if warned or starts(tail, "ahead") or near_after(after, "ahead", FIRST) else ""


def closes(before: list[str], after: list[str], here: str, there: str, joined: str) -> bool:
    """Whether the words around a word for spoilers say that they end here."""
    if here[-1:] == "/" or near(before, "end", GAP):
        return True
    if here.rstrip().endswith(glued("end")) or there.lstrip(" のは").startswith(glued("ended")):
        return True
    listed = there.lstrip()[:1] in (":", "：")  # Spoiler: the end of the film is …
    return not joined and not listed and near_after(after, "ended", FIRST)


def denies(word: str, before: list[str], after: list[str]) -> bool:
    """Whether the words around a word for spoilers say that there are none."""
    if (near(before, "no", GAP) and is_noun(word)) or near_after(after, "none", FIRST):
        return True
    return word == "spoiling" and before[-1:] == ["without"] and after[:1] in (["anything"], ["it"], ["the"])


def starts(tail: str, kind: str) -> bool:
    """Whether what is glued to a word is a phrase of a kind or begins with a longer one: spoilerwarnung, spoilerli."""
    return tail in table()[kind] or (
        len(tail) > 3 and any(tail.startswith(each) for each in table()[kind] if len(each) > 3)
    )


def is_noun(word: str) -> bool:
    """Whether the word names spoilers, and is no form of the verb `to spoil`."""
    return not word.startswith("spoil") or word.startswith(("spoiler", "spoileur", "spoileando"))


def near(before: list[str], kind: str, gap: int) -> bool:
    """Whether a phrase of a kind ends within ``gap`` words before."""
    phrases = table()[kind]
    for back in range(gap + 1):
        last = len(before) - back
        if "of" in before[last:]:
            return False
        for size in range(1, min(LONGEST, last) + 1):
            if " ".join(before[last - size : last]) in phrases:
                return True
    return False


def near_after(after: list[str], kind: str, gap: int) -> bool:
    phrases = table()[kind]
    for first in range(min(gap + 1, len(after))):
        if any(" ".join(after[first : first + size]) in phrases for size in range(1, LONGEST + 1)):
            return True
    return False


def clean(before: list[str]) -> bool:
    """Whether `without spoilers` is said of this text, and not of what is hard or wished for."""
    return not any(word in table()["hard"] for word in before[-8:])


def apart(text: str, start: int, end: int) -> str:
    """``open`` where a word for spoilers is set apart as a mark: in brackets or stars, before a colon, in a line."""
    left, right = text[:start].rstrip(" \t"), text[end:].lstrip(" \t")
    if left[-1:] in OPENERS and left and (right[:1] == OPENERS[left[-1]] or right[:1] in (":", "!") or left[-1] == "["):
        return "close" if left.endswith(("[/", "</")) else "open"
    starting = not left or left[-1] in ".!?\n…*:"
    bare = text[start:end]
    if starting and (
        right[:1] in (":", "!", "：", "！", "*", "…")
        or right[:2] in ("--", "- ", "– ", "..")
        or right[:1] in ("\n", "", ".")
    ):
        return "open"
    if text[end : end + 1] == ":" and text[:end].lower().endswith(("spoiler", "spoilers")):
        return "open"
    return "open" if starting and bare.isupper() else ""
