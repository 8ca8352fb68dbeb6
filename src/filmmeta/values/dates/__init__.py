"""Dates: days, months and years, full or partial, one or several, and the time between them.

Month names of some seventy languages are looked up in a table made from CLDR. Nothing that a text does not
say is filled in: a year stays a year, and ``07/08/2009`` stays ambiguous until an order is known.
"""

from filmmeta.values.dates.calendar import AmbiguousDate, PartialDate
from filmmeta.values.dates.lists import Release, releases
from filmmeta.values.dates.numerals import date_order
from filmmeta.values.dates.reading import date
from filmmeta.values.dates.spans import Period, period

__all__ = ["AmbiguousDate", "PartialDate", "Period", "Release", "date", "date_order", "period", "releases"]
