"""Pages read in the ways that are compared: as filmmeta reads them, and without the sites' own formats."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from filmmeta import kernel
from filmmeta.formats import LAST, registry
from filmmeta.kernel import AnyRecord
from filmmeta.page import Page
from filmmeta.records.film import Film

Read = Callable[[Page], list[AnyRecord]]


def by_format(page: Page) -> list[AnyRecord]:
    """The page's records as ``filmmeta.kernel`` gives them."""
    return kernel.records(page)


def by_readers(page: Page) -> list[AnyRecord]:
    """The page's records as the format for any page gives them, whatever site it is from."""
    facts = {
        "name": page.name,
        "url": page.url or None,
        "sha256": hashlib.sha256(page.body).hexdigest(),
        "bytes": len(page.body),
        "encoding": page.encoding,
        "format": LAST,
    }
    return kernel.Reading(page, registry()[LAST], facts).records()


def film(records: list[AnyRecord]) -> Film | None:
    """The film among a page's records."""
    return next((record for record in records if isinstance(record, Film)), None)


def opened(file: Path) -> Page:
    """A page of the corpus, under its file's name and nothing else that could tell where it is from."""
    return Page(file.read_bytes(), name=file.name)


MODES: dict[str, Read] = {"generic": by_readers, "formats": by_format}
