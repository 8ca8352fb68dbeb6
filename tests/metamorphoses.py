"""Changes to a page that leave what it says of its film: other spellings of its markup and its characters.

Each takes the page's text and a source of chance, and gives another text; those of ``rearranged`` work on trees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.entities import codepoint2name
from random import Random

Change = Callable[[str, Random], str]

TOKEN = re.compile(
    r"<!--.*?-->|<![^>]*>|<\?[^>]*>"
    r"|<(?P<raw>script|style|textarea|pre|xmp)\b(?:\"[^\"]*\"|'[^']*'|[^'\">])*>.*?</(?P=raw)\s*>"
    r"|</?[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>|[^<]+|<",
    re.DOTALL | re.IGNORECASE,
)
OPENED = re.compile(r"<([a-zA-Z][^\s>/]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>", re.DOTALL)
ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
BLANK = re.compile(r"[ \t\n\r\f]+")
REFERENCE = re.compile(r"(&#?\w+;)")
MOST = 200  # elements that somebody wraps a page in
BARE = re.compile(r"[\w.-]+", re.ASCII)
BLOCKS = frozenset(
    "html head body title meta link div p table thead tbody tfoot tr td th ul ol li dl dt dd h1 h2 h3 h4 h5 h6"
    " section article aside header footer main nav form fieldset center hr br blockquote caption figure".split()
)
CHARSET = re.compile(r"(<meta\b[^>]*?charset\s*=\s*[\"']?\s*)[\w-]+", re.IGNORECASE)
HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
START = re.compile(r"\s*(?:<!doctype[^>]*>)?\s*(?:<html\b[^>]*>)?", re.IGNORECASE)
BODY = re.compile(r"<body\b(?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.IGNORECASE)
END = re.compile(r"</body\s*>|</html\s*>|\Z", re.IGNORECASE)


def tokens(html: str) -> Iterator[tuple[str, str]]:
    """The page's tokens as (kind, text): kind is text, tag, raw (an element whose content is none) or other."""
    for match in TOKEN.finditer(html):
        token = match.group()
        if match["raw"]:
            yield "raw", token
        elif token.startswith(("<!", "<?")) or token == "<":
            yield "other", token
        else:
            yield ("tag" if token.startswith("<") else "text"), token


def name_of(tag: str) -> str:
    found = re.match(r"</?([a-zA-Z][a-zA-Z0-9]*)", tag)
    return found[1].lower() if found else ""


def is_block(kind: str, token: str) -> bool:
    return kind == "tag" and name_of(token) in BLOCKS


def rewrapped(html: str, chance: Random) -> str:
    """White space within text and beside blocks set anew."""
    found = list(tokens(html))
    told = []
    for number, (kind, token) in enumerate(found):
        if kind == "text":
            token = BLANK.sub(lambda _: chance.choice([" ", "\n", "\n\t  ", "   ", " \n"]), token)
        elif is_block(kind, token) and number and (is_block(*found[number - 1]) or not chance.randrange(3)):
            token = chance.choice(["", "\n", "\n      ", " "]) + token
        told.append(token)
    return "".join(told)


def unwrapped(html: str, chance: Random) -> str:
    """White space that stands between two blocks' tags taken out, all other folded."""
    found = [("text", ""), *tokens(html), ("text", "")]
    told = []
    for before, (kind, token), after in zip(found, found[1:], found[2:], strict=False):
        if kind == "text" and token.isspace() and is_block(*before) and is_block(*after):
            token = ""
        told.append(BLANK.sub(" ", token) if kind == "text" else token)
    return "".join(told)


def in_crlf(html: str, chance: Random) -> str:
    return html.replace("\n", "\r\n")


def respelt(html: str, chance: Random) -> str:
    """Characters of the text and the attributes' values as references: decimal, hexadecimal, named."""
    return "".join(
        referring(token, chance, 0.15)
        if kind == "text"
        else ATTRIBUTE.sub(lambda match: referring(match[0], chance, 0), token)
        if kind == "tag"
        else token
        for kind, token in tokens(html)
    )


def referring(text: str, chance: Random, share: float) -> str:
    """The text with all that is not ASCII, and a share of its letters, as references; those that stand there stay."""
    parts = REFERENCE.split(text)
    parts[::2] = [
        "".join(reference(sign, chance) if is_referred(sign, chance, share) else sign for sign in part)
        for part in parts[::2]
    ]
    return "".join(parts)


def is_referred(sign: str, chance: Random, share: float) -> bool:
    return ord(sign) >= 0xA0 or (sign.isalnum() and sign.isascii() and chance.random() < share)


def reference(sign: str, chance: Random) -> str:
    code = ord(sign)
    spellings = [f"&#{code};", f"&#x{code:x};", f"&#X{code:04X};"]
    return chance.choice(spellings + ([f"&{codepoint2name[code]};"] if code in codepoint2name else []))


def requoted(html: str, chance: Random) -> str:
    """Attributes in another order and other quotes, tags and attributes in capitals."""
    found = []
    for kind, token in tokens(html):
        if kind in ("tag", "raw") and (opened := OPENED.match(token)):
            rest = token[opened.end() :]
            token = retold(opened[1], opened[2], chance) + (rest.upper() if kind == "tag" else rest)
        elif kind == "tag" and chance.randrange(2):
            token = token.upper()
        found.append(token)
    return "".join(found)


def retold(name: str, attributes: str, chance: Random) -> str:
    """An opening tag anew; of an attribute that stands twice the first counts, so that tag keeps its order."""
    pairs = [(match[1], match[2]) for match in ATTRIBUTE.finditer(attributes)]
    if len({key.lower() for key, _ in pairs}) == len(pairs):
        chance.shuffle(pairs)
    capital = chance.randrange(2)
    told = [name.upper() if capital else name]
    for key, value in pairs:
        key = key.upper() if chance.randrange(2) else key
        told.append(key if value is None else f"{key}{chance.choice(['=', ' = '])}{quoted(value, chance)}")
    closed = " /" if attributes.rstrip().endswith("/") else ""
    return f"<{' '.join(told)}{closed}>"


def quoted(value: str, chance: Random) -> str:
    bare = value[1:-1] if value[0] in "\"'" else value
    quotes = [quote + bare + quote for quote in "\"'" if quote not in bare]
    return chance.choice(quotes + ([bare] if BARE.fullmatch(bare) else []))


def reencoded(html: str, codec: str) -> bytes:
    """The page's bytes in an encoding, with references for the characters that it lacks.

    UnicodeEncodeError where one of them stands in a script, which has no references.
    """
    if codec.startswith("utf"):
        return html.encode(codec)
    parts = [(token, "strict" if kind == "raw" else "xmlcharrefreplace") for kind, token in tokens(html)]
    return b"".join(token.encode(codec, errors) for token, errors in parts)


def nested(html: str, depth: int) -> str:
    """The body's content within so many ``<div>``."""
    opened = BODY.search(html)
    start = opened.end() if opened else START.match(html).end()  # type: ignore[union-attr]
    closed = END.search(html, start)
    end = closed.start() if closed else len(html)
    return f"{html[:start]}{'<div>' * depth}{html[start:end]}{'</div>' * depth}{html[end:]}"


def wrapped(html: str, chance: Random) -> str:
    return nested(html, chance.randint(1, MOST - 1))


def wrapped_most(html: str, chance: Random) -> str:
    return nested(html, MOST)


def declared(html: str, charset: str) -> str:
    """The page with its meta element naming this encoding, and with such an element where it had none."""
    if CHARSET.search(html):
        return CHARSET.sub(lambda match: match[1] + charset, html)
    place = HEAD.search(html) or START.match(html)
    at = place.end() if place else 0
    return f'{html[:at]}<meta charset="{charset}">{html[at:]}'


SPELLINGS: dict[str, Change] = {
    "white space": rewrapped,
    "no white space": unwrapped,
    "line ends": in_crlf,
    "references": respelt,
    "attributes": requoted,
    "wrappers": wrapped,
    "most wrappers": wrapped_most,
}
