"""What a run of the measurement is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Settings:
    """Which parts are run, over which pages, and what is listed besides the figures."""

    parts: tuple[str, ...]
    corpus: Path
    answers: Path
    only: str
    field: str
    site: str
    processes: int

    @property
    def is_whole(self) -> bool:
        """Whether the pages measured are those that the floors speak of."""
        return not self.only and self.corpus == CORPUS and self.answers == CORPUS / "answers"


def settings(arguments: list[str], parts: tuple[str, ...], several: Mapping[str, tuple[str, ...]]) -> Settings:
    """The settings that a command line gives; it names parts, ``several`` at once, or none for all of them."""
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measure what filmmeta reads of real pages.")
    parser.add_argument("part", nargs="*", help=", ".join((*parts, *several)) + "; all of them unless named")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder that the sheets' files lie in")
    parser.add_argument("--answers", type=Path, help="the folder of answer sheets (CORPUS/answers)")
    parser.add_argument("--only", default="", metavar="TEXT", help="pages whose id contains this, no others")
    parser.add_argument("--show", default="", metavar="FIELD", help="list what is wrong or missing in a field")
    parser.add_argument("--misses", default="", metavar="SITE", help="list what is wrong or missing on a site's pages")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args(arguments)
    named = [each for part in given.part for each in several.get(part, (part,))]
    unknown = set(named) - set(parts)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join((*parts, *several))}")
    answers = given.answers or given.corpus / "answers"
    chosen = tuple(named) or parts
    return Settings(chosen, given.corpus, answers, given.only, given.show, given.misses, given.processes)
