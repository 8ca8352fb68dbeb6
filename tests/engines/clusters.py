"""A standalone cluster of Spark: a master and two workers, processes of their own, each in a network of its own.

Where network namespaces can be had, master and driver share one, each worker has another, and nothing leads out of
the three. Elsewhere all of them stand on the loopback.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from engines.crowds import environment
from engines.processes import Started, until

WORKERS = 2
NETWORK = "10.77.13"
PORT = 7077
PYTHON = {"PYSPARK_PYTHON": sys.executable}


@dataclass
class Network:
    """Where each process stands: its address, and the words that a command there begins with."""

    addresses: list[str]
    prefixes: list[list[str]] = field(default_factory=lambda: [[] for _ in range(WORKERS + 1)])


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, timeout=60)


def separable() -> bool:
    """Whether this machine lets us make networks."""
    if os.geteuid() or not shutil.which("ip"):
        return False
    name = f"fm{os.getpid()}try"
    made = subprocess.run(["ip", "netns", "add", name], capture_output=True, timeout=60).returncode == 0
    if made:
        ip("netns", "del", name)
    return made


@contextmanager
def network() -> Iterator[Network]:
    """Three networks joined by a bridge in the first of them; the loopback alone where that cannot be."""
    if not separable():
        yield Network(["127.0.0.1"] * (WORKERS + 1))
        return
    spaces = [f"fm{os.getpid()}-{number}" for number in range(WORKERS + 1)]
    try:
        for space in spaces:
            ip("netns", "add", space)
            ip("-n", space, "link", "set", "lo", "up")
        ip("-n", spaces[0], "link", "add", "bridge", "type", "bridge")
        ip("-n", spaces[0], "addr", "add", f"{NETWORK}.1/24", "dev", "bridge")
        ip("-n", spaces[0], "link", "set", "bridge", "up")
        for number, space in enumerate(spaces[1:], 1):
            ip("-n", spaces[0], "link", "add", f"to{number}", "type", "veth", "peer", "name", "wire", "netns", space)
            ip("-n", spaces[0], "link", "set", f"to{number}", "master", "bridge", "up")
            ip("-n", space, "addr", "add", f"{NETWORK}.{number + 1}/24", "dev", "wire")
            ip("-n", space, "link", "set", "wire", "up")
        addresses = [f"{NETWORK}.{number}" for number in range(1, WORKERS + 2)]
        yield Network(addresses, [["ip", "netns", "exec", space] for space in spaces])
    finally:
        for space in spaces:
            subprocess.run(["ip", "netns", "del", space], capture_output=True, timeout=60)


@dataclass
class Cluster:
    """A running cluster: its master's URL, and where its drivers stand."""

    url: str
    network: Network
    env: dict[str, str]


def spark_program(name: str) -> str:
    """One of the programs that come with Spark."""
    import pyspark

    return str(Path(pyspark.__file__).parent / "bin" / name)


def free_port(address: str) -> int:
    with socket.create_server((address, 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def cluster(started: Started, folder: Path) -> Iterator[Cluster]:
    """A cluster whose workers have one core each; its logs and work stand in ``folder``."""
    with network() as net:
        apart = bool(net.prefixes[0])
        port = PORT if apart else free_port(net.addresses[0])
        url = f"spark://{net.addresses[0]}:{port}"
        master = ["Master", "--host", net.addresses[0], "--port", str(port), "--webui-port", "0"]
        work = ["--cores", "1", "--memory", "1500m", "--webui-port", "0", "--work-dir", str(folder / "work")]
        begin(started, net, 0, master, folder)
        until(lambda: "Started Master" in log(folder, 0) or "I have been elected" in log(folder, 0), "no master")
        for number in range(1, WORKERS + 1):
            begin(started, net, number, ["Worker", "--host", net.addresses[number], *work, url], folder)
        until(lambda: log(folder, 0).count("Registering worker") == WORKERS, "workers do not register")
        try:
            yield Cluster(url, net, {**started.env, **PYTHON, "SPARK_LOCAL_IP": net.addresses[0]})
        finally:
            started.kill()


def begin(started: Started, net: Network, number: int, words: list[str], folder: Path) -> None:
    """Start a master or a worker, its log in a file of its own."""
    command = [
        *net.prefixes[number],
        spark_program("spark-class"),
        f"org.apache.spark.deploy.{words[0].lower()}.{words[0]}",
        *words[1:],
    ]
    started.begin(command, environment(**{**PYTHON, "SPARK_LOCAL_IP": net.addresses[number]}), folder / f"{number}.log")


def log(folder: Path, number: int) -> str:
    return (folder / f"{number}.log").read_text("utf-8", "replace")
