"""The command line's door: the version without loading anything, all else through click."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command that the arguments name; the exit codes are those of ``filmmeta.cli.commands``."""
    if sys.argv[1:] == ["--version"]:
        from filmmeta import __version__

        sys.stdout.write(f"filmmeta {__version__}\n")
        return 0
    try:
        from filmmeta.cli.commands import run

        return run()
    except KeyboardInterrupt:  # while modules were still being loaded, or when all was said
        return 130
