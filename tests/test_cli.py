"""The command line: what it writes where, and every exit code."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import zstandard

import filmmeta
from filmmeta import jsonl, tables
from filmmeta.cli import main, progress
from filmmeta.records import KINDS
from filmmeta.records.schema import generated, schema_text
from filmmeta.runs.tally import Tally

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").iterdir())
PROSE = "A film about two ferrymen and one boat, which I liked more than I had thought I would when it began. 7/10"


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command line, as a process."""
    command = [sys.executable, "-m", "filmmeta", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **environment}, check=False)


Done = subprocess.CompletedProcess[bytes]


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Done]:
    """The same in this process, which starts none but workers."""
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)

    def call(*arguments: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["filmmeta", *map(str, arguments)])
        capfdbinary.readouterr()
        code = main()
        return subprocess.CompletedProcess(arguments, code, *capfdbinary.readouterr())

    return call


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, Path]:
    """The main job, and the folder that it wrote, which nobody may change."""
    out = tmp_path_factory.mktemp("job") / "out"
    return run("normalise", ROOT / "seeds", "-o", out), out


@pytest.fixture(scope="module")
def printed() -> Done:
    """The main job to standard output."""
    return run("normalise", ROOT / "seeds", "-o", "-")


def tree(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_the_main_job(job: tuple[Done, Path]) -> None:
    done, out = job
    assert done.returncode == 0
    assert done.stdout == b""
    written = tree(out)
    assert set(written) == {
        "films.jsonl", "reviews.jsonl", "rejects.jsonl", "pages.jsonl", "run.json", "datapackage.json",
        "film.schema.json", "review.schema.json", "reject.schema.json", "page.schema.json",
    }  # fmt: skip
    assert [written[f"{many}.jsonl"].count(b"\n") for many in KINDS.values()] == [1, 5, 0]
    told = done.stderr.decode()
    assert "5  pages" in told and "films.jsonl" in told


def test_a_second_run_changes_no_byte(tmp_path: Path, job: tuple[Done, Path]) -> None:
    run("normalise", ROOT / "seeds", "-o", tmp_path, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    first = tree(tmp_path)
    assert first == tree(job[1])
    run("normalise", ROOT / "seeds", "-o", tmp_path, PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8")
    assert tree(tmp_path) == first


def test_the_account_of_a_run(tmp_path: Path, inside: Callable[..., Done]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "review.txt").write_text(PROSE)
    (tmp_path / "in" / "empty.html").write_text("")
    (tmp_path / "in" / ".hidden").write_text(PROSE)
    inside("normalise", tmp_path / "in", "-o", tmp_path / "in" / "out")
    inside("normalise", tmp_path / "in", "-o", tmp_path / "in" / "out")  # our own output is no input
    account = json.loads((tmp_path / "in" / "out" / "run.json").read_text())
    assert account["inputs"]["pages"] == 2
    assert account["outcomes"] == {"reject": 1, "reviews": 1}
    assert account["rejects"] == {"empty": 1}
    assert account["filmmeta"] == filmmeta.__version__


def test_standard_output_holds_all_kinds_and_nothing_else() -> None:
    done = run("normalise", *SEEDS, "-o", "-")
    found = [jsonl.record(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [record.kind for record in found] == ["review"] * 4 + ["film", "review"]


def test_an_unreadable_file_is_a_reject(tmp_path: Path, inside: Callable[..., Done]) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "review.txt").write_text(PROSE)
    done = inside("normalise", tmp_path, "-o", "-")
    assert done.returncode == 0
    assert [json.loads(line)["page"]["name"] for line in done.stdout.splitlines()] == ["gone", "pipe", "review.txt"]
    [reject] = [json.loads(line) for line in inside("normalise", tmp_path / "pipe", "-o", "-").stdout.splitlines()]
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


def test_explain_spells_out_control_characters(tmp_path: Path, inside: Callable[..., Done]) -> None:
    file = tmp_path / "page.txt"
    file.write_text("Bad \x1b[31m (2001)\n\nRelease Year: 2001\n\nDirector: A\u202eB\n\nStars: C D\n\nStoryline\n\nx\n")
    said = inside("explain", file).stdout.decode()
    assert "\x1b" not in said and "\u202e" not in said
    assert "\\x1b[31m" in said


@pytest.mark.parametrize("kind", [*KINDS, "page"])
def test_schema_is_published_and_true(kind: str, inside: Callable[..., Done]) -> None:
    printed = (run if kind == "film" else inside)("schema", kind).stdout.decode()
    assert printed == schema_text(kind) == generated(kind)
    jsonschema.Draft202012Validator.check_schema(json.loads(printed))


def test_every_line_validates_against_its_schema(tmp_path: Path, inside: Callable[..., Done]) -> None:
    inside("normalise", ROOT / "tests" / "fixtures", "-o", tmp_path)
    for kind, many in KINDS.items():
        validator = jsonschema.Draft202012Validator(json.loads(schema_text(kind)))
        properties = set(json.loads(schema_text(kind))["properties"])
        for line in (tmp_path / f"{many}.jsonl").read_text().splitlines():
            record = json.loads(line)
            validator.validate(record)
            assert set(record) == properties


def test_version() -> None:
    assert run("--version").stdout.decode() == f"filmmeta {filmmeta.__version__}\n"


def test_exit_2_for_arguments_that_are_off(inside: Callable[..., Done]) -> None:
    assert run("normalise").returncode == 2
    assert inside("schema", "book").returncode == 2
    assert inside("polish").returncode == 2


def test_exit_66_for_no_input(tmp_path: Path, inside: Callable[..., Done]) -> None:
    for command in (("normalise", tmp_path / "none", "-o", "-"), ("sniff", tmp_path / "none"), ("explain", tmp_path)):
        done = inside(*command)
        assert done.returncode == 66
        assert str(tmp_path) in done.stderr.decode()
    assert run("normalise", tmp_path, "-o", "-").returncode == 66


def test_exit_73_for_an_output_that_cannot_be_made(tmp_path: Path, inside: Callable[..., Done]) -> None:
    (tmp_path / "file").write_text("x")
    done = run("normalise", SEEDS[0], "-o", tmp_path / "file")
    assert done.returncode == 73
    assert "is a file" in done.stderr.decode()
    assert inside("normalise", SEEDS[0], "-o", tmp_path / "file" / "below").returncode == 73


def test_exit_74_when_writing_fails() -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "filmmeta", "normalise", str(SEEDS[4]), "-o", "-"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 74
    assert done.stderr.decode().strip().count("\n") == 0
    assert "No space left" in done.stderr.decode()


def test_exit_130_when_interrupted(tmp_path: Path) -> None:
    for number in range(300):  # more than the pipe holds, so that it cannot be through before it is interrupted
        (tmp_path / f"{number}.txt").write_text(PROSE)
    command = [sys.executable, "-m", "filmmeta", "normalise", str(tmp_path), "-o", "-"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told.splitlines()[-1] == b"filmmeta: interrupted; what was written is not all"


def test_the_inventory_has_a_line_for_each_page(job: tuple[Done, Path]) -> None:
    lines = [json.loads(line) for line in (job[1] / "pages.jsonl").read_text().splitlines()]
    assert [line["number"] for line in lines] == [1, 2, 3, 4, 5]
    assert [line["name"] for line in lines] == [file.name for file in SEEDS]
    assert [line["outcome"] for line in lines] == ["reviews"] * 4 + ["film"]
    validator = jsonschema.Draft202012Validator(json.loads(schema_text("page")))
    for line in lines:
        validator.validate(line)


@pytest.mark.parametrize(
    ("to", "table"),
    [("parquet", "films.parquet"), ("sqlite", "records.sqlite"), ("duckdb", "records.duckdb")],
)
def test_tables_stand_beside_the_lines(tmp_path: Path, inside: Callable[..., Done], to: str, table: str) -> None:
    if to != "sqlite":
        pytest.importorskip({"parquet": "pyarrow", "duckdb": "duckdb"}[to])
    for _ in range(2):
        done = run("normalise", ROOT / "seeds", "-o", tmp_path, "--to", to)
        assert done.returncode == 0
        assert {"films.jsonl", table} < {*tree(tmp_path)}
        assert inside("check", tmp_path).returncode == 0
    assert b"nothing to do" in done.stderr
    (tmp_path / table).write_bytes(b"no table")
    assert b"nothing to do" not in inside("normalise", ROOT / "seeds", "-o", tmp_path, "--to", to).stderr
    assert inside("check", tmp_path).returncode == 0
    inside("normalise", ROOT / "seeds", "-o", tmp_path, "--to", "jsonl.gz")
    assert not {"films.jsonl", table} & {*tree(tmp_path)}
    assert inside("check", tmp_path).returncode == 0


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz", "jsonl.zst"])
def test_one_file_holds_all_kinds(tmp_path: Path, inside: Callable[..., Done], printed: Done, suffix: str) -> None:
    unpack: dict[str, Callable[[bytes], bytes]] = {"jsonl": bytes, "jsonl.gz": gzip.decompress, "jsonl.zst": unpacked}
    done = inside("normalise", ROOT / "seeds", "-o", tmp_path / f"records.{suffix}")
    assert done.returncode == 0
    assert [*tree(tmp_path)] == [f"records.{suffix}"]
    held = unpack[suffix]((tmp_path / f"records.{suffix}").read_bytes())
    assert held == printed.stdout != b""


def unpacked(body: bytes) -> bytes:
    return zstandard.ZstdDecompressor().stream_reader(body, read_across_frames=True).read()


def test_packed_outputs_without_a_line_can_be_unpacked(tmp_path: Path, inside: Callable[..., Done]) -> None:
    inside("normalise", ROOT / "seeds", "-o", tmp_path / "gz", "--to", "jsonl.gz")
    inside("normalise", ROOT / "seeds", "-o", tmp_path / "zst", "--to", "jsonl.zst")
    assert gzip.decompress((tmp_path / "gz" / "rejects.jsonl.gz").read_bytes()) == b""
    packed = (tmp_path / "zst" / "rejects.jsonl.zst").read_bytes()
    assert packed and unpacked(packed) == b""


@pytest.mark.parametrize(
    ("options", "code", "word"),
    [
        (["--fail-on", "reject"], 65, "1 of 3 pages are rejects"),
        (["--fail-on", "problem"], 65, "problems"),
        (["--fail-on", "coverage<0.99"], 65, "of a page's text"),
        (["--fail-on", "coverage<0.98"], 0, ""),
        (["--max-reject-rate", "0.3"], 65, "a share of 0.333"),
        (["--max-reject-rate", "0.4"], 0, ""),
        (["--max-reject-rate", "0.4", "--fail-on", "reject"], 65, "rejects"),
    ],
)
def test_exit_65_when_a_condition_holds(
    tmp_path: Path, inside: Callable[..., Done], options: list[str], code: int, word: str
) -> None:
    pages = tmp_path / "in"
    pages.mkdir()
    (pages / "empty.html").write_text("")
    (pages / "film.txt").write_bytes(SEEDS[4].read_bytes())
    part = ROOT / "tests" / "fixtures" / "blog_listing" / "entities_and_bylines.txt"  # claims account for 0.9806 of it
    (pages / "part.txt").write_bytes(part.read_bytes())
    for _ in range(2):  # also when all is done
        done = inside("normalise", pages, "-o", tmp_path / "out", "-q", *options)
        assert done.returncode == code
        assert word in done.stderr.decode()
        assert done.stderr.count(b"\n") == (code > 0)
        assert tree(tmp_path / "out")["films.jsonl"]


def test_exit_2_for_options_that_are_off(tmp_path: Path, inside: Callable[..., Done]) -> None:
    for options in (
        ["--fail-on", "weather"],
        ["--fail-on", "coverage<2"],
        ["--max-reject-rate", "2"],
        ["--jobs", "0"],
        ["--page-memory", "2Q"],
        ["--page-memory", "10M"],
        ["--to", "csv"],
    ):
        assert inside("normalise", ROOT / "seeds", "-o", tmp_path / "out", *options).returncode == 2
    assert inside("normalise", ROOT / "seeds", "-o", tmp_path / "all.jsonl", "--to", "parquet").returncode == 2
    assert inside("normalise", ROOT / "seeds", "-o", "-", "--to", "parquet").returncode == 2
    assert not [*tmp_path.iterdir()]


def test_exit_2_when_an_extra_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: Callable[..., Done]
) -> None:
    monkeypatch.setattr(tables, "find_spec", lambda package: None)
    out = tmp_path / "out"
    done = inside("normalise", SEEDS[0], "-o", out, "--to", "parquet")
    assert done.returncode == 2
    assert b"pip install 'filmmeta[parquet]'" in done.stderr
    assert not out.exists()


def test_quiet_says_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        done = run("normalise", ROOT / "seeds", "-o", tmp_path, "--quiet")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_check_finds_what_was_lost(tmp_path: Path, inside: Callable[..., Done], job: tuple[Done, Path]) -> None:
    shutil.copytree(job[1], tmp_path, dirs_exist_ok=True)
    assert inside("check", tmp_path).returncode == 0
    reviews = tmp_path / "reviews.jsonl"
    reviews.write_bytes(b"".join(reviews.read_bytes().splitlines(keepends=True)[1:]))
    done = run("check", tmp_path)
    assert done.returncode == 65
    assert b"not proven" in done.stderr
    assert inside("check", tmp_path / "none").returncode == 66


def test_names_cannot_steer_a_terminal(tmp_path: Path) -> None:
    out = tmp_path / "o\x1b[31m\nut"
    done = run("normalise", ROOT / "seeds", "-o", out)
    assert done.returncode == 0 and out.is_dir()
    assert b"\x1b" not in done.stderr and b"o\\x1b[31m\\nut" in done.stderr


def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number}.txt").write_text(PROSE)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "filmmeta", "normalise", str(tmp_path), "-o", str(tmp_path / "out")]
    process = subprocess.Popen(command, stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "120"})
    os.close(theirs)
    said = b""
    with contextlib.suppress(OSError):  # the other end is closed
        while more := os.read(ours, 4096):
            said += more
    os.close(ours)
    assert process.wait() == 0
    assert b"pages/s" in said and b"left" in said
    assert b"100  pages" in said


def test_a_log_gets_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "LOG_SECONDS", 0.0)
    with progress.shown(lambda: None, quiet=False, terminal=False) as watch:
        watch(Tally(pages=1_001, problems=Counter({"unread": 7})), 1)
    assert re.fullmatch(r"filmmeta: 1,001 pages, [\d,]+ pages/s, 7 problems\n", capsys.readouterr().err)
    monkeypatch.setattr(progress, "LOG_SECONDS", 1e9)
    with progress.shown(lambda: None, quiet=False, terminal=False) as watch:
        watch(Tally(pages=1_001), 1)
    assert capsys.readouterr().err == ""
