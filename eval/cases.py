"""The case tables of tests/values, as what is known of the strings that cannot be read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from filmmeta.values import is_absent

TABLES = Path(__file__).parent.parent / "tests"
DASHES = re.compile(r"[\s–—-]{1,20}")


@cache
def explained(grammar: str) -> dict[str, str]:
    """Texts that a grammar need not read, with the reason: ``no value`` or ``known failure``.

    A text has no value where tests/values says that it must not be read; it is a known failure where
    tests/known-failures/values has it.
    """
    found = {}
    for folder, reason in (("values", "no value"), ("known-failures/values", "known failure")):
        file = TABLES / folder / f"{grammar}.tsv"
        for line in file.read_text("utf-8").split("\n") if file.exists() else ():
            text, wanted, *_ = [*line.split("\t"), ""]
            if line and not line.startswith("# ") and (folder != "values" or not wanted):
                found[text] = reason
    return found


def reason(grammar: str, text: str) -> str:
    """Why a text is not read: ``absent`` (stated), ``no value``, ``known failure``, or ``unread`` for no reason.

    >>> reason("date", "---"), reason("date", "3 May 2001 or so we think")
    ('absent', 'unread')
    """
    if DASHES.fullmatch(text) or is_absent(text):
        return "absent"
    return explained(grammar).get(text, "unread")
