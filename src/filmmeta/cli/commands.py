"""The commands. Records and answers go to standard output or to files, all talk to standard error.

Exit codes: 0 done; 2 the arguments are off; 66 there is no such input, or no page or review in it; 73 the output
cannot be made there; 74 reading or writing failed on the way; 130 interrupted.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from filmmeta import __version__
from filmmeta.page import Page
from filmmeta.records import KINDS

NO_INPUT, CANT_CREATE, IO_ERROR, INTERRUPTED = 66, 73, 74, 130
FILE = click.Path(path_type=Path)


class Failure(click.ClickException):
    """What ends a command: a line for people, a code for scripts."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def run() -> int:
    """The command line, its exit code returned."""
    try:
        result = commands.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("filmmeta: interrupted; nothing was changed, run the same command again", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        if isinstance(error, Failure):
            click.echo(f"filmmeta: {error.format_message()}", err=True)
            return error.code
        error.show()
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return IO_ERROR
    except OSError as error:
        click.echo(f"filmmeta: {error.filename or 'output'}: {error.strerror}", err=True)
        return IO_ERROR
    return int(result or 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="filmmeta", message="%(prog)s %(version)s")
def commands() -> None:
    """Pages about films in, records you can trust out."""


@commands.command()
@click.argument("paths", nargs=-1, required=True, type=FILE)
@click.option("-o", "--out", required=True, help="The folder for the records; - writes them all to standard output.")
def normalise(paths: tuple[Path, ...], out: str) -> None:
    """Turn the pages at PATHS (files, or folders of them) into records."""
    from filmmeta.cli.job import to_folder, to_stream

    for path in paths:
        if not path.exists():
            raise Failure(f"{path}: no such file or folder", NO_INPUT)
    if out == "-":
        tally = to_stream(paths)
    else:
        if Path(out).exists() and not Path(out).is_dir():
            raise Failure(f"{out}: is a file, and a folder is needed", CANT_CREATE)
        try:
            Path(out).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Failure(f"{out}: cannot be made: {error.strerror}", CANT_CREATE) from None
        tally = to_folder(paths, Path(out))
    if not tally.pages:
        raise Failure("no page in " + ", ".join(map(str, paths)), NO_INPUT)


@commands.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
def sniff(files: tuple[Path, ...]) -> None:
    """Say which format each of FILES belongs to, and why."""
    from filmmeta.formats import sniff as sniffed
    from filmmeta.report.explain import visible

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
@click.argument("kind", type=click.Choice([*KINDS]))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of record."""
    from filmmeta.records.schema import schema_text

    click.echo(schema_text(kind), nl=False)


def opened(file: Path) -> Page:
    """The page in a file; no such file is the caller's mistake."""
    try:
        return Page(file.read_bytes(), name=str(file))
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}", NO_INPUT) from None
