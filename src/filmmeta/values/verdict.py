"""The score that a review's text gives its film, among all the scores that stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from filmmeta.values.patterns import regex
from filmmeta.values.scores.cued import cued
from filmmeta.values.scores.foreign import language
from filmmeta.values.scores.prose import find
from filmmeta.values.scores.said import with_scale
from filmmeta.values.scores.scales import Score
from filmmeta.values.scores.surroundings import is_of, kinds_of, listed, phrases, surroundings
from filmmeta.values.scores.words import words

SAYING = frozenset(("says", "said", "thinks", "calls", "call", "got"))
SCHOOL = 6  # the worst of German school marks
SHORT = 3  # words that may be a label without its colon: `Soundtrack 9/10`
FAR = 7  # words between another work and a score that is not its own
SAME = 0.07  # of the scale: scores that close are one, said twice in two scales
MOST = 50  # scores at either end of a text that are weighed
ANNEX = 60  # characters behind the last score of a text: a name, an address, a closing word
LEGEND = regex(r"\*{5}(?!\*)[^*\n]{2,60}\*{4}(?!\*)[^*\n]{2,60}\*{3}(?!\*)")
ROW = regex(r"(?:^|(?<=[\s.!?(]))(\*{1,5})\)?$")
APART = 60  # characters between scores of which the last may be meant
LATE = 200  # characters behind the last of several scores that may still be the verdict
LOOSE = regex(
    r"[0-9]{1,3}(?:[.,][0-9]{1,2})?(?: ?(?:-|–|to|or) ?[0-9]{1,3}(?:[.,][0-9]{1,2})?)?[+-]? ?(?:/|out of) ?"
    r"(?:100|10|20|5|4)(?![\w/]|[.,]\d)|[★☆⭐✩]{2,10}"
)
BUT = regex(r"[\s,.;…-]{0,4}(?:but|mais|aber|pero|ma|mas|но)\b")
PIECE = regex(r"[ –—:-]{0,9}([^\n,.;!?…()。！，\d]{0,40})")
IF = regex(r" (?:if|si|wenn|se|если)\b")
LETTER = regex(r"[^\W_]")


class Verdict(NamedTuple):
    """A score and where the text says it: characters from ``start`` up to, and without, ``end``."""

    start: int
    end: int
    score: Score


class Mark(NamedTuple):
    """A score of a text, how much speaks for its being the verdict, and the label that stands before it."""

    start: int
    end: int
    score: Score
    weight: int
    label: str


def verdict(text: str) -> Verdict:
    """The score that the author gives the film; ValueError when there is none, or several and no telling which.

    >>> verdict("I wanted to give it 3/10, but the end is fine: 6/10").score.value
    6.0
    >>> verdict("Acting: 7/10\\nStory: 4/10\\nOverall: 5/10").score.value
    5.0
    """
    found = list(expressions(text))
    marks = [weighed(text, *each) for each in found[:MOST] + found[MOST:][-MOST:]]
    marks = [each for each in marks if each.weight > 0]
    if any(not each.score.raw[:1].isupper() for each in marks):  # a letter beside figures says the same in words
        marks = [each for each in marks if not each.score.raw[:1].isupper() or len(each.score.raw) > 2]
    labelled = [each for each in marks if each.label]
    if len({each.label for each in labelled}) > 1:
        marks = [each for each in marks if not each.label]
    best = max((each.weight for each in marks), default=0)
    chosen = [each for each in marks if each.weight == best]
    if not chosen:
        raise ValueError("no score of the film")
    last = chosen[-1]
    rivals = [each for each in chosen[:-1] if not same(last.score, each.score)]
    if rivals:
        if len(text) - last.end > LATE or last.start - rivals[-1].end < APART:
            raise ValueError("several scores, and no telling which is the verdict")
        return scaled(text, last)
    return scaled(text, chosen[0])


def scaled(text: str, mark: Mark) -> Verdict:
    """The mark as the verdict, with the scale that its sentence says; ValueError for a German school mark."""
    start, end, score = mark[:3]
    found = surroundings(text, start)
    heads = {*listed(found.label)[-1:], *found.words[-1:]} if score.best is None and score.value <= SCHOOL else set()
    if heads & words("school").keys() and language(text) == "de":
        raise ValueError("a school mark, of which the lowest is the best")
    return Verdict(start, end, with_scale(text, start, end, score))


def expressions(text: str) -> Iterator[tuple[int, int, Score]]:
    """Every score expression of a text, those without a scale included, in its order and without overlaps."""
    done = 0
    explained = list(legend_row(text))
    scaled = [each for each in find(text) if not explained or each[0] < explained[0][0]] + explained
    taken = {place for start, end, _ in scaled for place in range(start, end)}
    bare = [each for each in cued(text) if taken.isdisjoint(range(each[0], each[1]))]
    for start, end, score in sorted([*scaled, *bare], key=itemgetter(0, 1)):
        if start >= done:
            yield start, end, score
            done = end


def traces(text: str) -> Iterator[tuple[int, int]]:
    """Where a score can be seen in a text: every expression, and figures over a scale that are none by themselves.

    >>> [text[start:end] for text in ["A 6 to 7/10, or 8."] for start, end in traces(text)]
    ['6 to 7/10']
    """
    yield from ((start, end) for start, end, _ in expressions(text))
    yield from (match.span() for match in LOOSE.finditer(text))


def legend_row(text: str) -> Iterator[tuple[int, int, Score]]:
    """The row of stars that ends a text which explains its stars: `***** superb **** good …`."""
    tail = text.rstrip(" .!\n")
    if tail.endswith(("*", "*)")) and LEGEND.search(text) and (match := ROW.search(tail, max(0, len(tail) - 8))):
        start, end = match.span(1)
        yield start, end, Score(float(end - start), 5.0, None, text[start:end])


def same(one: Score, other: Score) -> bool:
    if one.normalised is None or other.normalised is None:
        return one.value == other.value
    return abs(one.normalised - other.normalised) <= SAME


def weighed(text: str, start: int, end: int, score: Score) -> Mark:
    """How much speaks for a score's being the verdict; 0 or less: it is none."""
    found = surroundings(text, start)
    kinds, label = found.kinds, found.label
    lead = found.label_kinds & {"whole", "label", "mine", "film"}
    giving = any(word in words("cue") or word in SAYING for word in found.words)
    after = opening(text, end)
    if not label and len(found.words) <= SHORT and not kinds.keys().isdisjoint(("part", "other")):
        label = " ".join(found.words)
    undrawn = score.best is None and score.raw[:1] == "*" and not lead
    denied = kinds.get("not", FAR) <= 1 or "wish" in kinds or "former" in kinds or "former" in after
    if undrawn or (denied and "whole" not in kinds and "whole" not in after):
        return Mark(start, end, score, 0, "")
    unmeant = "would" in kinds and (IF.match(text, end) or (score.best is None and BUT.match(text, end)))
    voiced = "voice" in kinds and kinds["voice"] <= kinds.get("mine", FAR) and not lead
    if unmeant or voiced or ("theirs" in kinds and "mine" not in kinds and giving):
        return Mark(start, end, score, 0, "")
    named = kinds_of(label)
    if "whole" in after:
        named = frozenset()
    elif "other" in named or is_of("other", found.words) or (kinds.get("other", FAR) < FAR and (giving or label)):
        return Mark(start, end, score, 0, "")
    part = ("part" in found.label_kinds and "whole" not in lead) or is_of("part", found.words)
    part = part or (not label and "part" in after and heads(text, start))
    if "other" in after or (part and not lead & {"mine"}):
        return Mark(start, end, score, -1, label or "part")
    weight = 1 + placed(text, start, end)
    weight += 5 * ("whole" in lead or "whole" in kinds or "whole" in after)
    sure = "mine" in lead or ("mine" in kinds and (score.best is not None or "would" not in kinds))
    weight += 3 * sure + 2 * ("label" in lead or "film" in lead) + ("mine" in after)
    return Mark(start, end, score, weight, "" if lead or not label else label)


def heads(text: str, start: int) -> bool:
    """Whether a score stands at the head of a line or sentence."""
    return text[max(0, start - ANNEX) : start].rstrip(" *([")[-1:] in ("", "\n", ".", ",", ";")


def opening(text: str, end: int) -> frozenset[str]:
    """The kinds of the phrase that stands right behind a score: `6/10 Acting, not great`.

    A part of the film is meant where the phrase is but its name, or ``for`` stands before it.
    """
    match = PIECE.match(text, end)
    after = match[1] if match else ""
    told = after.removeprefix("stars ").removeprefix("for the ")
    found, whole = listed(told), phrases()[0]
    kinds = frozenset(kind for size in (1, 2, 3) for kind in whole.get(" ".join(found[:size]), ()))
    if "part" in kinds and told == after and "part" not in whole.get(" ".join(found), ()):
        return kinds - {"part"}
    return kinds


def placed(text: str, start: int, end: int) -> int:
    """What a score's place says for it: it ends the text, stands in a line or sentence by itself, or on top."""
    rest = text[end : end + ANNEX + 1]
    if len(rest) <= ANNEX and not LETTER.search(rest):
        return 3
    before, after = text[max(0, start - ANNEX) : start].rstrip(" *(\"'[-–—"), rest.lstrip(" .!*)]\"'")
    opens = not before or before[-1] in ".!?\n:…"
    closes = not after or after[0] == "\n" or rest[:1] in ".!)" or rest.lstrip(" ")[:1] in "-–—("
    if len(rest) <= ANNEX and opens:
        return 2
    alone = (not before or before[-1] == "\n") and (not after or after[0] == "\n")
    return 2 if alone else 1 if opens and closes else 0
