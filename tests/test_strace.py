"""What parsing asks of the system: no socket, no other file, no process; and that no log has a review's words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import filmmeta
from conftest import cases

STRACE = shutil.which("strace")
MARK = "/filmmeta-test-warm"
CALLS = (
    "open,openat,openat2,creat,socket,connect,execve,fork,vfork,clone,clone3,readlink,unlink,rename,mkdir,access"
    ",faccessat2,stat,statx,newfstatat"
)
WORD = "ferrymoss"  # stands in the reviews, and must stand nowhere else
REVIEW = f"I liked the {WORD} of this film, and the boat, and how long it waits at the quay before it leaves. " * 4
CHILD = f"""
import os, sys
from pathlib import Path
import filmmeta
pages = [Path(name).read_bytes() for name in sys.stdin.read().split("\\n") if name]
for page in pages:
    filmmeta.parse(page)
try:
    os.stat({MARK!r})
except OSError:
    pass
for page in pages:
    assert filmmeta.parse(page)
os._exit(0)
"""
ENTITIES = """<?xml version="1.0"?><!DOCTYPE movie [<!ENTITY x SYSTEM "{0}"><!ENTITY % y SYSTEM "{0}">%y;]>
<movie><title>The Ferry at Noon</title><year>1987</year><plot>&x; The ferry leaves at noon.</plot>
<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{0}" parse="text"/></movie>"""
DTD = """<!DOCTYPE html SYSTEM "{0}"><html><head><link rel=stylesheet href="{0}"><base href="{0}"></head>
<body background="{0}"><h1>The Ferry at Noon (1987)</h1><p>Director: Ann Bly<p>Country: Norway<img src="{0}">
<script src="{0}"></script><iframe src="{0}"></iframe><object data="{0}"></object></body></html>"""


@pytest.mark.skipif(STRACE is None, reason="strace is not installed: what parse asks of the system is not looked at")
def test_parse_asks_the_system_for_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the words of another file")
    pages = []
    for number, address in enumerate(
        (f"file://{secret}", str(secret), "http://127.0.0.1:9/x.dtd", "ftp://127.0.0.1/x")
    ):
        for kind, page in (("nfo", ENTITIES), ("html", DTD)):
            pages.append(tmp_path / f"{number}.{kind}")
            pages[-1].write_text(page.format(address))
    names = [*map(str, pages), *(str(case.file) for case in cases() if len(case.body) < 30_000)]
    log = tmp_path / "log"
    command = [str(STRACE), "-f", "-q", "-o", str(log), "-e", f"trace={CALLS}", sys.executable, "-c", CHILD]
    subprocess.run(command, input="\n".join(names), text=True, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})
    told = log.read_text("utf-8", "replace")
    warm = told.index(MARK)
    asked = [line for line in told[warm:].splitlines()[1:] if "exited with" not in line]
    assert asked == []
    assert not re.search(r"socket\(AF_INET|connect\(", told)
    assert "secret" not in told[: told.index(str(pages[0]))] + told[warm:]
    assert not any("another file" in record.model_dump_json() for page in pages for record in parsed(page))


def parsed(page: Path) -> list[filmmeta.Film | filmmeta.Review | filmmeta.Reject]:
    found = filmmeta.parse(page.read_bytes())
    assert found
    return found


def folder_of_reviews(folder: Path) -> Path:
    folder.mkdir()
    film = "<html><h1>The Ferry at Noon (1987)</h1><p>Director: Ann Bly<p>Country: Norway"
    (folder / "a.html").write_text(f"{film}<div class=review><h3>Bo Cole</h3><p>8/10</p><p>{REVIEW}</p></div></html>")
    (folder / "b.txt").write_text(REVIEW)
    return folder


def ran(*arguments: object) -> str:
    """All that a command prints, to either stream."""
    command = [sys.executable, "-m", "filmmeta", *map(str, arguments)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    return ended.stdout + ended.stderr


def test_no_word_of_a_review_is_logged(tmp_path: Path) -> None:
    pages, out = folder_of_reviews(tmp_path / "pages"), tmp_path / "out"
    said = ran("normalise", pages, "-o", out)
    assert WORD in (out / "reviews.jsonl").read_text("utf-8")
    assert WORD not in said


@pytest.mark.parametrize(
    "place", ["filmmeta.kernel.sniff", "filmmeta.kernel.Reading.review", "filmmeta.kernel.Reading.film_claims"]
)
def test_no_word_of_a_review_is_in_the_word_of_a_crash(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise KeyError(REVIEW, *arguments)

    monkeypatch.setattr(place, broken)
    found = filmmeta.parse(REVIEW)
    problems = [problem for record in found for problem in record.problems]
    assert any(problem.code == "crash" for problem in problems)
    assert not any(WORD in problem.text for problem in problems if problem.code == "crash")


def test_explain_steers_no_terminal(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    steering = "\x1b[2J\u202e\u2066\x9b31m"
    page.write_text(
        f"<title>The Ferry (1987)</title><h1>The Ferry{steering} (1987)</h1>"
        f"<p>Director: Ann{steering}Bly<p>Country: Norway"
    )
    [record] = filmmeta.parse(page.read_bytes())
    assert isinstance(record, filmmeta.Film) and steering[:4] in record.crew[0].name
    told = ran("explain", page)
    assert "The Ferry" in told
    assert all(mark.isprintable() or mark == "\n" for mark in told)
    assert "\\x1b[2J\\u202e" in told
