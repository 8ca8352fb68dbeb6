"""The language that a text is written in."""

from __future__ import annotations

from functools import cache

import eldc

from filmmeta.values.patterns import regex

FEWEST_LETTERS = 20
ENOUGH = 4_000  # characters that the detector looks at
SHORT = 60  # characters that most texts have enough letters in
SAMPLE = 600  # characters whose script is counted
FOREIGN = regex(r"[\u0370-\u1eff\u1f00-\u1fff\u2e80-\ud7ff]")
ADDRESS = regex(r"(?:https?://|www\.)\S{1,400}")
SCRIPTS = {  # those that one of the detector's languages is written in, with the share of letters that is enough
    "ja": (regex(r"[\u3040-\u30ff]"), 0.1),
    "ko": (regex(r"[\uac00-\ud7a3]"), 0.3),
    "zh": (regex(r"[\u4e00-\u9fff]"), 0.5),
    "el": (regex(r"[\u0370-\u03ff\u1f00-\u1fff]"), 0.6),
    "he": (regex(r"[\u0590-\u05ff]"), 0.6),
    "th": (regex(r"[\u0e00-\u0e7f]"), 0.6),
    "ka": (regex(r"[\u10a0-\u10ff]"), 0.6),
    "hy": (regex(r"[\u0530-\u058f]"), 0.6),
}


@cache
def ready() -> None:
    eldc.init()


def detected_language(text: str) -> str:
    """A BCP 47 tag; ``und`` below twenty letters of running text or when none is likely.

    Where the script leaves but one language it decides; addresses are no running text.

    >>> detected_language("Ein sehr schöner Film über die Liebe und das Leben")
    'de'
    >>> detected_language("9/10")
    'und'
    """
    head = text[:ENOUGH]
    if "://" in head or "www." in head:
        head = ADDRESS.sub(" ", head)
    if letters(head[:SHORT]) < FEWEST_LETTERS and letters(head) < FEWEST_LETTERS:
        return "und"
    if not head.isascii() and FOREIGN.search(head, 0, SAMPLE) and (tag := by_script(head[:SAMPLE])):
        return tag
    ready()
    return eldc.detect(head) or "und"


def letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def by_script(sample: str) -> str:
    """The one language that is written in a sample's script; nothing where several are."""
    count = letters(sample)
    for tag, (script, share) in SCRIPTS.items():
        if len(script.findall(sample)) >= share * count:
            return tag
    return ""
