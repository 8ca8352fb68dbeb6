"""HTML whose elements are nested no deeper than a parser can take."""

from __future__ import annotations

import re

MAX_DEPTH = 150  # elements below stand side by side
MAX_CLIMB = 64  # open elements that an end tag may end besides its own
TAG = re.compile(r"<!--|<(/?)([A-Za-z][^\s/>]{0,99})[^>]*>?")
# Elements that end with what follows them, or at once, for libxml2, which puts dt in dt, wbr in wbr and the like.
FLAT = frozenset(
    "p li td th tr tbody colgroup area base basefont br col frame hr img input link meta param html head body".split()
)
RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in "script style textarea title xmp iframe noembed noframes".split()
}
RANK = {"div": 1, "table": 2}  # an end tag of a lower rank does not end these


def shallow(text: str) -> str:
    """The text, with each element that lies deeper than MAX_DEPTH ended where it begins."""
    parts: list[str] = []
    opened: list[str] = []
    counted: dict[str, int] = {}
    at, tag = 0, TAG.search(text)
    while tag:
        end, name = tag.end(), (tag[2] or "").lower()
        if not name:
            end = past(text, "-->", end)
        elif tag[1]:
            keep = len(opened) <= MAX_DEPTH
            if counted.get(name) and close(name, opened, counted):
                keep = len(opened) < MAX_DEPTH
            if not keep and name not in FLAT:
                parts.append(text[at : tag.start()])
                at = end
        elif name in RAW:
            closed = RAW[name].search(text, end)
            end = closed.end() if closed else len(text)
        elif name not in FLAT:
            opened.append(name)
            counted[name] = counted.get(name, 0) + 1
            if len(opened) > MAX_DEPTH:
                parts += text[at:end], f"</{name}>"
                at = end
        tag = TAG.search(text, end)
    return "".join([*parts, text[at:]])


def past(text: str, sign: str, start: int) -> int:
    """Where the text goes on behind a sign; its end when the sign does not come."""
    at = text.find(sign, start)
    return len(text) if at < 0 else at + len(sign)


def close(name: str, opened: list[str], counted: dict[str, int]) -> bool:
    """End the innermost element of a name and those within it; False when one of them bars the way."""
    rank = RANK.get(name, 0)
    for climb in range(1, min(len(opened), MAX_CLIMB) + 1):
        if opened[-climb] == name:
            for ended in opened[-climb:]:
                counted[ended] -= 1
            del opened[-climb:]
            return True
        if RANK.get(opened[-climb], 0) > rank:
            return False
    return False


def clean(text: str) -> str:
    """The text without the characters that XML has no place for."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
