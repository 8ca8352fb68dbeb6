"""A text without the markup that pages and forums leave in it, and without the traces of wrong decoding."""

from __future__ import annotations

import html
import re

from filmmeta.values.patterns import regex
from filmmeta.values.signs import beyond_ascii

MAX_TEXT = 16_000_000
TWICE = 3  # an entity's own sign may have been escaped, and that sign too
BREAKS = regex(
    r"<(?:br|/?p|/?div|/?li|/?ul|/?ol|/?blockquote|/?h[1-6]|hr)(?:\s[^<>]{0,300})?\s?/?\s?>[ \t]{0,9}",
    re.IGNORECASE,
)
LONE_BREAK = regex(r"<\s?/?br\s{0,9}/?\s?>[ \t]{0,9}", re.IGNORECASE)
NAMES = (
    "a|abbr|acronym|address|article|aside|b|base|bdi|bdo|big|blink|blockquote|body|br|button|center|cite|code|col|data|dd|del|"
    "details|dfn|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|"
    "img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|menu|meta|nav|nobr|noscript|object|ol|optgroup|option|p|"
    "param|picture|pre|q|rp|rt|ruby|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|"
    "table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr|o:p|[a-z]{1,12}-[a-z-]{1,20}"
)  # of HTML's elements, and of those that sites make themselves; <sigh> is an author's word
TAGS = regex(rf"(?=<[^<>]{{1,440}}>)</?(?:{NAMES})(?:\s[^<>]{{0,400}})?/?>|<!--[^<>]{{0,400}}-->", re.IGNORECASE)
TORN = regex(
    r"<(?:br ?/?|/?(?:[bipu]|em|strong|span|div|a)|(?:a|font|span|div|p) [a-z]{2,9}=[^<>]{0,100})$", re.IGNORECASE
)
BOARD = regex(r"\[/?(?:b|i|u|s|em|strong|url|img|color|size|font|center|list)(?:=[^\[\]\n]{0,200})?\]", re.IGNORECASE)
ENTITY = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
STRIPPED = regex(r"br ?(?:/ ?>?(?:br ?/ ?>?){0,39}|(?:br ?){0,39}br(?=\s|$|[A-Z\"'(]))\s?")
INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff\u00ad"
C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
LATIN = regex("[\x80-\x9f]")
WRONG = regex(r"[ÃÂÐÑÅÄ][\x80-\xbf\u0152-\u2122]|â[\x80-\x9f€\u201a-\u2122]|[РС][\x80-\xbf‚-™Ѐ-Џѓ-џ]{1,3}[РС]")
LEADS = "ÃÂâÐÑÅÄѓѕР"


def unmarked(text: str, done: list[str]) -> str:
    """The text without entities, tags, and characters that were decoded wrongly."""
    if len(text) > MAX_TEXT:
        raise ValueError(f"a text of {len(text)} characters")
    text = text.strip()
    if "&" in text:
        text = unescaped(text, done)
    if not text.isascii():
        text = decoded(text, done)
    if "<" in text:
        text = untagged(text, done)
    if "[/" in text:
        text = replaced(BOARD, "", text, "tags", done)
    if "br" in text and ("br br" in text or "br /" in text or "brbr" in text):
        text = unbroken(text, done)
    return text


def unbroken(text: str, done: list[str]) -> str:
    """What is left of break tags as paragraphs' ends, with the blanks on either side."""
    kept, last = [], 0
    for match in STRIPPED.finditer(text):
        start = match.start()
        kept.append(text[last : start - (start > last and text[start - 1].isspace())])
        last = match.end()
    if last:
        done.append("stripped-breaks")
    return "\n\n".join([*kept, text[last:]])


def replaced(pattern: re.Pattern[str], by: str, text: str, operation: str, done: list[str]) -> str:
    changed = pattern.sub(by, text)
    if changed != text and operation not in done:
        done.append(operation)
    return changed


def unescaped(text: str, done: list[str]) -> str:
    """Entities as the characters they stand for, also those that were escaped twice."""
    for _ in range(TWICE):
        if not ENTITY.search(text):
            break
        changed = ENTITY.sub(lambda match: html.unescape(match[0]), text)
        if changed == text:
            break
        text = changed
        if "entities" not in done:
            done.append("entities")
    return text


def decoded(text: str, done: list[str]) -> str:
    """The text with what was decoded wrongly put right: mojibake, C1 controls that windows-1252 has signs for."""
    beyond = beyond_ascii(text)
    if any(map(beyond.__contains__, LEADS)) and WRONG.search(text):
        from ftfy import fix_encoding

        lines = (fix_encoding(line) if WRONG.search(line) else line for line in text.split("\n"))
        fixed = "\n".join(lines)
        if fixed != text:
            text = fixed
            done.append("mojibake")
            beyond = beyond_ascii(text)
    if LATIN.search(beyond):
        text = text.translate(C1)
        done.append("windows-1252")
    if any(map(beyond.__contains__, INVISIBLE)):
        text = text.translate(dict.fromkeys(map(ord, INVISIBLE)))
        done.append("invisible")
    return text


def untagged(text: str, done: list[str]) -> str:
    """Breaks and blocks as line ends, two in a row or a block as a paragraph's end; other tags gone."""
    broken = replaced(LONE_BREAK, "\n", text, "breaks", done)
    if "<" in broken:
        broken = replaced(BREAKS, "\n\n", broken, "tags", done)
    while broken is not text and (" \n" in broken or "\t\n" in broken):  # blanks before a break are no one's
        broken = broken.replace(" \n", "\n").replace("\t\n", "\n")
    text = broken
    for _ in range(TWICE):
        before, text = text, replaced(TAGS, "", text, "tags", done) if "<" in text else text
        if text is before or len(text) == len(before):
            break
    return replaced(TORN, "", text, "tags", done) if "<" in text[-120:] else text
