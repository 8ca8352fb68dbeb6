"""Fuzzes ``filmmeta.runs.sources``: ``python fuzz/sources.py -max_total_time=60``."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from fuzz.target import fuzz

    fuzz("sources")
