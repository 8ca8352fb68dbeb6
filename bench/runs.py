"""Runs of many pages against a plain loop over them: ``python -m bench.runs [LISTINGS [SMALL]]``.

CPU time is that of a process and all its workers, start-up included; every figure is taken in processes of
their own. LISTINGS are read for time, SMALL pages for the memory of the process that runs the workers.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

LISTINGS = 10_000
SMALL = 100_000
ROUNDS = 3
Row = tuple[str, float, str]

PAGES = """
import sys
from pathlib import Path
from filmmeta.runs.inputs import Input
body = next(Path(sys.argv[1]).glob("004_*")).read_bytes()
pages = (Input(f"{number}.txt", body=body + b"%d\\n" % number) for number in range(int(sys.argv[2])))
"""
LOOP = f"""{PAGES}
from filmmeta.runs.reading import outcome
for page in pages:
    outcome(page)
"""
POOL = f"""{PAGES}
from filmmeta.runs.pool import Pool
with Pool(int(sys.argv[3])) as pool:
    for outcome in pool.outcomes(pages):
        pass
"""
RUN = """
import sys
from pathlib import Path
from filmmeta.runs.layout import folder_layout
from filmmeta.runs.run import Run
from filmmeta.runs.settings import Settings
from filmmeta.runs.sources import Feed
settings = Settings((Path(sys.argv[1]),), Feed("body"), jobs=2)
run = Run(settings, folder_layout(Path(sys.argv[2])), print, lambda tally, origins: None)
"""
MEMORY = f"""{RUN}
run.go()
import resource
status = Path("/proc/self/status")  # the peak that resource tells is also that of the process before this one
told = [line.split()[1] for line in status.read_text().splitlines() if "VmHWM" in line] if status.exists() else []
print(told[0] if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
WRITING = f"""{RUN}
import resource, time
from filmmeta.runs import journal, parts, run as module
spent = 0.0
def timed(work):
    def timed_work(*arguments, **named):
        global spent
        begun = time.thread_time()
        try:
            return work(*arguments, **named)
        finally:
            spent += time.thread_time() - begun
    return timed_work
parts.Part.write, parts.Part.settle = timed(parts.Part.write), timed(parts.Part.settle)
journal.Journal.add, module.bring_out, module.line = map(timed, (journal.Journal.add, module.bring_out, module.line))
run.go()
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(spent / sum(each.ru_utime + each.ru_stime for each in used))
"""
SEEDS = Path(__file__).parent.parent / "seeds"


def said(code: str, *arguments: object) -> float:
    """The number that a process prints last."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])


def cpu(code: str, *arguments: object) -> float:
    """Seconds of CPU that a process and its workers take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def times(listings: int) -> list[Row]:
    """One worker and two against a loop in one process."""
    rounds = [
        (cpu(LOOP, SEEDS, listings), cpu(POOL, SEEDS, listings, 1), cpu(POOL, SEEDS, listings, 2))
        for _ in range(ROUNDS)
    ]
    guarded = statistics.median(one / loop for loop, one, _ in rounds)
    paired = statistics.median(two / loop for loop, _, two in rounds)
    return [
        (f"a guarded worker ÷ a loop, {listings:,} listings", guarded, "1.15 or less"),
        (f"two workers ÷ a loop, {listings:,} listings", paired, "1.2 or less"),
    ]


def feed(folder: Path, texts: list[str]) -> Path:
    """A file of pages, one a line."""
    file = folder / f"{len(texts)}.jsonl"
    file.write_text("".join(json.dumps({"body": text}) + "\n" for text in texts), "utf-8")
    return file


def memory(small: int, folder: Path) -> Row:
    """A long run's peak against a short one's."""
    peaks = []
    for count in (1_000, small):
        texts = [f"I saw it {number} times, and would again. 8/10" for number in range(count)]
        peaks.append(said(MEMORY, feed(folder, texts), folder / f"out-{count}"))
    return (f"parent's memory, {small:,} pages ÷ 1,000", peaks[1] / peaks[0], "1.2 or less")


def writing(listings: int, folder: Path) -> Row:
    """What of a run's CPU time goes into its outputs."""
    listing = next(SEEDS.glob("004_*")).read_text("utf-8")
    file = feed(folder, [f"{listing}{number}\n" for number in range(listings)])
    return (f"writing ÷ a run of {listings:,} listings", said(WRITING, file, folder / "out"), "0.05 or less")


def rows(listings: int = LISTINGS, small: int = SMALL) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return [*times(listings), memory(small, Path(folder)), writing(listings, Path(folder))]


if __name__ == "__main__":
    for name, value, goal in rows(*map(int, sys.argv[1:])):
        print(f"{value:8.2f}  {name:<50} goal {goal}")
