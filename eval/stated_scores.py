"""Whether a review's text states a score in some notation: a broad look that knows nothing of the grammars.

It is a list of the notations that people use, each a pattern over the raw text, HTML and all, and asks neither
whose score it is nor which one is the verdict. It errs on the side of finding one where figures stand beside the
words of scores; what it cannot see are marks in words of praise.
"""

from __future__ import annotations

import re

FIGURE = r"(?:\d{1,2}(?:[.,]\d{1,2})?(?:[ -]?(?:1/2|½))?|zero|one|two|three|four|five|six|seven|eight|nine|ten)"
GIVING = r"(?:give|gave|giving|rate|rated|vote|voted|score|scored|award)"
COUNTED = r"(?:of|hour|minute|episode|time|reason|more)s?"
WORDED = r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
BEST = r"(?:10|20|100|[456]|ten|five|four)"
NOTATIONS: dict[str, re.Pattern[str]] = {
    "n/10": re.compile(
        rf"(?<![\d/])(?<!\d\.){FIGURE} ?/ ?{BEST}(?![\d/]|['’]s|ths?\b|rds?\b| of | the way)", re.IGNORECASE
    ),
    "n out of 10": re.compile(
        rf"(?<![\w/])(?<!\d\.){FIGURE}(?: stars?| points?)?[ -]\(?(?:out[ -])?of[ -](?:a possible )?"
        rf"(?:(?:10|20|100|5|4|ten|five|four)\b|\*{{4,5}})"
        r"(?! the| my| these| those| his| \w{3,20}s\b(?<!stars)(?<!points))",
        re.IGNORECASE,
    ),
    "rows of stars": re.compile(
        r"\*{1,5}(?: ?1/2| ?½)? ?\(?(?:out of|of|from|/) ?(?:\*{3,5}|[45]\b|four|five)"
        r"|[★☆]{2,10}|(?<![\w*])\*{1,4} ?1/2"
        r"|\*{1,10}(?=\s{0,9}$)(?<=[.!?\s(*]\*)"
    ),
    "I give it n": re.compile(
        r"\b(?:i|i'd|i'll|i’d|i’ll|i'm|i have|must|to) (?:would |will |can |only |have to |had to )?"
        rf"{GIVING}(?: it| this| the| one| movie| film| show| only){{0,4}}"
        rf"(?: an?| a perfect| a solid| of)?[ \"]{{1,2}}{FIGURE}\b(?! {COUNTED}\b)"
        rf"|\bmy (?:\w{{2,10}} )?(?:rating|score|vote|grade)(?: is| was| of)?[ :=-]{{1,3}}(?:an? )?{WORDED}",
        re.IGNORECASE,
    ),
    "rating: n": re.compile(
        r"\b(?:rating|score|verdict|overall|total|grade|note|nota|ocena|voto)\s?[:=]\s?(?:\d{1,2}\b|\*{1,5}|[A-DF][+-]?(?!\w))",
        re.IGNORECASE,
    ),
    "n stars": re.compile(rf"\b{FIGURE}[ -]stars?\b(?! (?:wars|trek|cast|actors?|performances?))", re.IGNORECASE),
    "grade": re.compile(
        r"\b[Gg]rade:? (?:is |of )?(?:an? )?[A-DF](?:[+-]|\b)(?! movie| film)|\b[A-DF][+-](?=[\s.)]{0,9}$)"
    ),
    "deserves n": re.compile(
        rf"\b(?:deserves?|gets|earns|worth) an? {FIGURE}(?=[.!,]| from\b| out\b|$)"
        r"|\b(?:solid|strong|easy) \d\b(?![.,/:]\d)",
        re.IGNORECASE,
    ),
}


def notations(text: str) -> list[tuple[str, str]]:
    """Each notation that the text has, with the first piece of it in that notation.

    >>> notations("Dull. I gave it a 3. <br />** out of ****")
    [('rows of stars', '** out of ****'), ('I give it n', 'I gave it a 3')]
    """
    found = ((name, pattern.search(text)) for name, pattern in NOTATIONS.items())
    return [(name, match[0]) for name, match in found if match]
