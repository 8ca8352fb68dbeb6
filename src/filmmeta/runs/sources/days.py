"""The day of a timestamp as its writer's clock had it: ``2021-02-03``, empty when there is none."""

from __future__ import annotations

import re

from filmmeta.page.address import MONTHS, day

MAIL = re.compile(r"(?:[A-Za-z]{3},)?\s{0,9}(\d{1,2})\s{1,9}([A-Z][a-z]{2})\s{1,9}(\d{4})\b")


def of_timestamp(said: object) -> str:
    """That of ISO 8601, as in WARC and HAR.

    >>> of_timestamp("2021-02-03T23:05:06+02:00"), of_timestamp(20210203)
    ('2021-02-03', '')
    """
    found = day(said) if isinstance(said, str) else None
    return found.isoformat() if found else ""


def of_mail(said: str) -> str:
    """That of a message's date, as in MHTML.

    >>> of_mail("Wed, 3 Feb 2021 04:05:06 -0000"), of_mail("yesterday")
    ('2021-02-03', '')
    """
    found = MAIL.match(said)
    if not found or found[2] not in MONTHS:
        return ""
    return of_timestamp(f"{found[3]}-{MONTHS.index(found[2]):02}-{found[1]:0>2}")
