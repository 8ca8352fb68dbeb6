"""The reviews of pages that hold many: how many of those that stand there are read, and their fields as printed."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from eval.folding import squeeze
from eval.reading import opened
from eval.settings import Settings, settings
from eval.tables import shown
from filmmeta import kernel
from filmmeta.formats import Format
from filmmeta.page import Page
from filmmeta.readers.reviews import reviews
from filmmeta.records.review import Review

READ = Format(reviews=reviews, name="any_page")
"""The reading of reviews alone, on any page."""
SAME = 30  # characters at a text's start by which a review is known again
FIELDS = ("author", "date", "stars", "text")


class Layout(NamedTuple):
    """Where a site's markup holds its reviews: XPaths of each review's element, and relative to it of its fields.

    ``stars`` counts the signs of an attribute's text, or gives its last digit.
    """

    review: str
    author: str
    date: str
    stars: str
    text: str


LAYOUTS = {
    "pages/csfd/MatrixComments.2021-02-13.html": Layout(
        "//li[starts-with(@id, 'comment-')]",
        "string(.//*[@class='author']/a)",
        "string(.//span[@class='date desc'])",
        "string(./img[@class='rating']/@alt)",
        "./p[@class='post']//text()[not(parent::span[contains(@class, 'date')])]",
    ),
    "pages/csfd/MatrixComments.2021-05-30.html": Layout(
        "//article[starts-with(@id, 'review-')]",
        "string(.//a[@class='user-title-name'])",
        "string(.//time)",
        "string(.//span[starts-with(@class, 'stars')]/@class)",
        ".//p//text()[not(ancestor::span[contains(@class, 'date')])]",
    ),
}
"""The pages whose every review is known by the site's own marks, which the reading does not look at."""


class Fields(NamedTuple):
    """What is compared of one review; blank for what is not there."""

    author: str
    date: str
    stars: str
    text: str


def printed(page: Page, layout: Layout) -> list[Fields]:
    """The reviews that stand on a page, by its site's marks."""
    if page.tree is None:
        return []
    found: Any = page.tree.xpath(layout.review)
    return [
        Fields(*(tidy(name, each.xpath(path)) for name, path in zip(FIELDS, layout[1:], strict=True))) for each in found
    ]


def tidy(name: str, found: str | list[str]) -> str:
    text = found if isinstance(found, str) else "".join(found)
    if name == "date":
        day, month, year = [*text.strip(" ()").split("."), "", ""][:3]
        return f"{year}-{month:0>2}-{day:0>2}" if year else ""
    if name == "stars":
        return str(text.count("*")) if "*" in text else text[-1:] if text[-1:].isdigit() else ""
    return letters(text) if name == "text" else text.strip()


def letters(text: str) -> str:
    """The letters and digits of a text: what is left of it however it was cleaned."""
    return "".join(filter(str.isalnum, squeeze(text)))


def given(review: Review) -> Fields:
    """The same of a record."""
    date = str(review.date.date) if review.date and review.date.date else ""
    stars = f"{review.rating.value:g}" if review.rating and review.rating.span is None else ""
    return Fields(review.author or "", date, stars, letters(review.body))


def read(page: Page) -> list[Review]:
    return [record for record in kernel.records(page, READ) if isinstance(record, Review)]


def by_marks(asked: Settings) -> Iterator[tuple[str, dict[str, float]]]:
    """The shares of each page whose reviews its site marks."""
    for name, layout in LAYOUTS.items():
        file = asked.corpus / name
        if file.exists() and asked.only in name:
            page = opened(file)
            wanted, got = printed(page, layout), [given(each) for each in read(page)]
            yield name, compared(wanted, got)
            if asked.field:
                for want, have in zip(wanted, got, strict=False):
                    if want != have:
                        print(f"{name} {shown(want)} read as {shown(have)}")


def compared(wanted: list[Fields], got: list[Fields]) -> dict[str, float]:
    """Reviews that stand there and that are read, and for each field the share of those that print it and agree.

    Reviews are known again by author and text, each once, so that what is read twice or wrongly counts as extra.
    """
    waiting: dict[str, list[Fields]] = {}
    for each in got:
        waiting.setdefault(each.text[:SAME], []).append(each)
    right: Counter[str] = Counter()
    there: Counter[str] = Counter()
    met = 0
    for want in wanted:
        rivals = waiting.get(want.text[:SAME], [])
        have = next((each for each in rivals if each.author == want.author), rivals[0] if rivals else None)
        if have is not None:
            rivals.remove(have)
            met += 1
        for name, value, other in zip(FIELDS, want, have or Fields("", "", "", ""), strict=True):
            there[name] += bool(value)
            right[name] += bool(value) and value == other
    shares = {name: right[name] / there[name] for name in FIELDS if there[name]}
    return {
        "stand": len(wanted),
        "read": len(got),
        "found": met / max(len(wanted), 1),
        "extra": len(got) - met,
        **shares,
    }


def by_sheets(asked: Settings) -> Iterator[tuple[str, dict[str, float]]]:
    """The shares over the answer sheets that list reviews, by site."""
    sites: dict[str, list[tuple[list[Fields], list[Fields], bool]]] = {}
    for file in sorted(asked.answers.glob("*.json")):
        told = json.loads(file.read_text("utf-8"))
        if told.get("reviews") and asked.only in told["id"] and (asked.corpus / told["file"]).exists():
            got = [given(each) for each in read(opened(asked.corpus / told["file"]))]
            wanted = [listed(each) for each in told["reviews"]]
            sites.setdefault(Path(told["file"]).parent.name, []).append(
                (wanted, got, bool(told.get("reviews_complete")))
            )
    for site, pages in sites.items():
        rows = [compared(*shortened(wanted, got)) for wanted, got, _ in pages]
        whole = {name: sum(row[name] for row in rows) for name in ("stand", "read", "extra")}
        means = {name: mean([row[name] for row in rows if name in row]) for name in ("found", *FIELDS)}
        yield site, {**whole, **{name: value for name, value in means.items() if value is not None}}


def listed(review: dict[str, Any]) -> Fields:
    rating = review.get("rating")
    return Fields(
        review.get("author") or "",
        review.get("date") or "",
        f"{rating['value']:g}" if rating else "",
        letters(review["starts"])[:SAME],
    )


def shortened(wanted: list[Fields], got: list[Fields]) -> tuple[list[Fields], list[Fields]]:
    return wanted, [each._replace(text=each.text[:SAME]) for each in got]


def mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def measure(asked: Settings) -> tuple[dict[str, float], list[str]]:
    """The shares of reviews found and of their fields read, as ``reviews/PAGE/FIELD``."""
    figures: dict[str, float] = {}
    print(
        f"\n{'pages of reviews':<46}{'stand':>7}{'read':>7}{'extra':>7}"
        + "".join(f"{name:>9}" for name in ("found", *FIELDS))
    )
    for name, row in [*by_marks(asked), *by_sheets(asked)]:
        shares = "".join(f"{row[field]:>9.1%}" if field in row else f"{'':>9}" for field in ("found", *FIELDS))
        print(f"{name[-44:]:<46}{row['stand']:>7.0f}{row['read']:>7.0f}{row['extra']:>7.0f}{shares}")
        figures |= {f"reviews/{name}/{field}": row[field] for field in ("found", *FIELDS) if field in row}
    return figures, []


if __name__ == "__main__":
    measure(settings(sys.argv[1:], ("review_pages",), {}))
