"""All processes that a test started, found by a mark in their environment, so that none outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

MARK = "FILMMETA_STARTED_BY"
PATIENCE = 300.0  # seconds


class Started:
    """The processes with a mark of our own in their environment, however they came to it."""

    def __init__(self) -> None:
        self.mark = uuid.uuid4().hex
        self.env = {MARK: self.mark}
        self._begun: list[subprocess.Popen[bytes]] = []

    def begin(self, command: Sequence[str], env: Mapping[str, str], log: Path) -> None:
        """Start something that runs until it is killed; what it says goes to ``log``."""
        with open(log, "wb") as file:
            begun = subprocess.Popen(command, env={**env, **self.env}, stdout=file, stderr=file, cwd=log.parent)
        self._begun.append(begun)

    def pids(self, *words: str) -> list[int]:
        """Those that run, and whose command lines hold all the words."""
        return [
            pid
            for pid in running()
            if self.mark in told(pid, "environ") and all(w in told(pid, "cmdline") for w in words)
        ]

    def parent(self, pid: int) -> int:
        """The parent of a process; 0 when it is gone."""
        lines = told(pid, "status").splitlines()
        return next((int(line.split()[1]) for line in lines if line.startswith("PPid:")), 0)

    def some(self, *words: str) -> int:
        """One of them, waited for."""
        until(lambda: bool(self.pids(*words)), f"no process with {words}")
        return self.pids(*words)[0]

    def end(self) -> list[int]:
        """Kill those that are left after a while; their numbers."""
        deadline = time.monotonic() + 30
        while self.pids() and time.monotonic() < deadline:
            time.sleep(0.2)
        left = self.pids()
        self.kill()
        return left

    def kill(self) -> None:
        while found := self.pids():
            for pid in found:
                slay(pid)
            time.sleep(0.2)
        while self._begun:
            self._begun.pop().wait()


def running() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid()]


def told(pid: int, what: str) -> str:
    """A file of /proc; empty when its process is gone."""
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def slay(pid: int) -> None:
    """SIGKILL, to one that may be gone."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def until(holds: Callable[[], bool], otherwise: str) -> None:
    """Wait for something to hold."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.1)
