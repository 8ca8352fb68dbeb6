"""Runs one target under libFuzzer: ``fuzz(name)`` with the options of the command line."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
CRASHES = ROOT / "tests" / "crashes"
FIXTURES = ROOT / "tests" / "fixtures"
VALUES = ROOT / "tests" / "values"
WORDS = (
    '<html> <body> <h1> <table><tr><td> <script type="application/ld+json"> {"@type":"Movie" itemscope itemprop='
    ' typeof= property="og: <movie> {{Infobox <!DOCTYPE [<!ENTITY <![CDATA[ Director: Cast: Regie: Режиссёр: 导演：'
    " (1987) 8/10 ★★★☆☆ 98 min $1,000,000 12.05.1987 [spoiler] \\ud800 &amp; &#x27;"
).split(" ")
LARGEST = 8_192  # bytes of an input
LIMITS = ("-report_slow_units=600", "-rss_limit_mb=2048")


def fuzz(name: str) -> None:
    """Feed the target what covers more and more of filmmeta, until time is up or something does not hold."""
    import atheris

    with atheris.instrument_imports(include=["filmmeta"]):
        from fuzz.checks import TARGETS

    with tempfile.TemporaryDirectory() as folder:
        seeds, words = Path(folder, "seeds"), Path(folder, "words")
        seed(name, seeds)
        words.write_text("".join(f'"{escaped(word)}"\n' for word in (*WORDS, *labels())), "ascii")
        options = [f"-dict={words}", f"-artifact_prefix={CRASHES}/{name}-", *LIMITS]
        atheris.Setup([sys.argv[0], *options, *sys.argv[1:], str(seeds)], TARGETS[name])
        atheris.Fuzz()


def seed(name: str, folder: Path) -> None:
    """What a target begins with: the fixtures' pages, or the texts of the grammars' tables, and earlier finds."""
    folder.mkdir()
    pages = (file.read_bytes() for file in sorted(FIXTURES.glob("*/*")) if file.suffix != ".json")
    texts = (
        row.partition("\t")[0].encode()
        for file in sorted(VALUES.glob("*.tsv"))
        for row in file.read_text("utf-8").splitlines()
    )
    finds = (file.read_bytes() for file in sorted(CRASHES.glob(f"{name}-*")))
    for number, body in enumerate([*(list(texts)[::10] if name == "grammars" else pages), *finds]):
        if body:
            (folder / f"{number:05}").write_bytes(body[:LARGEST])


def labels() -> list[str]:
    """A few labels of each language, which are the words of most pages."""
    rows = (ROOT / "src/filmmeta/readers/data/labels.tsv").read_text("utf-8").splitlines()
    told = [row.split("\t")[2] for row in rows if row and row[0] != "#"]
    return [f"{label.capitalize()}: " for label in told[::40]]


def escaped(word: str) -> str:
    """A word as libFuzzer's dictionaries have it."""
    return "".join(f"\\x{byte:02X}" for byte in word.encode())
