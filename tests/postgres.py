"""A PostgreSQL server of a test's own: on a socket in its folder, run by nobody who matters, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

USER = "postgres"


def binaries() -> Path:
    """The folder of ``initdb`` and ``pg_ctl``, the newest one where there are several; skips where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    found = shutil.which("initdb")
    for folder in [*reversed(debian), *([Path(found).parent] if found else [])]:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    pytest.skip("no PostgreSQL server is installed (on Debian: apt install postgresql)")


def account() -> tuple[list[str], int]:
    """What to put before a command so that it does not run as root, whom the server refuses, and who that is."""
    if os.geteuid():
        return [], os.geteuid()
    try:
        number = pwd.getpwnam(USER).pw_uid
    except KeyError:
        pytest.skip(f"this is root, whom PostgreSQL refuses, and there is no user {USER}")
    return ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", "--"], number


@contextmanager
def server() -> Iterator[str]:
    """Where to connect to, as long as the block lasts.

    The folder is a short one of its own, since the path of a socket may have a hundred bytes and pytest's folders
    are closed to other users.
    """
    folder = binaries()
    before, number = account()
    with tempfile.TemporaryDirectory(prefix="pg-") as home:
        os.chown(home, number, -1)
        place = Path(home)
        settings = f"-c listen_addresses= -c unix_socket_directories={place} -c fsync=off -c shared_buffers=32MB"

        def run(*command: str) -> None:
            done = subprocess.run(
                [*before, *command],
                cwd=home,
                capture_output=True,
                text=True,
                timeout=300,
                env={"LC_ALL": "C"},
                check=False,
            )
            assert done.returncode == 0, done.stderr

        data = ["-D", str(place / "data")]
        control = str(folder / "pg_ctl")
        run(str(folder / "initdb"), *data, "-U", "reader", "-A", "trust", "-E", "UTF8", "--no-sync")
        try:
            run(control, *data, "-l", str(place / "log"), "-o", settings, "-w", "-t", "240", "start")
            yield f"host={place} user=reader dbname=postgres"
        finally:
            run(control, *data, "-m", "immediate", "-w", "stop")
