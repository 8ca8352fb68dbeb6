"""Cast lists in which each role stands before the actor's name: as films' own credits and Japan's sites print them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filmmeta.readers.facts.slices import Slice

FEWEST = 2  # rows that show which side has the names
MOST_WORDS = 5  # of a name and a surname
TITLES = frozenset(
    "the a an father mother sister brother mr mrs miss ms sir lord lady dr doctor prof professor inspector"
    " captain colonel major general sergeant lieutenant officer judge detective uncle aunt auntie grandma grandpa"
    " king queen prince princess young old little nurse reverend herr frau fräulein doktor kommissar onkel tante"
    " opa oma madame monsieur mademoiselle docteur commissaire oncle le la les l' el los las señor señora señorita"
    " padre madre don doña tío tía signor signora signorina dottor commissario zio zia suor fra il lo senhor"
    " senhora dona pan pani pán paní slečna strýc teta herra rouva meneer mevrouw fru bay bayan hanım kapitän"
    " capitaine capitán capitano доктор капитан майор дядя тётя тетя господин госпожа пан пані".split()
)
"""Words that open the name of a role and that of no actor."""
KANJI = "[\u4e00-\u9fff々ヶ]"
WRITTEN = "\u3040-\u30ff\u4e00-\u9fff々ヶ"
ACTOR = re.compile(rf"{KANJI}[{WRITTEN}]{{1,9}}|[\u30a0-\u30ff]{{2,10}}[・＝][\u30a0-\u30ff]{{2,12}}")
ROLE = re.compile(
    rf"(?<={KANJI})・|の|役$|(?:刑事|先生|店主|医師|警官|母親|父親|主人|青年|少年|少女|老婆|老人|社長|部長|課長|校長|院長|店長"
    r"|店員|会社員|看護師|弁護士|記者|教師|教授|運転手|女将|[^\W\d_]員|調律師|和尚|住職)$"
)
"""What a role has in it, or at its end, and the name of an actor has not."""


def is_turned(pairs: Sequence[tuple[Slice, Slice]]) -> bool:
    """Whether the second of each two texts is the actor: a full name, or the only link, where the first is none.

    Roles without surnames alone show nothing: many actors have none. One at least must be called what no actor is.
    """
    if len(pairs) < FEWEST:
        return False
    linked = [(bool(first.links()), bool(second.links())) for first, second in pairs]
    if all(told == (False, True) for told in linked):
        return not any(is_full(first.text) and not is_full(second.text) for first, second in pairs)
    if any(told[0] for told in linked) or not all(is_full(second.text) for _, second in pairs):
        return False
    opened = any(first_word(first.text) in TITLES for first, _ in pairs)
    return opened and 2 * sum(not is_full(first.text) for first, _ in pairs) > len(pairs)


def first_word(text: str) -> str:
    return text.replace("’", "'").partition(" ")[0].casefold().rstrip(".")


def is_full(text: str) -> bool:
    """Whether a text can be a name and a surname, and opens with no word that only roles have."""
    words = text.replace("’", "'").split()
    plain = all(re.sub(r"[.'-]", "", word).isalpha() for word in words)
    capitals = bool(words) and words[0][0].isupper() and words[-1][0].isupper()
    return 1 < len(words) <= MOST_WORDS and plain and capitals and first_word(text) not in TITLES


def alternating(values: Sequence[Slice]) -> list[list[Slice]]:
    """The lines of a list in Japanese by twos, the name first, where the first of each two is a role; else empty.

    Some of the first lines must have what only roles have, and all the second ones must look like names.
    """
    first, second = values[::2], values[1::2]
    if len(first) != len(second) or not first or not all(ACTOR.fullmatch(each.text) for each in second):
        return []
    if any(ROLE.search(each.text) for each in second) or not any(ROLE.search(each.text) for each in first):
        return []
    return [[name, role] for role, name in zip(first, second, strict=True)]
