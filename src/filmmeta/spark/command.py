"""The command: INPUT's pages into Parquet and JSON Lines in OUTPUT, by Spark's own commit.

Exit codes are those of ``filmmeta``: 0 done; 2 the arguments are off; 66 there is no such input, or no page in it;
73 the output cannot be made there; 74 Spark gave up; 130 interrupted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from filmmeta.arrow import Limits
from filmmeta.cli.exits import CANT_CREATE, IO_ERROR, NO_INPUT, Failure, ended
from filmmeta.cli.options import CONTEXT, size
from filmmeta.runs.sources import Feed

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def run() -> int:
    """The command, its exit code returned."""
    return ended(normalise, "remove the output and run the same command again")


def setting(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Settings from ``KEY=VALUE``."""
    pairs = [value.partition("=") for value in values]
    for key, equals, _ in pairs:
        if not equals:
            raise click.BadParameter(f"{key!r} is not KEY=VALUE.")
    return {key: value for key, _, value in pairs}


@click.command(context_settings=CONTEXT)
@click.argument("source", metavar="INPUT")
@click.argument("out", metavar="OUTPUT")
@click.option("--master", default="", metavar="URL", help="Spark's master; this machine's cores by default.")
@click.option("--remote", default="", metavar="URL", help="A Spark Connect server, sc://HOST:PORT.")
@click.option("--conf", multiple=True, callback=setting, metavar="KEY=VALUE", help="A setting of Spark; repeatable.")
@click.option("--body-field", default="", metavar="NAME", help="The column that holds the page.")
@click.option("--url-field", default="", metavar="NAME", help="The column that holds its address.")
@click.option("--page-seconds", type=click.IntRange(1, 86_400), default=60, show_default=True, metavar="N")
@click.option("--page-memory", type=size, default="2G", show_default=True, metavar="SIZE")
def normalise(
    source: str,
    out: str,
    master: str,
    remote: str,
    conf: dict[str, str],
    body_field: str,
    url_field: str,
    page_seconds: int,
    page_memory: int,
) -> None:
    """Turn the pages of INPUT into records in the folder OUTPUT.

    INPUT is a folder of Parquet files with a page in each row, or whatever filmmeta normalise reads: pages, folders
    of them, archives, feeds. Every worker has to find it at the same path; Parquet may stand wherever Spark reads.

    OUTPUT gets records.parquet (all rows, with columns to filter by) and films.jsonl, reviews.jsonl and
    rejects.jsonl, each a folder of part files whose lines are those of filmmeta normalise.
    """
    from pyspark.errors import PySparkException

    from filmmeta.spark.session import session

    if not remotely(source) and not Path(source).exists():
        raise Failure(f"{source}: no such file or folder", NO_INPUT)
    if not remotely(out) and Path(out).exists() and (not Path(out).is_dir() or any(Path(out).iterdir())):
        raise Failure(f"{out}: exists already, and Spark writes to new folders alone", CANT_CREATE)
    limits = Limits(seconds=page_seconds, wall=5.0 * page_seconds, memory=page_memory)
    try:
        spark = session(master, remote, conf, limits)
        try:
            job(spark, source, absolute(out), Feed(body_field, url_field), limits)
        finally:
            spark.stop()
    except PySparkException as error:
        raise Failure(str(error).partition("\n")[0], IO_ERROR) from error


def job(spark: SparkSession, source: str, out: str, feed: Feed, limits: Limits) -> None:
    """Write the records, and then the table of what they are."""
    from filmmeta.cli.table import table
    from filmmeta.spark.normalise import normalise as normalised
    from filmmeta.spark.outputs import lines, rows, sources
    from filmmeta.spark.tally import tally

    written = rows(spark, normalised(sources(spark, source, out, feed), limits), out)
    names = lines(written, out)
    counts = tally(written)
    say_all = [table(counts), "", "wrote", *(f"  {name}" for name in names)]
    click.echo("\n".join(say_all), err=True)
    if not counts.pages:
        raise Failure(f"no page in {source}", NO_INPUT)


def remotely(path: str) -> bool:
    """Whether a path is a URL that Spark resolves."""
    return "://" in path


def absolute(path: str) -> str:
    """A path as every process of Spark understands it, wherever it stands."""
    return path if remotely(path) else str(Path(path).absolute())
