"""``python -m filmmeta.spark INPUT OUTPUT``: what ``filmmeta normalise`` does, on Apache Spark."""

from __future__ import annotations

import sys

from filmmeta.spark.command import run

sys.exit(run())
