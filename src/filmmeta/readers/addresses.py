"""What a page of a known site is about, by the address that it was saved from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from filmmeta.claim import Claim
from filmmeta.page import Page

Kinds = Mapping[str, str]


def kind(page: Page, kinds: Kinds) -> str:
    """The kind of the page, by the parts of its address's path that the table knows; blank for any other.

    The table has the first part of a path as it is, a later one behind a slash, or both: ``user/ratings``.

    >>> kind(Page(b"", url="https://films.example/film/12-some/trailers/"), {"/trailers": "other"})
    'other'
    """
    try:
        first, *rest = [part for part in urlsplit(page.url).path.split("/") if part] or [""]
    except ValueError:
        return ""
    told = (kinds.get(f"{first}/{part}") or kinds.get(f"/{part}") for part in rest[:9])
    return next(filter(None, told), None) or kinds.get(first, "")


def refusal(page: Page, kinds: Kinds) -> Iterator[Claim]:
    """The claim ``reject/KIND`` with the page's address as its evidence."""
    known = kind(page, kinds)
    if known:
        start = page.text.find(page.url)
        where = f"text:{start}-{start + len(page.url)}" if start >= 0 else "inferred:address"
        yield Claim(f"reject/{known}", page.url, where)
