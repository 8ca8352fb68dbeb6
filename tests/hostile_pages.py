"""Pages put together by chance from parts of film pages, with something hostile here and there."""

from __future__ import annotations

import random
from collections.abc import Callable

from hostile import LISTING, REVIEW, SENTENCE, TITLE, Body, linked, movie, names, text
from hostile_bytes import FORGED, STEERING
from hostile_text import LABELS, STUFF

TAGS = "div p span b i a ul li table tr td th dl dt dd h1 h2 section article script style title form".split()
BAD = [*"<!-- --> <![CDATA[ ]]> </ < &#0; &#xD800; {{ }} [[ {|".split(), "\0", "\ufffe", FORGED, STEERING]
FIELDS = ("{}: {}\n", "{}\n{}\n", "<p><b>{}</b>: {}</p>", "<tr><th>{}<td>{}", "<dt>{}<dd>{}", "| {} = {}\n")
SAID = (
    "", " style=display:none", " class=review", " itemscope itemtype=http://schema.org/Movie", " itemprop=actor",
    " typeof=Movie",
)  # fmt: skip
PROPERTIES = ("actor", "director", "genre", "duration", "datePublished", "review")
Part = Callable[[random.Random], str]


def junk(chance: random.Random) -> str:
    """One thing some times."""
    return chance.choice([*STUFF.values(), *BAD]) * chance.choice((1, 2, 9, 60, 400))


def value(chance: random.Random) -> str:
    told = ", ".join(names(chance.choice((1, 3, 40)))) if chance.random() < 0.6 else junk(chance)
    return told if chance.random() < 0.8 else told + junk(chance)


def field(chance: random.Random) -> str:
    return chance.choice(FIELDS).format(chance.choice(LABELS), value(chance))


def element(chance: random.Random) -> str:
    tag, inner = chance.choice(TAGS), part(chance)
    return f"<{tag}{chance.choice(SAID)}>{inner}" + (f"</{tag}>" if chance.random() < 0.8 else "")


def data(chance: random.Random) -> str:
    told = linked(movie(**{key: value(chance) for key in chance.sample(PROPERTIES, 3)}))
    return told[: chance.randrange(len(told))] if chance.random() < 0.3 else told


def review(chance: random.Random) -> str:
    inner = f"<h3>{value(chance)}</h3><p>{chance.randrange(12)}/10</p><p>{REVIEW}{junk(chance)}</p>"
    return f"<div class=review>{inner}</div>"


def listing(chance: random.Random) -> str:
    return chance.choice((LISTING, SENTENCE))


PARTS: tuple[Part, ...] = (field, field, field, element, element, data, review, junk, listing)


def part(chance: random.Random) -> str:
    return chance.choice(PARTS)(chance) if chance.random() < 0.9 else ""


def page(chance: random.Random) -> Body:
    """A page of some kilobytes; now and then its bytes are damaged."""
    body = "".join(part(chance) for _ in range(chance.choice((3, 12, 40))))
    head = f"<html><title>{TITLE} (1987)</title><h1>{TITLE} (1987)</h1>" if chance.random() < 0.6 else LISTING
    whole = (head + body).encode(chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1251")), "replace")[:200_000]
    if chance.random() < 0.2:
        at = chance.randrange(len(whole))
        whole = whole[:at] + chance.randbytes(9) + whole[at + 9 :]
    return whole if chance.random() < 0.9 else text(body)
