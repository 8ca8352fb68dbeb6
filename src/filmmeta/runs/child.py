"""One worker as its parent sees it: pages go in, outcomes come out in the same order, without ever waiting."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections import deque

from filmmeta.runs import frames
from filmmeta.runs.limits import Limits
from filmmeta.runs.tasks import Task

PIPE = 1 << 20  # bytes that a pipe holds where it can, so that neither end has to wait for the other
BLOCK = 1 << 16  # bytes of one read: making room for more costs more than it saves


class Child:
    """A worker process; ``tasks`` are those that it was sent and has not answered, the first of them in its hands."""

    def __init__(self, limits: Limits) -> None:
        self.tasks: deque[Task] = deque()
        self.load = 0
        self.ready = False
        self.barren = 0  # workers that ended before this one, one after the other, and were never ready
        self._outgoing: deque[memoryview] = deque()
        self._incoming = bytearray()
        command = [sys.executable, "-P", "-m", "filmmeta.runs.worker"]
        bounds = map(str, (*limits, os.getpid()))
        self._process = subprocess.Popen(
            [*command, *bounds],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},  # finds what we find
            process_group=0,  # Ctrl-C is for the parent alone
        )
        assert self._process.stdin and self._process.stdout
        self.stdin, self.stdout = self._process.stdin, self._process.stdout
        for stream in (self.stdin, self.stdout):
            os.set_blocking(stream.fileno(), False)
            widen(stream.fileno())

    def send(self, task: Task) -> None:
        """Take over a task; its frame waits here until ``write`` finds room for it."""
        self.tasks.append(task)
        self.load += task.load
        self._outgoing.append(memoryview(task.frame()))

    def write(self) -> bool:
        """Write what the pipe takes; whether something is left to be written."""
        try:
            while self._outgoing:
                written = os.write(self.stdin.fileno(), self._outgoing[0])
                self._outgoing[0] = self._outgoing[0][written:]
                if not self._outgoing[0]:
                    self._outgoing.popleft()
        except BlockingIOError:
            return True
        except BrokenPipeError:  # it is dead: the end of its output says so
            self._outgoing.clear()
        return False

    def read(self) -> bool:
        """Take what it has said; False when it has ended."""
        data = os.read(self.stdout.fileno(), BLOCK)
        self._incoming += data
        for frame in frames.taken(self._incoming):
            if frame[0] == frames.READY:
                self.ready = True
            else:
                task = self.tasks.popleft()
                self.load -= task.load
                task.outcome = frames.outcome(frame)
        return bool(data)

    def end(self) -> int:
        """Kill it unless it is dead already: its exit code, or the number of its signal with a minus."""
        self._process.kill()
        self.stdin.close()
        self.stdout.close()
        return self._process.wait()


def widen(pipe: int) -> None:
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):  # one user's pipes have a quota
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE)
