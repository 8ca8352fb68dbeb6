"""A worker of a run: frames of pages on standard input, a frame of what came of each on standard output.

``python -m filmmeta.runs.worker SECONDS WALL MEMORY PARENT``, started by ``filmmeta.runs.child`` alone. It ends with
its input, and with the thread that started it.
"""

from __future__ import annotations

import math
import os
import resource
import signal
import sys
import time
from typing import IO

from filmmeta.runs import frames
from filmmeta.runs.inputs import Input
from filmmeta.runs.limits import EXHAUSTED, Verdict

BUFFER = 1 << 16
PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main(seconds: int, wall: float, memory: int, parent: int) -> None:
    """Answer pages until there are no more."""
    settle_signals()
    end_with(parent)
    from filmmeta.runs import reading  # here, so that what is wrong with it is still printed

    pages, outcomes = streams()
    bound_memory(memory)
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    try:
        outcomes.write(frames.framed(frames.READY))
        outcomes.flush()
        for (order, *head), body in frames.read(pages):
            bound_time(seconds)
            signal.setitimer(signal.ITIMER_REAL, wall)
            if order == frames.REJECT:
                name, url, saved, sha256, size, *verdict = head
                outcome = reading.rejected(name, url, saved, sha256, size, Verdict(*verdict))
            else:
                name, url, encoding, refusal, saved = head
                outcome = reading.outcome(Input(name, url, body, encoding, refusal, saved))
            signal.setitimer(signal.ITIMER_REAL, 0)
            outcomes.write(frames.of_outcome(outcome))
            outcomes.flush()
    except MemoryError:
        os._exit(EXHAUSTED)


def streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output, for frames alone: whatever else is read, printed or warned from now on is lost.

    The output ends when this process does, and not before: its parent takes the one for the other.
    """
    pages, outcomes = os.fdopen(os.dup(0), "rb", BUFFER), os.fdopen(os.dup(1), "wb", BUFFER, closefd=False)
    null = os.open(os.devnull, os.O_RDWR)
    for each in range(3):
        os.dup2(null, each)
    return pages, outcomes


def settle_signals() -> None:
    """Let the limits on time end this worker whatever its parent made of signals; an interrupt is for the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in (signal.SIGALRM, signal.SIGXCPU):
        signal.signal(each, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def end_with(parent: int) -> None:
    """Have Linux kill this worker when its parent dies, however that happens; elsewhere its input ends."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit()


def bound_memory(memory: int) -> None:
    """Allow so many bytes more than this worker has now; only where the system tells what it has."""
    try:
        with open("/proc/self/statm", "rb") as file:
            now = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (within(now + memory, most), most))


def bound_time(seconds: int) -> None:
    """Allow so many seconds of CPU from now on; SIGXCPU ends a page that takes more."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (within(math.ceil(time.process_time()) + seconds, most), most))


def within(wanted: int, most: int) -> int:
    return wanted if most == resource.RLIM_INFINITY else min(wanted, most)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
