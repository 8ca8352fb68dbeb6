"""Runs one target under libFuzzer: ``fuzz(name)`` with the options of the command line."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

from fuzz.seeds import CRASHES, LARGEST, ROOT, seed

WORDS = (
    '<html> <body> <h1> <table><tr><td> <script type="application/ld+json"> {"@type":"Movie" itemscope itemprop='
    ' typeof= property="og: <movie> {{Infobox <!DOCTYPE [<!ENTITY <![CDATA[ Director: Cast: Regie: Режиссёр: 导演：'
    " (1987) 8/10 ★★★☆☆ 98 min $1,000,000 12.05.1987 [spoiler] \\ud800 &amp; &#x27;"
).split(" ")
ROOMS = {
    "parse": ("page", "readers", "formats", "values", "records", "normalise"),
    "grammars": ("values",),
    "sources": ("runs.sources",),
}
"""The packages whose modules a target goes through; most of them are imported when a page asks for them."""
MARKS = (
    b"PK\x03\x04|PK\x01\x02|PK\x05\x06|ustar|\x1f\x8b\x08|BZh9|\xfd7zXZ|\x28\xb5\x2f\xfd|WARC/1.0\r\n|PAR1|\r\n\r\n"
    b"|../|Content-Length: |Content-Encoding: |Transfer-Encoding: chunked|boundary=|base64"
).split(b"|")
"""What archives and feeds are known by."""
LIMITS = (f"-max_len={LARGEST}", "-keep_seed=1", "-report_slow_units=600", "-rss_limit_mb=2048")


def fuzz(name: str) -> None:
    """Feed the target what covers more and more of filmmeta, until time is up or something does not hold."""
    import atheris

    with atheris.instrument_imports(include=["filmmeta"]):
        from fuzz.checks import TARGETS

        everything(name)
    with tempfile.TemporaryDirectory() as folder:
        seeds, words = Path(folder, "seeds"), Path(folder, "words")
        seed(name, seeds)
        told = MARKS if name == "sources" else [word.encode() for word in (*WORDS, *labels())]
        words.write_text("".join(f'"{escaped(word)}"\n' for word in told), "ascii")
        options = [f"-dict={words}", f"-artifact_prefix={CRASHES}/{name}-", *LIMITS]
        atheris.Setup([sys.argv[0], *options, *sys.argv[1:], str(seeds)], TARGETS[name])
        atheris.Fuzz()


def everything(name: str) -> None:
    """Import what a target goes through: only what is imported while atheris looks on guides it."""
    for room in ROOMS[name]:
        package = importlib.import_module(f"filmmeta.{room}")
        for each in pkgutil.walk_packages(package.__path__, f"filmmeta.{room}."):
            importlib.import_module(each.name)


def labels() -> list[str]:
    """A few labels of each language, which are the words of most pages."""
    rows = (ROOT / "src/filmmeta/readers/data/labels.tsv").read_text("utf-8").splitlines()
    told = [row.split("\t")[2] for row in rows if row and row[0] != "#"]
    return [f"{label.capitalize()}: " for label in told[::40]]


def escaped(word: bytes) -> str:
    """A word as libFuzzer's dictionaries have it."""
    return "".join(f"\\x{byte:02X}" for byte in word)
