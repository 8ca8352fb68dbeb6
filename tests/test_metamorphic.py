"""What a page says of its film does not hang on how it is spelt, nor on what else stands around it.

What does today stands in known-failures/metamorphic.tsv (change, page): a line that is no longer true fails the
suite, so that it is taken out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import rearranged
import retyped
from conftest import Case, cases
from filmmeta.kernel import AnyRecord, records
from filmmeta.page import Page
from invariants import leaves, own
from known_failures import listed
from metamorphoses import SPELLINGS, Change, declared, reencoded

KNOWN = "metamorphic.tsv"
PAGES = cases()
HTML = [case for case in PAGES if case.file.suffix == ".html"]
TEXTS = [case for case in PAGES if case.file.suffix == ".txt"]
ANY = "any_page"
ENCODINGS = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16",
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
}
FEW = settings(max_examples=2, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate])
SEEDS = st.integers(0, 2**32)
ITEM = re.compile(r"/\d+")
OF_THE_BYTES = ("undecodable", "scrubbed", "mojibake-repaired", "cut-short")


def pairs(pages: Iterable[Case], changes: Iterable[str]) -> pytest.MarkDecorator:
    """Each page with each change; those that are known to fail marked so."""
    told = [
        pytest.param(page, change, id=f"{change}-{page.name}", marks=known(change, page.name))
        for change in changes
        for page in pages
    ]
    return pytest.mark.parametrize(("page", "change"), told)


def known(change: str, name: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(raises=AssertionError)] if (change, name) in listed(KNOWN) else []


@cache
def plainly(case: Case) -> list[AnyRecord]:
    """The records of the page as it is."""
    return case.records()


def has_film(case: Case) -> bool:
    return plainly(case)[0].kind == "film"


FILMS = [case for case in HTML if has_film(case)]
ANY_FILMS = [case for case in FILMS if case.format == ANY]  # a site's XPaths know its layout
ANY_TEXTS = [case for case in TEXTS if case.format == ANY and has_film(case)]


def read(case: Case, body: bytes | str, encoding: str = "") -> list[AnyRecord]:
    return records(Page(body, name=case.file.name, url=case.expected.get("url", ""), encoding=encoding))


def changed(case: Case, change: Change, seed: int) -> list[AnyRecord]:
    return read(case, declared(change(case.page().text, Random(seed)), "utf-8").encode())


def told(found: list[AnyRecord]) -> list[dict[str, Any]]:
    """What each record says, by path; how a review's text was cleaned is no part of it."""
    said = [leaves("", own(record) | {"kind": record.kind}) for record in found]
    return [{path: value for path, value in each if not path.startswith("cleaning/")} for each in said]


def differences(before: list[AnyRecord], after: list[AnyRecord]) -> list[str]:
    """What the records say otherwise, a line each."""
    one, two = told(before), told(after)
    lines = [f"{len(one)} records became {len(two)}"] if len(one) != len(two) else []
    for number, (first, second) in enumerate(zip(one, two, strict=False)):
        lines += [
            f"{number}: {path}: {first.get(path)!r} became {second.get(path)!r}"
            for path in dict.fromkeys([*first, *second])
            if first.get(path) != second.get(path)
        ]
    return lines


def differences_in_any_order(before: list[AnyRecord], after: list[AnyRecord]) -> list[str]:
    """The same where items of lists may have changed their places."""
    one, two = (
        Counter(f"{ITEM.sub('/*', path)} {value!r}" for each in told(found) for path, value in each.items())
        for found in (before, after)
    )
    return [f"gone: {each}" for each in sorted((one - two).elements())] + [
        f"come: {each}" for each in sorted((two - one).elements())
    ]


def troubles(before: list[AnyRecord], after: list[AnyRecord]) -> list[str]:
    """The problems that one reading has and the other has not, but for those of the bytes."""
    one, two = (
        Counter((problem.code, problem.path) for record in found for problem in record.problems)
        for found in (before, after)
    )
    return [f"{code} {path}" for code, path in sorted((one - two) + (two - one)) if code not in OF_THE_BYTES]


def nothing(lines: list[str]) -> None:
    assert not lines, "\n" + "\n".join(lines)


@pairs(HTML, SPELLINGS)
@FEW
@given(seed=SEEDS)
def test_spellings_of_markup(page: Case, change: str, seed: int) -> None:
    found = changed(page, SPELLINGS[change], seed)
    nothing(differences(plainly(page), found) + troubles(plainly(page), found))


@pairs(HTML, ENCODINGS)
def test_encodings(page: Case, change: str) -> None:
    text = declared(page.page().text, ENCODINGS[change])
    try:
        body = reencoded(text, change)
    except UnicodeEncodeError:
        pytest.skip("a script with other characters")
    found = read(page, body)
    nothing(differences(plainly(page), found) + troubles(plainly(page), found))


@pairs(TEXTS, ENCODINGS)
def test_encodings_of_texts(page: Case, change: str) -> None:
    try:
        body = page.page().text.encode(change)
    except UnicodeEncodeError:
        pytest.skip("a text with other characters")
    nothing(differences(plainly(page), read(page, body, ENCODINGS[change])))


@pairs(FILMS, rearranged.ADDITIONS)
@FEW
@given(seed=SEEDS)
def test_additions(page: Case, change: str, seed: int) -> None:
    before, after = plainly(page), changed(page, rearranged.ADDITIONS[change], seed)
    if change.startswith("comments"):  # each may be a review of its own, after those that were there
        assert {record.kind for record in after[len(before) :]} <= {"review"}
        after = after[: len(before)]
    nothing(differences(before, after))


@pairs(ANY_FILMS, rearranged.REARRANGED)
@FEW
@given(seed=SEEDS)
def test_wrapped_rows(page: Case, change: str, seed: int) -> None:
    nothing(differences(plainly(page), changed(page, rearranged.REARRANGED[change], seed)))


@pairs(FILMS, rearranged.SHUFFLES)
@FEW
@given(seed=SEEDS)
def test_rows_in_another_order(page: Case, change: str, seed: int) -> None:
    nothing(differences_in_any_order(plainly(page), changed(page, rearranged.SHUFFLES[change], seed)))


@pairs(TEXTS, retyped.RETYPED)
@FEW
@given(seed=SEEDS)
def test_retyped_texts(page: Case, change: str, seed: int) -> None:
    text = retyped.RETYPED[change](page.page().text, Random(seed))
    nothing(differences(plainly(page), read(page, text.encode())))


@pairs(ANY_TEXTS, retyped.LONGER)
@FEW
@given(seed=SEEDS)
def test_longer_texts(page: Case, change: str, seed: int) -> None:
    nothing(differences(plainly(page), read(page, retyped.LONGER[change](page.page().text, Random(seed)))))


@pairs(ANY_TEXTS, retyped.SHUFFLES)
@FEW
@given(seed=SEEDS)
def test_lines_in_another_order(page: Case, change: str, seed: int) -> None:
    text = retyped.SHUFFLES[change](page.page().text, Random(seed))
    nothing(differences_in_any_order(plainly(page), read(page, text)))


def test_no_known_failure_without_its_page() -> None:
    changes = {*SPELLINGS, *ENCODINGS, *rearranged.ADDITIONS, *rearranged.REARRANGED, *rearranged.SHUFFLES}
    changes |= {*retyped.RETYPED, *retyped.LONGER, *retyped.SHUFFLES}
    names = {case.name for case in PAGES}
    assert [pair for pair in listed(KNOWN) if pair[0] not in changes or pair[1] not in names] == []
