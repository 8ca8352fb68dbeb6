"""A run that was broken off goes on, and what comes of it is what an undisturbed run gives, byte for byte."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from filmmeta.runs.journal import EVERY as REAL_EVERY
from filmmeta.runs.layout import LINES, file_layout
from filmmeta.runs.lock import Busy, locked
from filmmeta.runs.run import NoPage
from small_runs import EVERY, go, go_to, published, quick, tree, write_pages
from stand_in import Readers

__all__ = ["quick"]
PROSE = "A film about two ferrymen and one boat, which I liked more than I had thought I would when it began. 7/10"
KILLS = int(os.environ.get("FILMMETA_KILLS", "6"))
WAIT = 60.0  # seconds in which something must have happened

small = pytest.mark.usefixtures("quick")


def pages_read(work: Callable[[], object]) -> int:
    before = Readers.read
    work()
    return Readers.read - before


@small
@pytest.mark.parametrize("to", LINES)
def test_a_finished_run_does_nothing(tmp_path: Path, to: str) -> None:
    pages = write_pages(tmp_path / "in")
    go(pages, tmp_path / "out", to)
    before = {path: path.stat() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert pages_read(lambda: go(pages, tmp_path / "out", to)) == 0
    assert go(pages, tmp_path / "out", to) == ["nothing to do"]
    after = {path: path.stat() for path in before}
    assert {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in before.items()} == {
        path: (stat.st_ino, stat.st_mtime_ns) for path, stat in after.items()
    }


def add_last(pages: Path) -> None:
    (pages / "900.txt").write_text("one more")


def add_first(pages: Path) -> None:
    (pages / "0.txt").write_text("one more")


def change(pages: Path) -> None:
    (pages / "013.txt").write_text("now it says something else")


def touch(pages: Path) -> None:
    os.utime(pages / "013.txt", ns=(1, 1))


def remove(pages: Path) -> None:
    (pages / "013.txt").unlink()


def remove_last(pages: Path) -> None:
    (pages / "029.txt").unlink()


@small
@pytest.mark.parametrize("to", LINES)
@pytest.mark.parametrize(
    ("alter", "kept"), [(add_last, 28), (add_first, 0), (change, 12), (touch, 12), (remove, 12), (remove_last, 28)]
)
def test_changed_inputs_are_read_again_and_only_they(
    tmp_path: Path, alter: Callable[[Path], None], kept: int, to: str
) -> None:
    pages = write_pages(tmp_path / "in")
    go(pages, tmp_path / "out", to)
    alter(pages)
    assert pages_read(lambda: go(pages, tmp_path / "fresh", to)) == len(list(pages.iterdir()))
    told: list[str] = []
    assert pages_read(lambda: told.extend(go(pages, tmp_path / "out", to))) == len(list(pages.iterdir())) - kept
    assert told == ["the inputs changed; " + (f"the first {kept} pages are kept" if kept else "starting anew")]
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


@small
@pytest.mark.parametrize(
    ("edit", "word"),
    [
        ({"filmmeta": "0.0.1"}, "filmmeta itself changed; starting anew"),
        ({"code": ""}, "filmmeta itself changed; starting anew"),
        ({"versions": {"lxml": "1.0"}}, "other versions: "),
        ({"settings": {"page_seconds": 1}}, "other settings: "),
        ({"settings": None}, "filmmeta itself changed; starting anew"),
    ],
)
def test_what_another_filmmeta_wrote_is_not_kept(tmp_path: Path, edit: dict[str, object], word: str) -> None:
    pages = write_pages(tmp_path / "in")
    go(pages, tmp_path / "out")
    whole = tree(tmp_path / "out")
    journal = tmp_path / "out" / ".filmmeta" / "journal"
    head, *rest = journal.read_text().splitlines(keepends=True)
    journal.write_text(json.dumps({**json.loads(head), **edit}) + "\n" + "".join(rest))
    told: list[str] = []
    assert pages_read(lambda: told.extend(go(pages, tmp_path / "out"))) == 30
    assert len(told) == 1 and told[0].startswith(word)
    assert tree(tmp_path / "out") == whole


@small
def test_outputs_that_somebody_edited_are_made_anew(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in"), tmp_path / "out"
    go(pages, out)
    whole = tree(out)
    for name in published(out):
        for text in (None, b"", whole[name][:-1], b"x" + whole[name][1:], whole[name] + b"x"):
            if text is None:
                (out / name).unlink()
            else:
                (out / name).write_bytes(text)
            told = go(pages, out)
            assert ("nothing to do" in told) == (text == whole[name])
            assert tree(out) == whole


@small
def test_a_torn_journal_costs_no_more_than_what_it_lost(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in"), tmp_path / "out"
    go(pages, out)
    whole = tree(out)
    journal = out / ".filmmeta" / "journal"
    text = whole[".filmmeta/journal"]
    for torn in [text[:at] for at in range(0, len(text), 331)] + [text + b'{"pages": 99', b"\0" * 99, b"[]\n" + text]:
        journal.write_bytes(torn)
        lines = torn.count(b"\n") if torn.startswith(b"{") else 0
        read = pages_read(lambda: go(pages, out))
        assert read == (30 - EVERY * max(0, lines - 1) if lines < text.count(b"\n") else 0)
        assert tree(out) == whole


@small
@pytest.mark.parametrize("to", LINES)
def test_going_on_within_an_archive(tmp_path: Path, to: str) -> None:
    pages = write_pages(tmp_path / "in", 6)
    with zipfile.ZipFile(pages / "001a.zip", "w") as archive:
        for number in range(11):
            archive.writestr(f"{number:02}.txt", f"member {number}")
            archive.writestr(f"{number:02}/", b"")
    (pages / "002a.jsonl").write_text("".join(json.dumps({"html": f"row {number}"}) + "\n" for number in range(9)))
    layout = tmp_path / "out" / ".filmmeta" / "parts"
    go(pages, tmp_path / "fresh", to)
    whole = tree(tmp_path / "fresh")
    account = json.loads(whole["run.json"])
    assert account["inputs"]["pages"] == 26
    for stop in range(1, 26):
        with pytest.raises(Stopped):
            stopped(pages, tmp_path / "out", to, stop)
        assert layout.exists()
        read = pages_read(lambda: go(pages, tmp_path / "out", to))
        assert read == 26 - stop // EVERY * EVERY
        assert tree(tmp_path / "out") == whole
        for file in sorted((tmp_path / "out").rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()


class Stopped(BaseException):
    """A run was broken off."""


def stopped(pages: Path, out: Path, to: str, after: int) -> None:
    """A run that is broken off after so many pages."""
    from filmmeta.runs.layout import folder_layout
    from filmmeta.runs.run import Run
    from filmmeta.runs.settings import Settings
    from filmmeta.runs.tally import Tally

    def watch(tally: Tally, origins: int) -> None:
        if tally.pages == after:
            raise Stopped

    Run(Settings((pages,)), folder_layout(out, to), lambda line: None, watch).go()


@small
@pytest.mark.parametrize("suffix", LINES)
def test_one_file_for_all_kinds(tmp_path: Path, suffix: str) -> None:
    pages = write_pages(tmp_path / "in")
    layout = file_layout(tmp_path / f"records.{suffix}")
    go_to(pages, layout)
    body = layout.out.read_bytes()
    assert go_to(pages, layout) == ["nothing to do"]
    add_last(pages)
    assert pages_read(lambda: go_to(pages, layout)) == 3
    fresh = file_layout(tmp_path / f"fresh.{suffix}")
    go_to(pages, fresh)
    assert layout.out.read_bytes() == fresh.out.read_bytes() != body


@small
def test_no_page_leaves_what_was_there(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in"), tmp_path / "out"
    go(pages, out)
    before = published(out)
    for page in pages.iterdir():
        page.unlink()
    with pytest.raises(NoPage):
        go(pages, out)
    assert published(out) == before


@small
def test_only_one_run_at_a_time(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in"), tmp_path / "out"
    go(pages, out)
    with locked(out / ".filmmeta" / "lock"), pytest.raises(Busy):
        go(pages, out)
    assert go(pages, out) == ["nothing to do"]


def real_pages(folder: Path, number: int) -> Path:
    """Pages that filmmeta reads quickly."""
    folder.mkdir()
    for each in range(number):
        (folder / f"{each:04}.txt").write_text("" if each % 3 else f"{PROSE}\n\nSeen {each} times.\n")
    return folder


def command(pages: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "filmmeta", "normalise", str(pages), "-o", str(out), *options]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Real pages, and all files of the output of a run over them that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    pages = real_pages(folder / "in", 3 * REAL_EVERY + 50)
    subprocess.run(command(pages, folder / "out", "-q"), check=True)
    return pages, tree(folder / "out")


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_the_same_bytes_whatever_stands_around_the_run(
    tmp_path: Path, undisturbed: tuple[Path, dict[str, bytes]], jobs: str
) -> None:
    pages, whole = undisturbed
    around = {"PYTHONHASHSEED": jobs, "TZ": f"Etc/GMT+{jobs}", "LC_ALL": "C" if jobs == "1" else "C.UTF-8"}
    subprocess.run(command(pages, tmp_path / "out", "-q", "-j", jobs), check=True, env={**os.environ, **around})
    assert tree(tmp_path / "out") == whole


def workers_of(parent: int) -> list[str]:
    """The workers, by their arguments, that a process left behind."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            said = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"filmmeta.runs.worker" in said and str(parent).encode() in said:
            found.append(process.name)
    return found


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for workers in /proc")
def test_killed_anywhere_and_gone_on(tmp_path: Path, undisturbed: tuple[Path, dict[str, bytes]]) -> None:
    pages, whole = undisturbed
    out = tmp_path / "out"
    dice = random.Random(6)
    for number in range(KILLS):
        process = subprocess.Popen(command(pages, out, "-q", "-j", str(number % 2 + 1)))
        try:
            process.wait(dice.uniform(0.0, 2.0))
        except subprocess.TimeoutExpired:
            process.kill()
        finally:
            process.wait()
        for name, body in published(out).items() if out.exists() else ():
            assert body == whole[name]
        await_(lambda parent=process.pid: not workers_of(parent))  # type: ignore[misc]
        if process.returncode == 0:
            assert tree(out) == whole
            for file in sorted(out.rglob("*"), reverse=True):
                file.rmdir() if file.is_dir() else file.unlink()
    subprocess.run(command(pages, out, "-q"), check=True)
    assert tree(out) == whole


def await_(event: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT
    while not event():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("number", "code", "word"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_a_signal_ends_a_run_and_says_how_to_go_on(
    tmp_path: Path, undisturbed: tuple[Path, dict[str, bytes]], number: int, code: int, word: str
) -> None:
    pages, whole = undisturbed
    out = tmp_path / "out"
    for _ in range(9):  # a run that is through before the signal comes proves nothing
        shutil.rmtree(out, ignore_errors=True)
        process = subprocess.Popen(command(pages, out), stderr=subprocess.PIPE, text=True)
        journal = out / ".filmmeta" / "journal"
        await_(lambda: journal.exists() and journal.read_bytes().count(b"\n") >= 3)  # noqa: B023
        process.send_signal(number)
        _, said = process.communicate(timeout=WAIT)
        if process.returncode and journal.read_bytes().count(b"\n") < whole[".filmmeta/journal"].count(b"\n"):
            break
    assert process.returncode == code
    assert not workers_of(process.pid)
    line = said.splitlines()[-1]
    assert line.startswith(f"filmmeta: {word}; ") and "run the same command again to go on" in line
    assert not published(out)
    done = subprocess.run(command(pages, out), stderr=subprocess.PIPE, text=True, check=True)
    assert done.stderr.startswith("filmmeta: going on after page ")
    assert tree(out) == whole


def test_a_second_run_on_the_same_output_exits_75(tmp_path: Path) -> None:
    pages = real_pages(tmp_path / "in", 3)
    (tmp_path / "out" / ".filmmeta").mkdir(parents=True)
    with locked(tmp_path / "out" / ".filmmeta" / "lock"):
        done = subprocess.run(command(pages, tmp_path / "out"), stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 75
    assert (
        done.stderr
        == f"filmmeta: {tmp_path}/out: another run is writing there; wait for it, or choose another output\n"
    )


def test_standard_input_is_read_anew(tmp_path: Path) -> None:
    arguments = command(Path("-"), tmp_path / "out")
    first = subprocess.run(arguments, input=PROSE.encode(), stderr=subprocess.PIPE, check=True)
    whole = tree(tmp_path / "out")
    again = subprocess.run(arguments, input=PROSE.encode(), stderr=subprocess.PIPE, check=True)
    assert b"starting anew" not in first.stderr
    assert b"standard input cannot be read twice; starting anew" in again.stderr
    assert tree(tmp_path / "out") == whole
