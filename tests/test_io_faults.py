"""Every call that can fail, failing: exit code 74, one line, what readers find untouched; and killed at every call."""

from __future__ import annotations

import errno
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from filmmeta.cli.commands import run
from filmmeta.runs import journal, lock, parts, publish
from filmmeta.runs import run as runs
from small_runs import go, published, quick, tree, write_pages
from stand_in import Readers

__all__ = ["quick"]
ERRORS = ("ENOSPC", "EIO", "EACCES", "EMFILE")
EVERYTHING = os.environ.get("FILMMETA_FAULTS") == "all"  # minutes, where else it is seconds
STAND_IN = Path(__file__).parent / "stand_in.py"
CALLS = ("open", "write", "fsync", "replace", "link", "ftruncate", "lseek", "fstat", "read")
PAGES = 10

small = pytest.mark.usefixtures("quick")
Worlds = tuple[Path, dict[str, bytes], dict[str, bytes]]
Act = Callable[[Callable[..., Any], tuple[Any, ...]], Any]


class Faulty(ModuleType):
    """``os`` with one call, the ``at``-th of those in CALLS, given to ``act`` instead."""

    def __init__(self, at: int, act: Act) -> None:
        super().__init__("os")
        self.at = at
        self.act = act
        self.count = 0
        self.met = ""

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            if self.count != self.at:
                return real(*arguments, **named)
            self.met = name
            return self.act(real, arguments)

        return call


@contextmanager
def faulty(at: int, act: Act) -> Iterator[Faulty]:
    """Outputs written with a call that fails."""
    instead = Faulty(at, act)
    with pytest.MonkeyPatch.context() as patch:
        for module in (journal, lock, parts, publish):
            patch.setattr(module, "os", instead)
        yield instead


def after_kill(real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    try:
        return real(*arguments)
    finally:
        os._exit(9)


def before_kill(real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    os._exit(9)


def halfway_kill(real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    if real is os.write:
        real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
    os._exit(9)


@pytest.fixture
def worlds(tmp_path: Path, quick: None) -> Worlds:
    """Pages that changed since they were read, and the files of an output before and after."""
    pages, out = write_pages(tmp_path / "in", PAGES), tmp_path / "out"
    go(pages, out)
    before = tree(out)
    shutil.copytree(out, tmp_path / "before")
    (pages / "005.txt").write_text("it says something else now")
    go(pages, out)
    return pages, before, tree(out)


def restore(out: Path) -> None:
    shutil.rmtree(out)
    shutil.copytree(out.parent / "before", out)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # other tests' threads are not the child's concern
@pytest.mark.parametrize("act", [before_kill, halfway_kill, after_kill])
def test_killed_at_every_call(tmp_path: Path, worlds: Worlds, act: Act) -> None:
    pages, before, after = worlds
    out = tmp_path / "out"
    at, code = 0, 9
    while code == 9:
        at += 1
        restore(out)
        child = os.fork()
        if not child:
            with faulty(at, act):
                go(pages, out)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        for name, body in published(out).items():
            assert body in (before[name], after[name]), (at, name)
        go(pages, out)
        assert tree(out) == after, at
    assert code == 0 and at > 80


def failing(name: str) -> Act:
    def act(real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        raise OSError(getattr(errno, name), os.strerror(getattr(errno, name)))

    return act


def test_every_call_that_fails_leaves_what_was_there(
    tmp_path: Path,
    worlds: Worlds,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pages, before, after = worlds
    out = tmp_path / "out"
    monkeypatch.setattr(sys, "argv", ["filmmeta", "normalise", str(pages), "-o", str(out), "-q"])
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    old = {name: body for name, body in before.items() if not name.startswith(".")}
    at = 0
    while True:
        at += 1
        restore(out)
        name = ERRORS[at % len(ERRORS)]
        with faulty(at, failing(name)) as calls:
            code = run()
        said = capsys.readouterr().err
        if not calls.met:
            break
        if calls.met == "link":  # a file that can have one name alone is copied
            assert (code, said) == (0, "")
        else:
            assert code == 74, (at, calls.met)
            assert published(out) == old, (at, calls.met)
            assert re.fullmatch(
                r"filmmeta: /.*/out\b.*: " + os.strerror(getattr(errno, name)) + r"; .*run the same command again.*\n",
                said,
            ), said
        go(pages, out)
        assert tree(out) == after, (at, calls.met)
    assert at > 80


def filmmeta(*arguments: str | Path, **how: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "filmmeta", *map(str, arguments)]
    return subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False, **how)


def one_line(said: str) -> str:
    [line] = said.splitlines()
    assert line.startswith("filmmeta: ")
    return line


def traces() -> bool:
    """Whether strace is here and may trace."""
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not traces(), reason="strace is not installed, or may not trace")
def test_every_system_call_on_the_output_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The calls of the process that writes; workers, which do not, have a stand-in."""
    pages, out, clean = tmp_path / "in", tmp_path / "out", tmp_path / "clean"
    pages.mkdir()
    (pages / "page.txt").write_text("A film that I saw twice and would see a third time, for the songs alone. 8/10")
    arguments = ["normalise", str(pages), "-o", str(out), "-q"]
    monkeypatch.setattr(sys, "argv", ["filmmeta", *arguments])
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    monkeypatch.setattr(runs, "Pool", Readers)
    assert run() == 0
    before = published(out)
    shutil.copytree(out, clean)
    (pages / "page.txt").write_text("A film that I saw once, and that was enough, for the songs are all it has. 3/10")
    names = [*before, *(f".filmmeta/{name}" for name in ("lock", "journal", "parts", "replaced"))]
    names += [f".filmmeta/{folder}/{name}" for folder in ("parts", "replaced") for name in before]
    watched = [part for name in ("", ".filmmeta", *names) for part in ("-P", str(out / name).rstrip("/"))]

    def traced(*options: str) -> subprocess.CompletedProcess[str]:
        strace = ["strace", "-qq", "-o", str(tmp_path / "log"), *watched, *options, sys.executable, str(STAND_IN)]
        return subprocess.run([*strace, *arguments], stderr=subprocess.PIPE, text=True, check=False)

    assert traced().returncode == 0
    after, state = published(out), tree(out)
    calls = Counter(re.findall(r"^(\w+)\(", (tmp_path / "log").read_text(), re.MULTILINE))
    kinds = ("openat", "mkdir", "write", "fsync", "rename", "ftruncate", "flock")
    chosen = [(call, nth) for call in kinds for nth in range(1, calls[call] + 1)]
    assert {"openat", "mkdir", "write", "fsync", "rename"} <= {call for call, _ in chosen}
    for number, (call, nth) in enumerate(chosen if EVERYTHING else chosen[:: max(1, len(chosen) // 8)]):
        shutil.rmtree(out)
        shutil.copytree(clean, out)
        error = ERRORS[number % len(ERRORS)]
        done = traced("-e", f"inject={call}:error={error}:when={nth}")
        if done.returncode == 0:  # it tidied up, and did not care
            assert published(out) == after
        else:
            assert done.returncode == 74, (call, nth, error, done.stderr)
            assert os.strerror(getattr(errno, error)) in one_line(done.stderr), (call, nth, error, done.stderr)
            assert published(out) == before, (call, nth, error)
        assert run() == 0
        assert tree(out) == state, (call, nth, error)


@contextmanager
def mounted(place: Path, size: str) -> Iterator[None]:
    """A file system of a few bytes, where one may be mounted."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def remount(place: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(place)], check=True)


def test_a_disk_of_64_kilobytes(tmp_path: Path) -> None:
    pages = tmp_path / "in"
    pages.mkdir()
    for number in range(300):
        (pages / f"{number:03}.txt").write_text("" if number % 5 else f"A film that I saw {number} times. 8/10")
    filmmeta("normalise", pages, "-o", tmp_path / "whole", "-q")
    with mounted(tmp_path / "disk", "64k"):
        out = tmp_path / "disk" / "out"
        for _ in range(2):
            done = filmmeta("normalise", pages, "-o", out, "-q")
            assert done.returncode == 74
            assert "No space left on device" in one_line(done.stderr)
            assert not published(out)
        remount(tmp_path / "disk", "size=4m")
        assert filmmeta("normalise", pages, "-o", out, "-q").returncode == 0
        assert tree(out) == tree(tmp_path / "whole")
        whole = tree(out)
        remount(tmp_path / "disk", "ro")
        (pages / "000.txt").write_text("something else")
        for place, code in ((out, 74), (out.with_name("another"), 73)):
            done = filmmeta("normalise", pages, "-o", place, "-q")
            assert done.returncode == code
            assert "Read-only file system" in one_line(done.stderr)
        assert tree(out) == whole


def test_too_few_files_may_be_open(tmp_path: Path) -> None:
    pages, out = tmp_path / "in", tmp_path / "out"
    pages.mkdir()
    (pages / "page.txt").write_text("A film that I saw twice and would see a third time, for the songs alone. 8/10")
    filmmeta("normalise", pages, "-o", out, "-q")
    before = published(out)
    (pages / "page.txt").write_text("A film that I saw once, and that was enough, for the songs are all it has. 3/10")
    codes = []
    for most in (6, 8, 10, 12, 14, 64):

        def few(most: int = most) -> None:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))

        done = filmmeta("normalise", pages, "-o", out, "-q", preexec_fn=few)
        codes.append(done.returncode)
        if done.returncode:
            assert done.returncode == 74
            assert "Too many open files" in one_line(done.stderr)
            assert published(out) == before
    assert codes[0] == 74 and codes[-1] == 0
    assert published(out) != before
