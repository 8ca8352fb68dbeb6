"""Text in, typed value out: the grammars of what film pages print.

Pure functions that know nothing of pages or records; each raises ``ValueError``
when the text holds no value of its kind. Their tables are loaded at the first call
that needs them.
"""

from filmmeta.values.absence import is_absent
from filmmeta.values.certificates import Certificate, certificates
from filmmeta.values.dates import AmbiguousDate, PartialDate, Period, Release, date, date_order, period, releases
from filmmeta.values.fingerprints import Fingerprints, fingerprints
from filmmeta.values.ids import FilmId, film_id
from filmmeta.values.languages import language, languages
from filmmeta.values.mentions import Mentioned, mentions
from filmmeta.values.money import Money, money, moneys
from filmmeta.values.numbers import count, number
from filmmeta.values.people import Credit, Person, Roles, credit, credits, people, person, roles
from filmmeta.values.places import Location, countries, country, location
from filmmeta.values.prose import Prose, authored, prose
from filmmeta.values.runtimes import Runtime, runtime, runtimes
from filmmeta.values.scores import Rating, Score, rating, score, votes
from filmmeta.values.sections import Section, sections
from filmmeta.values.spoilers import Spoilers, spoilers
from filmmeta.values.titles import Title, title
from filmmeta.values.trade import aspect_ratio, colour, sound_mixes
from filmmeta.values.verdict import Verdict, verdict

__all__ = [
    "AmbiguousDate",
    "Certificate",
    "Credit",
    "FilmId",
    "Fingerprints",
    "Location",
    "Mentioned",
    "Money",
    "PartialDate",
    "Period",
    "Person",
    "Prose",
    "Rating",
    "Release",
    "Roles",
    "Runtime",
    "Score",
    "Section",
    "Spoilers",
    "Title",
    "Verdict",
    "aspect_ratio",
    "authored",
    "certificates",
    "colour",
    "count",
    "countries",
    "country",
    "credit",
    "credits",
    "date",
    "date_order",
    "film_id",
    "fingerprints",
    "is_absent",
    "language",
    "languages",
    "location",
    "mentions",
    "money",
    "moneys",
    "number",
    "people",
    "period",
    "person",
    "prose",
    "rating",
    "releases",
    "roles",
    "runtime",
    "runtimes",
    "score",
    "sections",
    "sound_mixes",
    "spoilers",
    "title",
    "verdict",
    "votes",
]
