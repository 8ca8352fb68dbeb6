"""The main job: pages to files or to standard output, what a person sees of it, and how it ends."""

from __future__ import annotations

import errno
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

import click

from filmmeta.cli.conditions import failures
from filmmeta.cli.exits import (
    BUSY,
    CANT_CREATE,
    FAILED_ON,
    INTERRUPTED,
    IO_ERROR,
    NO_INPUT,
    TERMINATED,
    Failure,
    reason,
    say,
)
from filmmeta.cli.progress import shown
from filmmeta.cli.table import table
from filmmeta.report.visible import visible
from filmmeta.runs.layout import LINES, Layout, file_layout, folder_layout
from filmmeta.runs.lock import Busy
from filmmeta.runs.run import NoPage, Run, make_place
from filmmeta.runs.settings import Settings
from filmmeta.runs.sources import files
from filmmeta.runs.stream import to_stream
from filmmeta.runs.tally import Tally
from filmmeta.tables import EXTRAS, MissingExtra, require

FAULTS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EACCES, errno.EMFILE, errno.ENFILE, errno.ENOMEM})
"""Errors of the machine or its owner, which may be mended; others say that the output cannot be there."""


class Terminated(KeyboardInterrupt):
    """The run was asked to end by a signal."""


def normalise(settings: Settings, out: str, to: str, quiet: bool, conditions: Sequence[str], rate: float | None) -> int:
    """Do the job and say what came of it; the exit code."""
    if out == "-" and to:
        raise click.UsageError("--to is for folders")
    signal.signal(signal.SIGTERM, terminate)
    tally = to_standard_output(settings, quiet) if out == "-" else to_files(settings, place(Path(out), to), quiet)
    found = failures(tally, conditions, rate)
    for line in found:
        say(line)
    return FAILED_ON if found else 0


def terminate(number: int, frame: FrameType | None) -> None:
    raise Terminated


def place(out: Path, to: str) -> Layout:
    """Where the files of a run stand; Failure when they cannot."""
    is_file = out.name.endswith(tuple(f".{form}" for form in LINES)) and not out.is_dir()
    if is_file and to:
        raise click.UsageError("--to is for folders; the name of a file says how it is packed")
    if not is_file and out.exists() and not out.is_dir():
        raise Failure(f"{out}: is a file, and a folder is needed (or a name that ends in .jsonl)", CANT_CREATE)
    layout = file_layout(out) if is_file else folder_layout(out, to or "jsonl")
    if layout.table in EXTRAS:
        try:
            require(layout.table)
        except MissingExtra as missing:
            raise click.UsageError(f"--to {layout.table}: {missing}") from None
    try:
        make_place(layout)
    except OSError as error:
        if error.errno in FAULTS:
            raise
        raise Failure(f"{out}: cannot be made: {error.strerror}", CANT_CREATE) from None
    return layout


def to_standard_output(settings: Settings, quiet: bool) -> Tally:
    """All records to standard output, in page order."""
    try:
        with shown(counting(settings, None), quiet, sys.stderr.isatty()) as watch:
            tally = to_stream(settings, sys.stdout.buffer, watch)
    except KeyboardInterrupt as interrupt:
        raise stopped(interrupt, "what was written is not all") from None
    if not tally.pages:
        raise no_page(settings)
    if not quiet:
        click.echo(table(tally), err=True)
    return tally


def to_files(settings: Settings, layout: Layout, quiet: bool) -> Tally:
    """All records to files; the table of them, and the files' paths, to standard error."""
    run = Run(settings, layout, tell=silence if quiet else say, watch=lambda tally, origins: None)
    try:
        with shown(counting(settings, layout.out), quiet, sys.stderr.isatty()) as run.watch:
            done = run.go()
    except NoPage:
        raise no_page(settings) from None
    except Busy:
        message = f"{layout.out}: another run is writing there; wait for it, or choose another output"
        raise Failure(message, BUSY) from None
    except KeyboardInterrupt as interrupt:
        raise stopped(interrupt, how_to_go_on(run)) from None
    except OSError as error:
        raise Failure(f"{reason(error)}; {how_to_go_on(run)}", IO_ERROR) from error
    if not quiet:
        wrote = ["", "wrote", *(f"  {visible(str(path))}" for path in done.written)] if done.written else []
        click.echo("\n".join([table(done.tally), *wrote]), err=True)
    if not done.written and not quiet:
        say(f"nothing to do: {layout.out} holds what comes of these pages")
    return done.tally


def silence(line: str) -> None:
    """Nothing."""


def how_to_go_on(run: Run) -> str:
    """What a run that was broken off leaves to do."""
    if run.kept and not run.reads_once:
        return f"{run.kept:,} pages are kept: run the same command again to go on behind them"
    return "nothing was changed: run the same command again"


def stopped(interrupt: KeyboardInterrupt, then: str) -> Failure:
    if isinstance(interrupt, Terminated):
        return Failure(f"terminated; {then}", TERMINATED)
    return Failure(f"interrupted; {then}", INTERRUPTED)


def no_page(settings: Settings) -> Failure:
    return Failure("no page in " + ", ".join(settings.names), NO_INPUT)


def counting(settings: Settings, out: Path | None) -> Callable[[], int | None]:
    """What counts the files of a run; None for standard input, which cannot be looked at before."""

    def count() -> int | None:
        return None if Path("-") in settings.paths else sum(1 for _ in files(settings.paths, out))

    return count
