"""A page into records: at least one for any page, and never an exception."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from filmmeta.claim import Claim, Problem
from filmmeta.coverage import Account
from filmmeta.formats import Format, Sniffed, sniff
from filmmeta.normalise import Draft
from filmmeta.normalise.validation import validated
from filmmeta.page import Page
from filmmeta.page.address import day, saved_on
from filmmeta.page.contents import unreadable
from filmmeta.records import dollars, film_rules, review_rules
from filmmeta.records.common import PageFacts, Record, Trouble
from filmmeta.records.film import Film
from filmmeta.records.reject import Reason, Reject
from filmmeta.records.review import Review

T = TypeVar("T")
R = TypeVar("R", bound=Record)
Claims = list[Claim | Problem]
AnyRecord = Film | Review | Reject

MAX_CLAIMS = 15_000  # of a page's film
MAX_REVIEWS = 2_400  # of one page
# What a review repeats of its page's film.
ABOUT = {"title": "film/title", "year": "film/year", "heading": "film/heading"}
REFUSED = "reject/"


def records(page: Page, format_: Format | None = None) -> list[AnyRecord]:
    """The records of one page: its film, its reviews, or the reject that says why there is neither.

    ``format_`` reads the page whatever it looks like; without it, the one that it belongs to does.
    """
    facts = {
        "name": page.name,
        "url": page.given_url or None,
        "sha256": hashlib.sha256(page.body).hexdigest(),
        "bytes": len(page.body),
        "encoding": "unknown",
        "saved": day(page.saved),
    }
    try:
        return read(page, facts, format_)
    except Exception as error:  # noqa: BLE001  the kernel's guard: a bug costs its page, not the run
        return [reject("crash", facts, [crash(error)])]


def read(page: Page, facts: dict[str, Any], format_: Format | None) -> list[AnyRecord]:
    reason = unreadable(page)
    if reason:
        return [reject(reason, facts, page.lost)]
    facts["encoding"] = page.encoding
    facts["url"] = page.url or None
    facts["saved"] = facts["saved"] or (saved_on(page.text) if page.is_markup else None)
    sniffed = Sniffed((format_,), "as asked") if format_ else sniff(page)
    facts["format"] = sniffed.formats[0].name
    if len(sniffed.formats) > 1:
        return [reject("two-formats", facts, [rivals(sniffed)])]
    return Reading(page, sniffed.formats[0], facts).records()


def rivals(sniffed: Sniffed) -> Problem:
    return Problem("conflict", "page/format", " and ".join(each.name for each in sniffed.formats))


def crash(error: Exception, path: str = "") -> Problem:
    """Where our bug is; an exception's message could hold a page's words, so it is not repeated."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    at = f"{place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place else ""
    return Problem("crash", path, f"{type(error).__name__} at {at}")


def reject(
    reason: Reason,
    facts: dict[str, Any],
    problems: Iterable[Problem],
    coverage: float | None = None,
    evidence: Iterable[Claim] = (),
) -> Reject:
    return Reject.model_validate(
        {
            "id": facts["sha256"][:20],
            "page": facts,
            "reason": reason,
            "sources": [("reason", claim.text, claim.where) for claim in evidence],
            "problems": [problem._asdict() for problem in problems],
            "coverage": coverage,
        }
    )


class Reading:
    """One page read by one format."""

    def __init__(self, page: Page, format_: Format, facts: dict[str, Any]) -> None:
        self.page = page
        self.format = format_
        self.facts = facts
        self.page_facts = PageFacts.model_validate(facts)  # once for all records
        self.problems: list[Problem] = []

    def records(self) -> list[AnyRecord]:
        """Film first, then the reviews in page order; what belongs to no record of its own is with the first."""
        nothing: Claims = []
        film = self.guarded("film", self.film_claims, nothing)
        refusals = [claim for claim in film if isinstance(claim, Claim) and claim.path.startswith(REFUSED)]
        if refusals:
            return [self.refusal(refusals)]
        reviews = self.guarded("reviews", self.review_claims, [nothing][:0])
        account = Account(self.page, [film, *reviews])
        made: list[AnyRecord] = []
        if any(is_fact(claim) for claim in film):
            made += self.guarded("film", partial(self.film, film, account.coverage), [])
        names = [name for record in made if isinstance(record, Film) for name in people(record)]
        named = [
            each._replace(path=ABOUT[each.path]) for each in film if each.path in ABOUT and isinstance(each, Claim)
        ]
        for number, claims in enumerate(reviews, 1):
            told = [*claims, *named]
            made += self.guarded(f"reviews/{number}", partial(self.review, told, number, account.coverage, names), [])
        problems = [*self.page.problems, *self.problems, *account.unread]
        if not any(record.kind == "film" for record in made):  # nobody else tells what the film's claims met
            problems = [*(claim for claim in film if isinstance(claim, Problem)), *problems]
        if not made:
            reason: Reason = "crash" if any(problem.code == "crash" for problem in problems) else "no-film"
            return [reject(reason, self.facts, problems, account.coverage)]
        if problems:
            made[0].problems.extend(Trouble.model_validate(problem._asdict()) for problem in problems)
        return made

    def refusal(self, evidence: list[Claim]) -> Reject:
        """The reject of a page that says itself that it is about something else."""
        reason: Any = evidence[0].path.removeprefix(REFUSED)
        return reject(reason, self.facts, [*self.page.problems, *self.problems], None, evidence)

    def guarded(self, path: str, work: Callable[[], T], otherwise: T) -> T:
        """What ``work`` gives; a crash becomes a problem, so that it costs only its own part of the page."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001  as above
            self.problems.append(crash(error, path))
            return otherwise

    def film_claims(self) -> Claims:
        told = self.format.film(self.page) if self.format.film else iter(())
        return [*self.page.within([*islice(told, MAX_CLAIMS + 1)], MAX_CLAIMS, "claims of the film")]

    def review_claims(self) -> list[Claims]:
        if not self.format.reviews:
            return []
        told = [list(claims) for claims in islice(self.format.reviews(self.page), MAX_REVIEWS + 1)]
        told = [*self.page.within(told, MAX_REVIEWS, "reviews")]
        return [claims for claims in told if any(claim.path == "body" for claim in claims)]

    def film(self, claims: Claims, coverage: float | None) -> list[AnyRecord]:
        draft = Draft(film_rules.FILM)
        draft.read(claims)
        draft.finish()
        draft.sources += dollars.settled(draft.fields)
        return [self.build(Film, draft, "", coverage)]

    def review(self, claims: Claims, number: int, coverage: float | None, names: Sequence[str]) -> list[AnyRecord]:
        draft = Draft(review_rules.REVIEW)
        draft.read(claims)
        if "body" not in draft.fields:  # tags and blanks alone: the problem says where
            self.problems += draft.problems
            return []
        for claim, field, value in review_rules.inner(draft.fields, names):
            draft.take(field, value, claim)
        draft.finish()
        review_rules.complete(draft.fields)
        return [self.build(Review, draft, f"-r{number}", coverage)]

    def build(self, model: type[R], draft: Draft, suffix: str, coverage: float | None) -> R:
        said = draft.fields.pop("page", None)
        page = {**self.facts, **said} if said else self.page_facts
        record = {**draft.fields, "id": self.facts["sha256"][:20] + suffix, "page": page, "coverage": coverage}
        return validated(model, {**record, "sources": draft.sources}, set(draft.fields), draft.problems)


def people(film: Film) -> list[str]:
    """The names of a film's cast and crew, each once: those that a page's reviews may mention."""
    return list(dict.fromkeys([member.name for member in film.cast] + [member.name for member in film.crew]))


def is_fact(claim: Claim | Problem) -> bool:
    """Whether a claim is the page's own word about its film."""
    inferred = claim.where.startswith("inferred:")
    return isinstance(claim, Claim) and not inferred and not claim.path.startswith(("layout", "page/"))
