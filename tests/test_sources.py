"""Which files are read, what they are called, and what is refused or left out."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from filmmeta.page import Page
from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import Feed, Origin, files, pages, regular
from sources_written import COMPRESS, HTML, OTHER, bodies, given, left_out, refusals


def write(path: Path, body: bytes = HTML) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return path


def names(root: Path, out: Path | None = None) -> list[str]:
    return [origin.name for origin in files([root], out) if not origin.left_out]


def test_files_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.html", "a/z.txt", "a/b/c.nfo", "a.html", "Z.json", ".hidden", ".git/x.html", "é.html"):
        write(tmp_path / name)
    assert names(tmp_path) == ["Z.json", "a/b/c.nfo", "a/z.txt", "a.html", "b.html", "é.html"]
    assert bodies(given(tmp_path))[0] == ("Z.json", HTML)
    assert bodies(given(tmp_path / "a" / "z.txt", tmp_path / "b.html")) == [("z.txt", HTML), ("b.html", HTML)]


def test_what_a_run_wrote_is_no_input(tmp_path: Path) -> None:
    write(tmp_path / "page.html")
    write(tmp_path / "old" / ".filmmeta" / "lock")
    write(tmp_path / "old" / "films.jsonl")
    write(tmp_path / "out" / "films.jsonl")
    assert names(tmp_path, tmp_path / "out") == ["page.html"]
    write(tmp_path / ".filmmeta" / "lock")
    for name in ("films.jsonl", "rejects.jsonl.gz", "run.json", "film.schema.json", "films.parquet"):
        write(tmp_path / name)
    assert names(tmp_path, tmp_path / "out") == ["page.html"]
    assert names(tmp_path / "out", tmp_path / "out") == []


def test_links_are_followed_within_the_tree_alone(tmp_path: Path) -> None:
    write(tmp_path / "in" / "deep" / "page.html")
    write(tmp_path / "secret.html", OTHER)
    (tmp_path / "in" / "a").symlink_to("deep/page.html")
    (tmp_path / "in" / "b").symlink_to("../secret.html")
    (tmp_path / "in" / "c").symlink_to("deep")
    (tmp_path / "in" / "d").symlink_to("d")
    (tmp_path / "in" / "e").symlink_to("nowhere")
    found = given(tmp_path / "in")
    assert bodies(found) == [("a", HTML), ("deep/page.html", HTML)]
    assert left_out(found) == {"b": "a link out of the folder", "c": "a link to a folder"}
    assert set(refusals(found)) == {"d", "e"}
    assert bodies(given(tmp_path / "in" / "b")) == [("b", OTHER)]  # named by hand: that is asked for


def test_only_regular_files_are_opened_and_nothing_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "door"))
        (tmp_path / "gone.html").symlink_to("nowhere")
        found = given(tmp_path, Path("/dev/zero"), tmp_path / "missing.html")
    assert refusals(found) == {
        "door": "no regular file",
        "gone.html": "No such file or directory",
        "pipe.html": "no regular file",
        "zero": "no regular file",
        "missing.html": "No such file or directory",
    }


def test_a_file_that_goes_or_becomes_a_pipe_after_it_was_listed(tmp_path: Path) -> None:
    gone, pipe = list(files([write(tmp_path / "gone.html"), write(tmp_path / "pipe.html")], None))
    gone.path.unlink()
    pipe.path.unlink()
    os.mkfifo(pipe.path)
    assert refusals([*pages(gone, Feed()), *pages(pipe, Feed())]) == {
        "gone.html": "No such file or directory",
        "pipe.html": "no regular file",
    }


def test_folders_within_folders_without_end(tmp_path: Path) -> None:
    at = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1_500):  # deeper than a path can say
        os.mkdir("deep", dir_fd=at)
        inner = os.open("deep", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = inner
    os.close(at)
    try:
        write(tmp_path / "page.html")
        found = given(tmp_path)
        assert bodies(found) == [("page.html", HTML)]
        assert list(refusals(found).values()) == ["File name too long"]
    finally:
        subprocess.run(["rm", "-rf", tmp_path / "deep"], check=True)


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "locked" / "page.html")
    real = os.listdir

    def listdir(path: bytes) -> list[bytes]:
        if os.fsencode(path).endswith(b"locked"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    assert refusals(given(tmp_path)) == {"locked": "Permission denied"}


def test_an_error_of_the_machine_is_no_page_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (origin,) = files([write(tmp_path / "page.html")], None)

    def full(*_: object) -> int:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(OSError, match="Too many open files"):
        list(pages(origin, Feed()))


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    with open(tmp_path / "large.html", "wb") as file:
        file.truncate(5_000_000_000)
    assert refusals(given(tmp_path)) == {"large.html": f"5,000,000,000 bytes: a page has {MAX_BYTES:,} at most"}


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "page.html")
    states = [(1, 1), (1, 2), (len(HTML), 3), (len(HTML), 3)]
    monkeypatch.setattr(regular, "state", lambda _: states.pop(0))
    assert bodies(given(path)) == [("page.html", HTML)]
    assert states == []
    always = iter(range(99))
    monkeypatch.setattr(regular, "state", lambda _: (len(HTML), next(always)))
    assert refusals(given(path)) == {"page.html": "it changes while it is read"}


def test_names_that_are_no_text(tmp_path: Path) -> None:
    for name in (b"new\nline.html", b"latin\xe9.html", "\u202etxt.html".encode()):
        write(Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))))
    found = [name for name, _ in bodies(given(tmp_path))]
    assert found == ["latin\ufffd.html", "new\nline.html", "\u202etxt.html"]
    assert all(name.encode("utf-8") for name in found)


@pytest.mark.parametrize("skip", [0, 1, 2])
def test_skip_leaves_out_so_many(tmp_path: Path, skip: int) -> None:
    origin = next(files([write(tmp_path / "page.html")], None))
    assert len(list(pages(origin, Feed(), skip))) == max(0, 1 - skip)


@pytest.mark.parametrize("suffix", COMPRESS)
def test_a_compressed_page(tmp_path: Path, suffix: str) -> None:
    compress = COMPRESS[suffix]
    whole = compress(HTML * 2000)
    write(tmp_path / f"page.html.{suffix}", whole)
    write(tmp_path / f"two.html.{suffix}", whole + whole)
    assert bodies(given(tmp_path)) == [(f"page.html.{suffix}", HTML * 2000), (f"two.html.{suffix}", HTML * 4000)]
    write(tmp_path / f"page.html.{suffix}", whole[:-9])
    write(tmp_path / f"two.html.{suffix}", whole[:20] + bytes(9) + whole[29:])
    assert set(refusals(given(tmp_path))) == {f"page.html.{suffix}", f"two.html.{suffix}"}


def test_names_do_not_decide_alone(tmp_path: Path) -> None:
    write(tmp_path / "a.html", gzip.compress(HTML))  # as a server sent it
    write(tmp_path / "b.html.gz")  # as a browser unpacked it
    write(tmp_path / "c.zip")
    write(tmp_path / "d.parquet")
    write(tmp_path / "e.jsonl")
    write(tmp_path / "f.json", b'{"title": "The Ferry Clock"}')
    write(tmp_path / "g.json", b'[{"title": "The Ferry Clock", "text": "A film."}]')
    assert [body for _, body in bodies(given(tmp_path))][:5] == [HTML] * 5
    assert [name for name, _ in bodies(given(tmp_path))][5:] == ["f.json", "g.json"]


@pytest.mark.parametrize("layer", COMPRESS)
def test_a_page_that_expands_without_end(tmp_path: Path, layer: str) -> None:
    write(tmp_path / f"bomb.html.{layer}", COMPRESS[layer](bytes(MAX_BYTES + 20_000_000)))
    why = refusals(given(tmp_path))[f"bomb.html.{layer}"]
    assert "bytes: a page has" in why or why == "it expands to more than 250 times its size"


class Pipe(io.RawIOBase):
    """Standard input that gives a byte at a time."""

    def __init__(self, body: bytes) -> None:
        self.body = io.BytesIO(body)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self.body.read(1)
        buffer[: len(data)] = data
        return len(data)


def piped(monkeypatch: pytest.MonkeyPatch, body: bytes, feed: Feed | None = None) -> list[object]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(body))))
    return list(given(Path("-"), feed=feed))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(monkeypatch, HTML) == [Input("-", body=HTML)]
    assert piped(monkeypatch, gzip.compress(HTML)) == [Input("-", body=HTML)]
    line = json.dumps({"h": "<p>The Ferry Clock</p>", "url": "https://reel.test/1"}).encode()
    assert piped(monkeypatch, line, Feed("h")) == [
        Input("-#1", "https://reel.test/1", b"<p>The Ferry Clock</p>", "utf-8")
    ]
    assert piped(monkeypatch, line) == [Input("-", body=line)]


COMMENTS = {
    "<!--\n Page saved with SingleFile \n url: https://reel.test/a?b=1&c=2 \n saved date: Wed Feb 03 2021 -->":
        "https://reel.test/a?b=1&c=2",
    "<!-- Mirrored from www.reel.test/films/1.html by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 03 Feb 2021 -->":
        "http://www.reel.test/films/1.html",
    "<!-- saved from url=(0021)https://reel.test/a/b -->": "https://reel.test/a/b",
    "<!-- saved from url=(0021)https://reel.test/a/b-->": "https://reel.test/a/b",
    "<!-- saved from url=(0014)about:internet -->": "",
    "<!-- mirrored from the old disk -->": "",
    "<!-- the url: see below -->": "",
}  # fmt: skip


@pytest.mark.parametrize("comment", COMMENTS)
def test_the_address_that_a_saved_page_gives(comment: str) -> None:
    page = "<!doctype html>\n" + comment + "\n<html><head><title>x</title></head><body><p>x</p></body></html>"
    assert Page(page).url == COMMENTS[comment]


def test_the_parts_of_saved_pages_are_no_pages(tmp_path: Path) -> None:
    write(tmp_path / "The Ferry Clock.html")
    write(tmp_path / "The Ferry Clock_files" / "style.css")
    write(tmp_path / "The Ferry Clock_files" / "frame.html")
    write(tmp_path / "my_files" / "page.html")  # a folder of that name, and no page beside it
    write(tmp_path / "site" / "hts-log.txt")
    write(tmp_path / "site" / "hts-cache" / "new.zip")
    write(tmp_path / "site" / "reel.test" / "1.html")
    found = given(tmp_path)
    assert [name for name, _ in bodies(found)] == [
        "The Ferry Clock.html",
        "my_files/page.html",
        "site/reel.test/1.html",
    ]
    assert set(left_out(found).values()) == {"a part of a saved page", "a file of HTTrack's own"}
    assert len(found) == 7
    assert bodies(given(tmp_path / "The Ferry Clock_files"))  # asked for by name


def test_a_snapshot_of_archivebox_is_one_page(tmp_path: Path) -> None:
    told = {
        "url": "https://reel.test/1", "timestamp": "1612345506.1", "archive_path": "archive/1612345506.1",
        "history": {}, "canonical": {"singlefile_path": "singlefile.html"},
    }  # fmt: skip
    for at, page in (("1", "singlefile.html"), ("2", "reel.test/films/1.html")):
        write(tmp_path / at / "index.json", json.dumps(told).encode())
        write(tmp_path / at / page)
        write(tmp_path / at / "index.html")
        write(tmp_path / at / "readability" / "content.html")
    write(tmp_path / "3" / "index.json", b'{"url": "https://reel.test/1", "title": "a page of data"}')
    found = given(tmp_path)
    assert [(each.name, each.url) for each in found if isinstance(each, Input)] == [
        ("1/singlefile.html", "https://reel.test/1"),
        ("2/reel.test/films/1.html", "https://reel.test/1"),
        ("3/index.json", ""),
    ]
    assert set(left_out(found).values()) == {"another file of a snapshot"}


def test_an_origin_says_what_a_journal_needs(tmp_path: Path) -> None:
    path = write(tmp_path / "page.html")
    assert list(files([path], None)) == [Origin("page.html", path.resolve(), len(HTML), path.stat().st_mtime_ns)]
    assert list(files([Path("-")], None)) == [Origin("-", Path("-"))]
