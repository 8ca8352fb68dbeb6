"""The scale that a text says apart from the mark: `on a scale of 1 to 10`, `out of ten I'd say six`, `满分10分`."""

from __future__ import annotations

from filmmeta.values.patterns import regex
from filmmeta.values.scores.amounts import Amount, amount, is_word, units
from filmmeta.values.scores.scales import Score
from filmmeta.values.scores.surroundings import listed, surroundings
from filmmeta.values.scores.tokens import Token, tokens
from filmmeta.values.scores.words import words

BEFORE, BEHIND = 110, 50  # characters around a mark that may say its scale
FROM_SCALE = 8  # tokens between the word `scale` and its best
BESTS = frozenset((5, 6, 10, 20, 100))
LOWEST = (0, 1)
SENTENCE = regex(r"[.!?…;\n。！？।](?!\d)\s{0,3}")
EASTERN = "\u2e80"
NUMBER = r"([0-9０-９]{1,3}|[五十百六])"
FULL = regex(
    rf"(?:满分|滿分|満分)(?:是|为|為|は|が)?{NUMBER}\s?(?:分|点|點|星)?|{NUMBER}\s?(?:分|点|點)(?:满分|滿分|満点|满点)"
    rf"|{NUMBER}\s?(?:分制|段階|段阶)|{NUMBER}\s?점\s?만점"
)
SIGNS = {"五": 5.0, "六": 6.0, "十": 10.0, "百": 100.0}


def with_scale(text: str, start: int, end: int, score: Score) -> Score:
    """The score with the scale that its sentence says, as it is where none is said.

    >>> with_scale("On a scale of 1 to 10, I say 6.", 29, 30, Score(6.0, raw="6"))
    Score(value=6.0, best=10.0, worst=1.0, raw='6')
    """
    if score.best is not None or not score.raw[:1].isalnum():
        return score
    low, high = said(text, start, end) or (None, thrown(text, start))
    if high is None or score.value > high or score.value < (low or 0):
        return score
    return score._replace(best=high, worst=low)


def thrown(text: str, start: int) -> float | None:
    """The best of a mark that a die, or the like, stands for."""
    found = surroundings(text, start)
    named = [*listed(found.label)[-1:], *found.words[-1:]]
    return next((words("dice")[word] for word in named if word in words("dice")), None)


def said(text: str, start: int, end: int) -> tuple[float | None, float] | None:
    """The lowest, where it is told, and the best mark that the sentence around a mark names."""
    before, after = text[max(0, start - BEFORE) : start], text[end : end + BEHIND]
    if (found := FULL.search(before) or FULL.search(after)) and max(found[0]) >= EASTERN:
        sign = next(filter(None, found.groups()))
        return None, SIGNS.get(sign) or float(sign)
    begin = max((match.end() for match in SENTENCE.finditer(before)), default=0)
    stop = next((match.start() for match in SENTENCE.finditer(after)), len(after))
    if not words("scale").keys().isdisjoint(listed(before[begin:] + " | " + after[:stop])):
        return scaled(tokens(before[begin:])) or scaled(tokens(after[:stop]))
    opened = tokens(before[begin:])
    best = headed(opened)
    return (None, best) if best else None


def scaled(t: list[Token]) -> tuple[float | None, float] | None:
    """The bounds beside a word for scale: `scale of 1 to 10`, `1-10 scale`, `ten point scale`."""
    for i in (i for i in range(len(t)) if is_word(t, i, "scale")):
        behind = [found for k in range(i + 1, min(len(t), i + FROM_SCALE)) if (found := figure(t, k))]
        ahead = [found for k in range(max(0, i - 4), i) if (found := figure(t, k))]
        for pair in (behind[:2], ahead[-2:]):
            if len(pair) == 2 and pair[0].value in LOWEST and pair[1].value in BESTS:
                return pair[0].value, pair[1].value
        if len(ahead) == 1 and ahead[0].value in BESTS and is_word(t, i - 1, "unit"):
            return None, ahead[0].value
    return None


def figure(t: list[Token], k: int) -> Amount | None:
    """The whole amount that stands at ``k``."""
    if t[k].kind not in "nw" or is_word(t, k, "to", "of", "weak"):
        return None
    found = amount(t, k)
    return found if found and found.whole and found.end == k + 1 else None


def headed(t: list[Token]) -> float | None:
    """The best that a sentence begins with: `Out of ten I would say`, `De 10 le doy`, `Из 10 баллов ставлю`."""
    k = 0
    while is_word(t, k, "of", "weak"):
        k += 1
    best = figure(t, k) if 0 < k < len(t) else None
    if not best or best.value not in BESTS:
        return None
    end = units(t, best.end)
    told = end > best.end or best.value in (10, 100) or (end < len(t) and t[end].text == ",")
    return best.value if told and end < len(t) and not is_word(t, end, "noun", "of", "weak") else None
