"""A page that harms its worker costs itself alone, and no worker outlives those who need it."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from filmmeta.runs import child, frames
from filmmeta.runs.guard import Guard
from filmmeta.runs.inputs import Input
from filmmeta.runs.limits import Limits
from filmmeta.runs.outcome import Outcome
from filmmeta.runs.pool import Pool
from filmmeta.runs.reading import outcome
from filmmeta.runs.tasks import PAGE, Queue

POISON = Path(__file__).parent / "poison"
PROC = Path("/proc/self/stat")
LIMITS = Limits(seconds=2, wall=60, memory=300_000_000)
COUNT = 130  # pages: more than one worker takes at a time
PLACES = (0, 70, COUNT - 1)

SIGNAL, EXIT = ("crash", "signal"), ("crash", "exit")
DEADLY: dict[str, tuple[tuple[str, str], str]] = {
    "segfault": (SIGNAL, "killed by SIGSEGV"),
    "abort": (SIGNAL, "killed by SIGABRT"),
    "kill": (SIGNAL, "killed by SIGKILL"),
    "exit": (EXIT, "exit code 3"),
    "leave": (EXIT, "exit code 5"),
    "fail": (EXIT, "exit code 1"),
    "odd": (EXIT, "exit code 1"),
    "nothing": (EXIT, "exit code 1"),
    "none": (EXIT, "exit code 1"),
    "memory": (("over-budget", "memory"), "more than 0.3 GB of memory"),
    "starve": (("over-budget", "memory"), "more than 0.3 GB of memory"),
    "spin": (("over-budget", "time"), "more than 2 s of CPU time"),
}
needs_proc = pytest.mark.skipif(not PROC.exists(), reason="processes are looked up in /proc")


def page(number: int, word: str = "") -> Input:
    """A review that is like no other; with a word, the poison of that name is in it."""
    poison = f" poison:{word}" if word else ""
    body = f"I saw this film {number} times and would see it once more, for the songs alone.{poison} 8/10"
    return Input(f"folder/{number}.txt", f"https://films.example/{number}", body.encode(), saved="2021-02-03")


def pages(count: int = COUNT) -> list[Input]:
    return [page(number) for number in range(count)]


@pytest.fixture(scope="module")
def clean() -> list[Outcome]:
    """What comes of the pages without any worker."""
    return [outcome(each) for each in pages()]


@pytest.fixture
def poisoned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are poisoned from here on, and the processes of tests that start some."""
    monkeypatch.setenv("PYTHONPATH", str(POISON), prepend=os.pathsep)
    monkeypatch.syspath_prepend(POISON)


OTHERS: set[int] = set()  # processes that tests of other files have started and keep


@pytest.fixture(scope="module", autouse=True)
def others() -> None:
    OTHERS.update(workers())


def workers(parent: int | None = None) -> list[int]:
    """The processes that a process has started and that are there, dead or alive."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has just gone
            continue
        if int(state[1]) == (parent or os.getpid()):
            found.append(int(stat.parent.name))
    return [each for each in found if each not in OTHERS]


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def kill(processes: list[int]) -> None:
    for each in processes:
        os.kill(each, signal.SIGKILL)


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def settles(condition: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether the condition comes true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def check_reject(found: Outcome, given: Input, kind: tuple[str, str], text: str) -> None:
    """The one reject of a page that was not read: its page is named as it is, and its problem says why."""
    assert (found.kind, found.reason, found.limit) == ("reject", *kind)
    assert (found.name, found.url, found.size) == (given.name, given.url, len(given.body))
    [(_, line)] = found.lines
    record = json.loads(line)
    assert [(each["code"], each["path"], each["text"]) for each in record["problems"]] == [(kind[0], "page", text)]
    assert record["page"]["saved"] == (given.saved or None)
    assert record["page"]["sha256"] == found.sha256 == hashlib.sha256(given.body).hexdigest()
    assert found.problems == (kind[0],)


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_are_those_of_this_process(clean: list[Outcome], jobs: int) -> None:
    with Pool(jobs) as pool:
        assert list(pool.outcomes(iter(pages()))) == clean
        assert list(pool.outcomes([])) == []
        assert list(pool.outcomes(pages(3))) == clean[:3]


@pytest.mark.usefixtures("poisoned")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("word", ["segfault", "kill", "exit", "odd", "memory"])
def test_a_deadly_page_costs_itself_alone(clean: list[Outcome], word: str, jobs: int) -> None:
    given = harmful(word)
    with Pool(jobs, LIMITS) as pool:
        check_places(list(pool.outcomes(given)), given, clean, *DEADLY[word])


def harmful(word: str) -> list[Input]:
    """The pages, poisoned at the first, middle and last place."""
    return [page(number, word if number in PLACES else "") for number in range(COUNT)]


def check_places(
    found: list[Outcome], given: list[Input], clean: list[Outcome], kind: tuple[str, str], text: str
) -> None:
    """Rejects at the poisoned places, and all else as it is without them."""
    assert len(found) == COUNT
    for number, each in enumerate(found):
        if number in PLACES:
            check_reject(each, given[number], kind, text)
        else:
            assert each == clean[number]


@pytest.mark.usefixtures("poisoned")
def test_a_page_that_sleeps_for_ever_costs_itself_alone(clean: list[Outcome]) -> None:
    """With one worker and, at the same time, with two others: it is time alone that passes."""
    given, found = harmful("sleep"), dict[int, list[Outcome]]()

    def read(jobs: int) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])  # as the thread of a host might
        with Pool(jobs, LIMITS._replace(wall=4)) as pool:
            found[jobs] = list(pool.outcomes(given))

    threads = [threading.Thread(target=read, args=(jobs,)) for jobs in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for jobs in (1, 2):
        check_places(found[jobs], given, clean, ("over-budget", "time"), "more than 4 s")


@pytest.mark.usefixtures("poisoned")
def test_all_poisons_one_after_the_other() -> None:
    given = [page(number, word) for number, word in enumerate(DEADLY)]
    with Guard(LIMITS) as guard:
        for found, each, (kind, text) in zip(guard.outcomes(given), given, DEADLY.values(), strict=True):
            check_reject(found, each, kind, text)


@pytest.mark.usefixtures("poisoned")
def test_what_a_library_prints_is_seen_nowhere(clean: list[Outcome], capfd: pytest.CaptureFixture[str]) -> None:
    chatty = page(1, "chatter")
    with Guard() as guard:
        assert list(guard.outcomes([page(0), chatty, page(2)])) == [clean[0], outcome(chatty), clean[2]]
    assert capfd.readouterr() == ("", "")


def test_a_refusal_is_a_reject_and_an_empty_page_too() -> None:
    given = [
        Input("a.html", "https://films.example/a", refusal="permission denied"),
        Input("b.html", saved="2021-02-03"),
    ]
    with Guard() as guard:
        refused, empty = guard.outcomes(given)
    check_reject(refused, given[0], ("unreadable", ""), "permission denied")
    assert (empty.reason, empty.name, empty.size) == ("empty", "b.html", 0)
    assert json.loads(empty.lines[0][1])["page"]["saved"] == "2021-02-03"


@needs_proc
def test_killing_idle_and_busy_workers_costs_nothing(clean: list[Outcome]) -> None:
    with Pool(2) as pool:
        assert list(pool.outcomes(pages())) == clean
        idle = workers()
        kill(idle)
        assert settles(lambda: not any(map(alive, idle)))
        found = []
        for each in pool.outcomes(pages()):
            found.append(each)
            if len(found) == 3:
                kill(workers())
        assert found == clean
        assert not set(idle) & set(workers())


def test_workers_that_are_killed_as_they_start_cost_nothing_unless_all_are(
    clean: list[Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    number, begin = iter(range(99)), child.Child.__init__

    def die(self: child.Child, limits: Limits) -> None:
        begin(self, limits)
        if next(number) < 3:
            self._process.kill()

    monkeypatch.setattr(child.Child, "__init__", die)
    with Guard() as guard:
        assert list(guard.outcomes(pages(5))) == clean[:5]
    number = iter([0] * 99)
    with pytest.raises(ChildProcessError, match="killed by SIGKILL"), Guard() as guard:
        list(guard.outcomes(pages(5)))


@needs_proc
@pytest.mark.usefixtures("poisoned")
def test_nothing_is_left_behind() -> None:
    before = descriptors()
    with Pool(2, LIMITS) as pool:
        list(pool.outcomes([*pages(), page(COUNT, "segfault"), page(COUNT + 1)]))
        assert len(workers()) == 2
    assert (workers(), descriptors()) == ([], before)
    with pytest.raises(ZeroDivisionError), Pool(2) as pool:
        for _ in pool.outcomes(pages()):
            raise ZeroDivisionError
    assert (workers(), descriptors()) == ([], before)


@needs_proc
def test_a_run_that_is_given_up_does_not_disturb_the_next(clean: list[Outcome]) -> None:
    def failing() -> Iterator[Input]:
        yield from pages(100)
        raise ZeroDivisionError

    with Pool(2) as pool:
        given_up = pool.outcomes(pages())
        assert next(given_up) == clean[0]
        given_up.close()  # type: ignore[attr-defined]
        with pytest.raises(ZeroDivisionError):
            list(pool.outcomes(failing()))
        assert list(pool.outcomes(pages())) == clean


def test_no_more_workers_than_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    begin = child.Child.__init__

    def count(self: child.Child, limits: Limits) -> None:
        started.append(1)
        begin(self, limits)

    monkeypatch.setattr(child.Child, "__init__", count)
    with Pool(8) as pool:
        list(pool.outcomes([]))
        assert len(started) == 0
        list(pool.outcomes(pages(64)))
        assert len(started) == 1
        list(pool.outcomes(pages(65)))
        assert len(started) == 2


def test_a_slow_page_does_not_let_results_pile_up(clean: list[Outcome]) -> None:
    large = Input("large.html", body=bytes(5 * PAGE))
    queue = Queue([*pages(3), large, *pages(3)], room=4 * PAGE)
    tasks = [queue.take() for _ in range(5)]
    assert [task and task.page.name for task in tasks[3:]] == ["large.html", None]
    slow, *others = filter(None, tasks)
    for task in others:
        task.outcome = clean[0]
    assert (list(queue.answered()), queue.take()) == ([], None)
    slow.outcome = clean[1]
    assert list(queue.answered()) == [clean[1], *[clean[0]] * 3]
    assert (queue.take() is not None, len(queue)) == (True, 1)


def test_large_pages_and_outcomes_pass() -> None:
    """More than pipes hold goes both ways at once."""
    text = "We saw it in the rain, and nobody left before the end of the last song. " * 4_000
    given = [Input(f"{number}.txt", body=f"{number} {text} 8/10".encode()) for number in range(12)]
    with Pool(2) as pool:
        found = list(pool.outcomes(given))
    assert [each.name for each in found] == [each.name for each in given]
    assert all(each.kind == "reviews" and len(each.lines[0][1]) > len(text) for each in found)


def test_each_thread_has_a_guard_of_its_own(clean: list[Outcome]) -> None:
    found: dict[int, list[Outcome]] = {}

    def read(number: int) -> None:
        with Guard() as guard:
            found[number] = list(guard.outcomes(pages(20)))

    threads = [threading.Thread(target=read, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == dict.fromkeys(range(3), clean[:20])


def test_workers_that_cannot_start_are_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ChildProcessError, match="exit code 1"), Guard() as guard:
        list(guard.outcomes(pages(3)))
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(FileNotFoundError), Guard() as guard:
        list(guard.outcomes(pages(3)))


SCRIPT = """
import sys
from filmmeta.runs.inputs import Input
from filmmeta.runs.pool import Pool
with Pool(2) as pool:
    for each in pool.outcomes(Input(f"{n}.txt", body=b"A film. 8/10" + b" poison:sleep" * (n > 3)) for n in range(200)):
        print(each.name, flush=True)
"""


@needs_proc
@pytest.mark.usefixtures("poisoned")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_its_parent(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        assert parent.stdout and [next(parent.stdout) for _ in range(4)][-1] == "3.txt\n"
        started = workers(parent.pid)
        assert len(started) == 2
        parent.send_signal(number)
        assert parent.wait(20) != 0
        assert settles(lambda: not any(map(alive, started)))


def test_frames_survive_any_cut_and_any_name() -> None:
    outcomes = [
        Outcome("a\udcff\n.txt", "", "0" * 64, 3, (("film", b"one\n"), ("review", b"")), ("crash",), "", 0.1 + 0.2),
        Outcome("б", "https://films.example/б", "1" * 64, 0, (), (), "empty", None, "time"),
    ]
    stream = b"".join(map(frames.of_outcome, outcomes))
    buffer, found = bytearray(), []
    for byte in stream:
        buffer.append(byte)
        found += [frames.outcome(frame) for frame in frames.taken(buffer)]
    assert found == [outcomes[0]._replace(name="a?\n.txt"), outcomes[1]]
    assert not buffer
