"""Runs every target for its share of the time; exits 1, with the bytes of each find, when something does not hold."""

from __future__ import annotations

import argparse
import subprocess
import sys
import zlib
from base64 import b85encode
from pathlib import Path

from fuzz.seeds import CRASHES

SHARES = {"parse": 4, "grammars": 1, "sources": 1}
HOME = Path(__file__).parent


def run(target: str, seconds: int, seed: int) -> set[Path]:
    """The files that one target found."""
    before = set(CRASHES.iterdir())
    command = [sys.executable, str(HOME / f"{target}.py"), f"-max_total_time={seconds}", f"-seed={seed}"]
    ended = subprocess.run(command, check=False, cwd=HOME.parent)
    found = set(CRASHES.iterdir()) - before
    if ended.returncode and not found:
        raise SystemExit(f"fuzz/{target}.py ended with {ended.returncode} and found nothing")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=120, help="time of all targets together")
    parser.add_argument("--seed", type=int, default=0, help="what chance begins with; 0 is another every time")
    asked = parser.parse_args()
    CRASHES.mkdir(exist_ok=True)
    found = sorted(
        file
        for target, share in SHARES.items()
        for file in run(target, max(1, asked.seconds * share // sum(SHARES.values())), asked.seed)
    )
    for file in found:
        told = b85encode(zlib.compress(file.read_bytes(), 9)).decode()
        sys.stderr.write(f"{file.relative_to(HOME.parent)}: keep it, and tests/test_crashes.py replays it\n")
        sys.stderr.write(f"zlib.decompress(base64.b85decode({told!r}))\n")
    raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()
