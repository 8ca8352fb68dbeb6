"""When a run that did its work ends with 65 all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import click

from filmmeta.runs.tally import Tally

COVERAGE = re.compile(r"coverage<(0?\.[0-9]+|[01](?:\.0*)?)")


def condition(text: str) -> str:
    """``reject``, ``problem`` or ``coverage<SHARE``; click.BadParameter when it is none of them."""
    if text not in FOUND and not COVERAGE.fullmatch(text):
        raise click.BadParameter(f"{text!r} is none of reject, problem, coverage<0.8 (any share).")
    return text


def rejects(tally: Tally) -> str:
    number = tally.outcomes["reject"]
    return f"{number:,} of {tally.pages:,} pages are rejects" if number else ""


def problems(tally: Tally) -> str:
    number = sum(tally.problems.values())
    return f"there are {number:,} problems" if number else ""


FOUND: dict[str, Callable[[Tally], str]] = {"reject": rejects, "problem": problems}


def failures(tally: Tally, conditions: Iterable[str], max_reject_rate: float | None) -> list[str]:
    """A line for each condition that holds."""
    reasons = {it: FOUND[it](tally) if it in FOUND else uncovered(tally, it) for it in conditions}
    found = [f"--fail-on {said}: {why}" for said, why in reasons.items() if why]
    rate = tally.outcomes["reject"] / tally.pages
    if max_reject_rate is not None and rate > max_reject_rate:
        found.append(f"--max-reject-rate {max_reject_rate:g}: {rejects(tally)}, a share of {rate:.3g}")
    return found


def uncovered(tally: Tally, said: str) -> str:
    share = float(said.partition("<")[2])
    if tally.lowest is None or tally.lowest >= share:
        return ""
    return f"claims account for {tally.lowest:.3g} of a page's text"
