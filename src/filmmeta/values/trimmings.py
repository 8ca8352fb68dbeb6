"""What stands around an author's words and is not theirs: buttons and counts of a site, quoted replies, signatures."""

from __future__ import annotations

from functools import cache

from filmmeta.values.folding import rows
from filmmeta.values.patterns import regex

TAIL = 160  # characters of a last line in which a site's phrases may stand behind the author's
LONGEST = 100  # characters of a phrase, its figures and blanks included
MOST = 12  # phrases that are peeled off one end
ENDS = ' \t.!?:;,|•·–—-[]()»«*>"“”¿¡…。！？：、，（）／/'
DIGIT = regex(r"\d")
NUMBER = regex(r"\d{1,9}(?:[.,\s\xa0]\d{3}){0,3}")
STOPS = regex(r"[.!?…。！？|•]\s?(?=[^\s.!?…。！？])")
SIGNED = ("--", "-- ", "---", "—", "___", "__")
LINES = 4  # lines that a signature has at most
NARROW = 60  # characters of a line of a signature
QUOTE = "[quote"
QUOTED = regex(r"\[quote(?:[=\s][^\]\n]{0,120})?\]", 2)


@cache
def phrases() -> dict[str, frozenset[str]]:
    """The phrases of each kind."""
    found: dict[str, set[str]] = {}
    for kind, _language, entries in rows("site_phrases.tsv"):
        found.setdefault(kind, set()).update(entries.split("|"))
    return {kind: frozenset(entries) for kind, entries in found.items()}


def kind(line: str) -> str:
    """``site`` for a phrase that only sites print, ``beside`` for a word of their buttons, else nothing."""
    if len(line) > TAIL:
        return ""
    bare = line.strip(ENDS)
    if len(bare) > LONGEST:
        return ""
    folded = bare.casefold().replace("’", "'")
    if DIGIT.search(folded):
        folded = NUMBER.sub("#", folded).replace("# ,", "#")
    return kinds().get(" ".join(folded.split()), "")


@cache
def kinds() -> dict[str, str]:
    """``site`` or ``beside`` for each phrase of these kinds; ``beside`` for none at all."""
    known = phrases()
    return {**dict.fromkeys(known["beside"], "beside"), "": "beside", **dict.fromkeys(known["site"], "site")}


def trimmed(lines: list[str], done: list[str]) -> list[str]:
    """The lines without what is not their author's; ``done`` gets the names of what was taken off.

    >>> trimmed(["A fine film. Was this review helpful to you? Yes No"], [])
    ['A fine film.']
    """
    for name, step in STEPS:
        kept = step(lines)
        if kept is not lines and kept != lines and any(line.strip() for line in kept):
            lines = kept
            done.append(name)
    return lines


def unquoted(lines: list[str]) -> list[str]:
    """Without the lines of a reply's quotation, behind ``>`` or between ``[quote]`` marks."""
    if any(">" in line and line.lstrip().startswith(">") for line in lines):
        quoted = [line.lstrip().startswith(">") for line in lines]
        lines = [
            line
            for i, line in enumerate(lines)
            if not quoted[i] and not (quoted[i + 1 : i + 2] == [True] and introduces(line))
        ]
    if any("[" in line and QUOTE in line.lower() for line in lines):
        lines = without_marked("\n".join(lines)).split("\n")
    return lines


def introduces(line: str) -> bool:
    """Whether a line names the author of the quotation below it: `Ann wrote:`."""
    bare = line.rstrip()
    return (
        bare.endswith((":", "："))
        and len(bare) < 2 * NARROW
        and any(map(bare.casefold().__contains__, phrases()["wrote"]))
    )


def without_marked(text: str) -> str:
    """Without what stands between ``[quote]`` and the next ``[/quote]``."""
    kept, done, low = [], 0, text.lower()
    for match in QUOTED.finditer(text):
        end = low.find("[/quote]", match.end()) if len(low) == len(text) else text.find("[/quote]", match.end())
        if match.start() < done:
            continue
        if end < 0:
            break
        kept.append(text[done : match.start()])
        done = end + len("[/quote]")
    return "".join((*kept, text[done:]))


def unsigned(lines: list[str]) -> list[str]:
    """Without the few short lines behind a line that is a signature's mark."""
    for back, line in enumerate(reversed(lines[-LINES - 1 :])):
        if line.strip() in ("--", "__", "___") and back:
            tail = lines[len(lines) - back :]
            if all(len(each) <= NARROW for each in tail):
                return lines[: len(lines) - back - 1]
    return lines


def without_phrases(lines: list[str]) -> list[str]:
    """Without a site's phrases before and behind the text, in lines of their own or in its last line."""
    kept = lines
    for _ in range(MOST):
        shorter = without_last(kept)
        if shorter == kept:
            break
        kept = shorter
    start, first = 0, 0
    while start < min(len(kept), MOST) and (name := kind(kept[start])):
        start += 1
        first = start if name == "site" else first
    return kept[first:]


def without_last(lines: list[str]) -> list[str]:
    """Without the last lines that are a site's phrases, or without those that end the last line."""
    end, cut = len(lines), len(lines)
    while end > 0 and len(lines) - end < MOST and (name := kind(lines[end - 1])):
        end -= 1
        cut = end if name == "site" else cut
    kept = lines[:cut]
    if not kept or cut < len(lines):
        return kept
    at = next((i for i in range(cut - 1, max(0, cut - MOST) - 1, -1) if kept[i].strip()), -1)
    short = without_tail(kept[at]) if at >= 0 else ""
    return kept if at < 0 or short == kept[at] else [*kept[:at], *([short] if short else [])]


def without_tail(line: str) -> str:
    """The line without the site's phrases that its last sentences are."""
    begin = max(0, len(line) - TAIL)
    starts = [0] if not begin else []
    starts += [begin + match.end() for match in STOPS.finditer(line[begin:])]
    end, cut = len(line), len(line)
    for at in reversed(starts[-MOST:]):
        name = kind(line[at:end])
        if not name:
            break
        end = at
        cut = at if name == "site" else cut
    return line[:cut].rstrip() if cut < len(line) else line


STEPS = (("quotes", unquoted), ("site-phrases", without_phrases), ("signature", unsigned))
"""What is taken off, in this order, under the names of the operations."""
