"""The arguments of the main job."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from filmmeta.cli.conditions import condition
from filmmeta.runs.layout import LINES, TABLES

F = TypeVar("F", bound=Callable[..., Any])

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
FILE = click.Path(path_type=Path)
UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
SIZE = re.compile(r"([0-9]{1,12})([KMG]?)B?", re.IGNORECASE)
LEAST_MEMORY = 300_000_000  # bytes that a worker needs before it has read anything


def size(text: str) -> int:
    """A number of bytes from ``500M`` or ``2G``; click.BadParameter when it is none, or no worker lives on it."""
    found = SIZE.fullmatch(text)
    if not found:
        raise click.BadParameter(f"{text!r} is no size such as 500M or 2G.")
    bytes = int(found[1]) * UNITS[found[2].upper()]
    if bytes < LEAST_MEMORY:
        raise click.BadParameter(f"a worker needs {LEAST_MEMORY // 10**6}M or more.")
    return bytes


OPTIONS = (
    click.argument("paths", nargs=-1, required=True, type=FILE),
    click.option(
        "-o",
        "--out",
        required=True,
        help="A folder for the records, a file for all kinds (NAME.jsonl, .jsonl.gz, .jsonl.zst), or - for standard "
        "output.",
    ),
    click.option(
        "--to",
        type=click.Choice([*LINES, *TABLES]),
        help="What a folder gets: plain lines (the default), packed ones, or tables beside the lines.",
    ),
    click.option("-j", "--jobs", type=click.IntRange(1, 1024), metavar="N", help="Pages read at a time; all cores."),
    click.option("--body-field", default="", metavar="NAME", help="The field of a feed that holds the page."),
    click.option("--url-field", default="", metavar="NAME", help="The field of a feed that holds its address."),
    click.option(
        "--page-seconds",
        type=click.IntRange(1, 86_400),
        default=60,
        show_default=True,
        metavar="N",
        help="CPU time that one page may take before it is rejected.",
    ),
    click.option(
        "--page-memory",
        type=size,
        default="2G",
        show_default=True,
        metavar="SIZE",
        help="Memory that one page may take.",
    ),
    click.option(
        "--fail-on",
        type=condition,
        metavar="CONDITION",
        multiple=True,
        help="End with 65 when there is a reject, a problem, or a page with coverage<0.8 (any share); can be repeated.",
    ),
    click.option(
        "--max-reject-rate",
        type=click.FloatRange(0, 1),
        metavar="SHARE",
        help="End with 65 when more than this share of the pages are rejects, such as 0.05.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="No progress and no table; only what went wrong."),
)


def normalise_options(command: F) -> F:
    """Give a command the arguments of the main job."""
    return reduce(lambda done, option: option(done), reversed(OPTIONS), command)
