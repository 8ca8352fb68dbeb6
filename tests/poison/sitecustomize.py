"""Stands on a worker's path in tests: a page that holds one of the words of HARMS harms the process that reads it."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

WORD = re.compile(rb"poison:([a-z]+)")


def segfault() -> None:
    ctypes.string_at(0)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    sys.exit(5)


def sleep() -> None:
    while True:
        time.sleep(60)


def spin() -> None:
    while True:
        pass


def memory() -> None:
    hoard = []
    while True:
        hoard.append(bytearray(10_000_000))


def fail() -> None:
    raise RuntimeError("poison:fail")


def chatter() -> None:
    """Prints what must be seen nowhere."""
    print("secret words of a page")
    sys.stderr.write("secret words of a page\n")
    for each in (0, 1, 2):
        os.write(each, b"secret words of a page\n")
    os.system("echo secret words of a page")


HARMS: dict[bytes, Callable[[], object]] = {
    b"segfault": segfault,
    b"abort": os.abort,
    b"kill": kill,
    b"exit": lambda: os._exit(3),
    b"leave": leave,
    b"sleep": sleep,
    b"spin": spin,
    b"memory": memory,
    b"fail": fail,
    b"chatter": chatter,
}
RESULTS: dict[bytes, Any] = {b"odd": [lambda: 0], b"nothing": [], b"none": None}


def harmed(body: bytes) -> bytes:
    """The poison in a page, after it has done its harm."""
    found = WORD.search(body)
    word = found[1] if found else b""
    HARMS.get(word, bool)()
    return word


def spoil(kernel: ModuleType) -> None:
    """Put the poison before the kernel, and one (``starve``) inside it, where the kernel catches what comes of it."""
    clean_records, clean_read = kernel.records, kernel.read

    def records(page: Any, format_: Any = None) -> Any:
        word = harmed(page.body)
        return RESULTS[word] if word in RESULTS else clean_records(page, format_)

    def read(page: Any, facts: Any, format_: Any) -> Any:
        if b"poison:starve" in page.body:
            memory()
        return clean_read(page, facts, format_)

    kernel.records, kernel.read = records, read  # type: ignore[attr-defined]


class Finder:
    """Finds the kernel, and spoils it when it is imported."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        if name != "filmmeta.kernel":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        assert spec and spec.loader
        execute = spec.loader.exec_module

        def execute_and_spoil(module: ModuleType) -> None:
            execute(module)
            spoil(module)

        spec.loader.exec_module = execute_and_spoil  # type: ignore[method-assign]
        return spec


sys.meta_path.insert(0, Finder())
