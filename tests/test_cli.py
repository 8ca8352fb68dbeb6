"""The command line: what it writes where, and every exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import filmmeta
from filmmeta import jsonl
from filmmeta.records import KINDS
from filmmeta.records.schema import generated, schema_text

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").iterdir())
PROSE = "A film about two ferrymen and one boat, which I liked more than I had thought I would when it began. 7/10"


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "filmmeta", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **environment}, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_main_job(tmp_path: Path) -> None:
    done = run("normalise", ROOT / "seeds", "-o", tmp_path / "out")
    assert done.returncode == 0
    assert done.stdout == b""
    written = tree(tmp_path / "out")
    assert set(written) == {
        "films.jsonl", "reviews.jsonl", "rejects.jsonl", "run.json",
        "film.schema.json", "review.schema.json", "reject.schema.json",
    }  # fmt: skip
    assert [written[f"{many}.jsonl"].count(b"\n") for many in KINDS.values()] == [1, 5, 0]
    told = done.stderr.decode()
    assert "5  pages" in told and "films.jsonl" in told


def test_a_second_run_changes_no_byte(tmp_path: Path) -> None:
    run("normalise", ROOT / "seeds", "-o", tmp_path, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    first = tree(tmp_path)
    run("normalise", ROOT / "seeds", "-o", tmp_path, PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8")
    assert tree(tmp_path) == first


def test_the_account_of_a_run(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "review.txt").write_text(PROSE)
    (tmp_path / "in" / "empty.html").write_text("")
    (tmp_path / "in" / ".hidden").write_text(PROSE)
    run("normalise", tmp_path / "in", "-o", tmp_path / "in" / "out")
    run("normalise", tmp_path / "in", "-o", tmp_path / "in" / "out")  # our own output is no input
    account = json.loads((tmp_path / "in" / "out" / "run.json").read_text())
    assert account["inputs"]["pages"] == 2
    assert account["outcomes"] == {"reject": 1, "reviews only": 1}
    assert account["rejects"] == {"empty": 1}
    assert account["filmmeta"] == filmmeta.__version__


def test_standard_output_holds_all_kinds_and_nothing_else() -> None:
    done = run("normalise", *SEEDS, "-o", "-")
    found = [jsonl.record(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [record.kind for record in found] == ["review"] * 4 + ["film", "review"]


def test_an_unreadable_file_is_a_reject(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "review.txt").write_text(PROSE)
    done = run("normalise", tmp_path, "-o", "-")
    assert done.returncode == 0
    assert [json.loads(line)["page"]["name"] for line in done.stdout.splitlines()] == ["review.txt"]
    [reject] = [json.loads(line) for line in run("normalise", tmp_path / "pipe", "-o", "-").stdout.splitlines()]
    assert (reject["reason"], reject["problems"][0]["text"]) == ("unreadable", "no regular file")


def test_sniff_says_which_format_and_why() -> None:
    done = run("sniff", *SEEDS)
    said = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert "review_text: it looks like one review as plain text" in said[0]
    assert "blog_listing: it looks like a film listing that a blog filled" in said[4]


def test_explain_shows_value_text_place_and_problems() -> None:
    done = run("explain", SEEDS[4])
    said = done.stdout.decode()
    assert done.returncode == 0
    assert 'title: "Paris"\n      from "Paris"  text:110-115' in said
    assert "money/0/amount: 46518" in said
    assert "empty-label" in said


def test_explain_spells_out_control_characters(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("Bad \x1b[31m (2001)\n\nRelease Year: 2001\n\nDirector: A\u202eB\n\nStars: C D\n\nStoryline\n\nx\n")
    said = run("explain", file).stdout.decode()
    assert "\x1b" not in said and "\u202e" not in said
    assert "\\x1b[31m" in said


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_published_and_true(kind: str) -> None:
    printed = run("schema", kind).stdout.decode()
    assert printed == schema_text(kind) == generated(kind)
    jsonschema.Draft202012Validator.check_schema(json.loads(printed))


def test_every_line_validates_against_its_schema(tmp_path: Path) -> None:
    run("normalise", ROOT / "tests" / "fixtures", "-o", tmp_path)
    for kind, many in KINDS.items():
        validator = jsonschema.Draft202012Validator(json.loads(schema_text(kind)))
        for line in (tmp_path / f"{many}.jsonl").read_text().splitlines():
            record = json.loads(line)
            validator.validate(record)
            assert set(record) == set(json.loads(schema_text(kind))["properties"])


def test_version() -> None:
    assert run("--version").stdout.decode() == f"filmmeta {filmmeta.__version__}\n"


def test_exit_2_for_arguments_that_are_off() -> None:
    assert run("normalise").returncode == 2
    assert run("schema", "book").returncode == 2
    assert run("polish").returncode == 2


def test_exit_66_for_no_input(tmp_path: Path) -> None:
    for command in (("normalise", tmp_path / "none", "-o", "-"), ("sniff", tmp_path / "none"), ("explain", tmp_path)):
        done = run(*command)
        assert done.returncode == 66
        assert str(tmp_path) in done.stderr.decode()
    assert run("normalise", tmp_path, "-o", "-").returncode == 66


def test_exit_73_for_an_output_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run("normalise", SEEDS[0], "-o", tmp_path / "file")
    assert done.returncode == 73
    assert "is a file" in done.stderr.decode()
    assert run("normalise", SEEDS[0], "-o", tmp_path / "file" / "below").returncode == 73


def test_exit_74_when_writing_fails() -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "filmmeta", "normalise", str(SEEDS[4]), "-o", "-"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 74
    assert done.stderr.decode().strip().count("\n") == 0
    assert "No space left" in done.stderr.decode()


def test_exit_130_when_interrupted(tmp_path: Path) -> None:
    for number in range(3_000):
        (tmp_path / f"{number}.txt").write_text(PROSE)
    command = [sys.executable, "-m", "filmmeta", "normalise", str(tmp_path), "-o", str(tmp_path / "out")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    part = tmp_path / "out" / ".reviews.jsonl.part"
    while not (part.exists() and part.stat().st_size):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert b"interrupted" in told
    assert not list((tmp_path / "out").iterdir())
