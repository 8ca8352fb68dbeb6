"""A run to an open stream: all kinds of record in page order, none of it kept for a later run."""

from __future__ import annotations

from typing import IO

from filmmeta.runs.intake import Intake
from filmmeta.runs.journal import Checkpoint
from filmmeta.runs.pool import Pool
from filmmeta.runs.run import Watch
from filmmeta.runs.settings import Settings
from filmmeta.runs.sources import files
from filmmeta.runs.tally import Tally


def to_stream(settings: Settings, stream: IO[bytes], watch: Watch) -> Tally:
    """Write the records of all pages to ``stream``; OSError when that fails."""
    tally = Tally()
    intake = Intake(files(settings.paths, None), settings.feed, Checkpoint())
    with Pool(settings.jobs, settings.limits) as pool:
        for outcome in pool.outcomes(intake.inputs()):
            intake.done(tally)
            tally.add(outcome)
            for _, line in outcome.lines:
                stream.write(line)
            watch(tally, intake.origins)
    intake.finish(tally)
    stream.flush()
    return tally
