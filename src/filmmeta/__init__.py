"""Pages about films in, records you can trust out.

>>> import filmmeta
>>> [record] = filmmeta.parse("I saw this film twice and would see it a third time, for the songs alone. 8/10")
>>> record.kind, record.language, record.rating.value
('review', 'en', 8.0)
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Film", "Page", "Reject", "Review", "parse", "parse_file"]

if TYPE_CHECKING:
    from filmmeta.api import parse, parse_file
    from filmmeta.page import Page
    from filmmeta.records.film import Film
    from filmmeta.records.reject import Reject
    from filmmeta.records.review import Review

HOMES = {
    "parse": "api",
    "parse_file": "api",
    "Page": "page",
    "Film": "records.film",
    "Review": "records.review",
    "Reject": "records.reject",
}


def __getattr__(name: str) -> Any:
    """The public names, each loaded when first asked for, so that ``--version`` costs next to nothing."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
