"""The same kernel on Apache Spark: pages of a DataFrame into records, classic or through Spark Connect.

Nothing here needs more of a worker than filmmeta itself: ``pip install filmmeta[spark]``.
"""

from __future__ import annotations

from filmmeta.spark.duplicates import duplicates
from filmmeta.spark.normalise import normalise
from filmmeta.spark.pages import of_paths, of_rows

__all__ = ["duplicates", "normalise", "of_paths", "of_rows"]
