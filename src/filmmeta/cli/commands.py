"""The commands. Records and answers go to standard output or to files, all talk to standard error.

Exit codes: 0 done; 2 the arguments are off; 65 done, and a condition of --fail-on or --max-reject-rate holds, or a
check found something; 66 there is no such input, or no page or review in it; 73 the output cannot be made there;
74 reading or writing failed on the way; 75 another run has the output; 130 interrupted; 143 terminated.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from filmmeta import __version__
from filmmeta.cli.exits import FAILED_ON, NO_INPUT, Failure, ended, say
from filmmeta.cli.options import CONTEXT, FILE, normalise_options
from filmmeta.records import KINDS

if TYPE_CHECKING:
    from filmmeta.page import Page


def run() -> int:
    """The command line, its exit code returned."""
    return ended(commands, "run the same command again")


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="filmmeta", message="%(prog)s %(version)s")
def commands() -> None:
    """Pages about films in, records you can trust out."""


@commands.command()
@normalise_options
def normalise(
    paths: tuple[Path, ...],
    out: str,
    to: str,
    jobs: int | None,
    body_field: str,
    url_field: str,
    page_seconds: int,
    page_memory: int,
    fail_on: tuple[str, ...],
    max_reject_rate: float | None,
    quiet: bool,
) -> int:
    """Turn the pages at PATHS into records.

    PATHS are pages (HTML or text), folders of them, archives (.zip, .tar, .warc, .wacz, .har, .mhtml, also .gz and
    .zst), feeds (.jsonl, .csv, .parquet), or - for standard input.

    A folder gets films.jsonl, reviews.jsonl and rejects.jsonl, pages.jsonl with a line for each page that went in,
    their schemas, run.json and datapackage.json. The same pages give the same bytes, whatever --jobs is.

    Broken off at any point, the same command goes on where it was; when nothing changed it does nothing.
    """
    from filmmeta.cli.normalise import normalise as job
    from filmmeta.runs.limits import Limits
    from filmmeta.runs.settings import Settings, cores
    from filmmeta.runs.sources import Feed

    for path in paths:
        if str(path) != "-" and not path.exists():
            raise Failure(f"{path}: no such file or folder", NO_INPUT)
    limits = Limits(seconds=page_seconds, wall=5.0 * page_seconds, memory=page_memory)
    settings = Settings(paths, Feed(body_field, url_field), limits, jobs or cores())
    return job(settings, out, to, quiet, fail_on, max_reject_rate)


@commands.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
def sniff(files: tuple[Path, ...]) -> None:
    """Say which format each of FILES belongs to, and why."""
    from filmmeta.formats import sniff as sniffed
    from filmmeta.report.visible import visible

    for file in files:
        page = opened(file)
        found = sniffed(page)
        names = " and ".join(each.name for each in found.formats)
        click.echo(visible(f"{file}: {names}: {found.why}"))


@commands.command()
@click.argument("file", type=FILE)
def explain(file: Path) -> None:
    """Show each field of FILE's records, the text it came from and where, then the problems."""
    from filmmeta.kernel import records
    from filmmeta.report.explain import explained

    for line in explained(records(opened(file))):
        click.echo(line)


@commands.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
def duplicates(files: tuple[Path, ...]) -> None:
    """Group the reviews of FILES (JSON Lines; - is standard input) that are one text, also in other words."""
    from filmmeta.cli.duplicates import write_groups

    for file in files:
        if str(file) != "-" and not file.exists():
            raise Failure(f"{file}: no such file", NO_INPUT)
    if not write_groups(files):
        raise Failure("no review in " + ", ".join(map(str, files)), NO_INPUT)


@commands.command()
@click.argument("out", type=FILE)
def check(out: Path) -> int:
    """Prove that the folder OUT accounts for every page, each once, and that every line is what its schema says.

    The proof shares no code with what wrote the folder. Exit code 0: proven; 65: not, and a line for each finding.
    """
    from filmmeta.check import check as proof

    if not out.is_dir():
        raise Failure(f"{out}: no such folder", NO_INPUT)
    account = proof(out)
    for finding in account.findings:
        say(f"{out}: {finding}")
    if account.total:
        say(f"{out}: not proven: {account.total:,} findings in {account.pages:,} pages")
        return FAILED_ON
    say(
        f"{out}: proven: {account.pages:,} pages are {account.films:,} with a film, {account.reviews_only:,} with "
        f"reviews alone and {account.rejects:,} rejects, each once; {account.records:,} records hold to their schemas"
    )
    return 0


@commands.command()
@click.argument("kind", type=click.Choice([*KINDS, "page"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of record, or of a line of pages.jsonl."""
    from filmmeta.records.schema import schema_text

    click.echo(schema_text(kind), nl=False)


def opened(file: Path) -> Page:
    """The page in a file; no such file is the caller's mistake."""
    from filmmeta.page import Page

    try:
        return Page(file.read_bytes(), name=str(file))
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}", NO_INPUT) from None
