"""ZIP and tar: the archive's own order, and bounds that no archive gets over."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import random
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
import zstandard

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import Feed, files, members, pages, tars, zips
from filmmeta.runs.sources.tars import LONGEST
from sources_written import COMPRESS, HTML, OTHER, bodies, given, left_out, record, refusals, response, tarred, zipped

TWO = {"b/2.html": OTHER, "a/1.html": HTML}
BOMB = "it expands to more than 250 times its size"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_in_the_order_of_its_directory(tmp_path: Path, method: int) -> None:
    found = given(zipped(tmp_path / "pages.zip", TWO, method))
    assert bodies(found) == [("pages.zip#b/2.html", OTHER), ("pages.zip#a/1.html", HTML)]
    assert len(found) == 2


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_in_its_own_order(tmp_path: Path, mode: str) -> None:
    suffix = ".tar" + mode[1:].replace(":", ".")
    found = given(tarred(tmp_path / f"pages{suffix}", TWO, mode))
    assert bodies(found) == [(f"pages{suffix}#b/2.html", OTHER), (f"pages{suffix}#a/1.html", HTML)]


def test_other_names_of_tar(tmp_path: Path) -> None:
    whole = tarred(tmp_path / "x.tar", TWO).read_bytes()
    (tmp_path / "x.tar").unlink()
    (tmp_path / "a.tgz").write_bytes(gzip.compress(whole))
    (tmp_path / "b.tar.zst").write_bytes(zstandard.compress(whole))
    (tmp_path / "c.tar.gz").write_bytes(whole)  # unpacked on the way
    assert [name for name, _ in bodies(given(tmp_path))] == [
        f"{archive}#{name}" for archive in ("a.tgz", "b.tar.zst", "c.tar.gz") for name in TWO
    ]


@pytest.mark.parametrize("skip", range(6))
def test_skip_goes_on_in_the_middle(tmp_path: Path, skip: int) -> None:
    zipped(
        tmp_path / "x.zip",
        {"../a": HTML, ".hidden": HTML, "b.html": HTML, "c.jsonl": b'{"html": "1"}\n{"html": "2"}\n'},
    )
    (origin,) = files([tmp_path], None)
    whole = list(pages(origin, Feed()))
    assert len(whole) == 5
    assert list(pages(origin, Feed(), skip)) == whole[skip:]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_that_lead_elsewhere(tmp_path: Path, kind: str) -> None:
    bad = {"../up.html": HTML, "/root.html": HTML, "a/../../b.html": HTML, "C:\\d.html": HTML, "..\\e.html": HTML}
    path = tmp_path / f"x.{kind}"
    zipped(path, {**bad, "ok..html": HTML}) if kind == "zip" else tarred(path, {**bad, "ok..html": HTML})
    found = given(path)
    assert bodies(found) == [(f"x.{kind}#ok..html", HTML)]
    assert len(refusals(found)) == 5
    assert set(refusals(found).values()) == {"its name is absolute", "its name leads out of the archive"}


def test_a_nul_in_a_name(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {"page0.exe": HTML})
    path.write_bytes(path.read_bytes().replace(b"page0", b"page\0"))
    assert refusals(given(path)) == {"x.zip#page": "its name holds a NUL"}


def test_a_member_without_a_name(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {"qqqq": HTML})
    path.write_bytes(path.read_bytes().replace(b"qqqq", bytes(4)))
    assert list(refusals(given(path))) == ["x.zip#"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.tar", "w", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo("\udce9.html")
        info.size = len(HTML)
        archive.addfile(info, io.BytesIO(HTML))
    assert bodies(given(tmp_path)) == [("x.tar#\ufffd.html", HTML)]


def test_hidden_members_and_parts_of_saved_pages(tmp_path: Path) -> None:
    names = ("p.html", "p_files/x.css", "__MACOSX/._p.html", "a/.DS_Store")
    found = given(zipped(tmp_path / "x.zip", dict.fromkeys(names, HTML)))
    assert bodies(found) == [("x.zip#p.html", HTML)]
    assert sorted(left_out(found).values()) == ["a part of a saved page", "hidden", "hidden"]


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_an_archive_in_an_archive(tmp_path: Path, kind: str) -> None:
    inner = {
        "a.zip": zipped(tmp_path / "i.zip", TWO).read_bytes(), "b.tar": tarred(tmp_path / "i.tar", TWO).read_bytes(),
        "c.html.gz": gzip.compress(HTML), "d.warc": record(response()), "e.html": HTML,
    }  # fmt: skip
    path = tmp_path / f"x.{kind}"
    zipped(path, inner) if kind == "zip" else tarred(path, inner, "w:gz" if kind.endswith("gz") else "w")
    found = given(path)
    assert bodies(found) == [(f"x.{kind}#e.html", HTML)]
    assert list(refusals(found).values()) == ["an archive in an archive"] * 4


def test_compressed_twice(tmp_path: Path) -> None:
    (tmp_path / "x.html.gz").write_bytes(gzip.compress(gzip.compress(HTML)))
    assert refusals(given(tmp_path)) == {"x.html.gz": "an archive in an archive"}


def test_feeds_and_saved_pages_in_an_archive(tmp_path: Path) -> None:
    row = json.dumps({"html": HTML.decode(), "url": "https://reel.test/1"}).encode() + b"\n"
    found = given(zipped(tmp_path / "set.zip", {"set.jsonl": row * 2, "set.csv": b"html,url\nx,y\n"}))
    assert bodies(found) == [
        ("set.zip#set.jsonl#1", HTML), ("set.zip#set.jsonl#2", HTML), ("set.zip#set.csv#2", b"x"),
    ]  # fmt: skip


def test_an_encrypted_member(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", TWO)
    body = bytearray(path.read_bytes())
    at = body.rfind(b"PK\x01\x02")  # the directory's entry of the second member
    body[at + 8] |= 1
    path.write_bytes(body)
    found = given(path)
    assert bodies(found) == [("x.zip#b/2.html", OTHER)]
    assert refusals(found) == {"x.zip#a/1.html": "it is encrypted"}


def test_a_method_that_nobody_knows(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", TWO)
    path.write_bytes(path.read_bytes().replace(b"\x14\0\0\0\x08\0", b"\x14\0\0\0\x63\0"))
    assert refusals(given(path)) == dict.fromkeys(
        ["x.zip#b/2.html", "x.zip#a/1.html"], "it cannot be read from its archive (NotImplementedError)"
    )


def test_a_zip_bomb_by_its_ratio(tmp_path: Path) -> None:
    found = given(zipped(tmp_path / "x.zip", {"bomb.html": bytes(30_000_000), "page.html": HTML}))
    assert refusals(found) == {"x.zip#bomb.html": BOMB}
    assert bodies(found) == [("x.zip#page.html", HTML)]


def test_a_zip_that_lies_about_a_size(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {"bomb.html": bytes(30_000_000), "page.html": HTML})
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 30_000_000), struct.pack("<I", 900)))
    found = given(path)
    assert refusals(found) == {"x.zip#bomb.html": "it cannot be read from its archive (BadZipFile)"}
    assert bodies(found) == [("x.zip#page.html", HTML)]


@pytest.mark.parametrize("size", [5_000_000_000, 1 << 62])
def test_a_member_of_many_gigabytes_is_not_read(tmp_path: Path, size: int) -> None:
    with tarfile.open(tmp_path / "x.tar", "w") as archive:
        info = tarfile.TarInfo("large.html")
        info.size = size
        archive.addfile(info)
    found = given(tmp_path)
    assert refusals(found)["x.tar#large.html"] == f"{size:,} bytes: a page has {MAX_BYTES:,} at most"
    assert refusals(found)["x.tar"] == "a tar archive that is cut short or broken"


def test_a_small_bzip2_that_is_gigabytes(tmp_path: Path) -> None:
    whole = bz2.compress(bytes(10_000_000)) * 200
    assert len(whole) < 20_000
    (tmp_path / "x.html.bz2").write_bytes(whole)
    assert list(refusals(given(tmp_path / "x.html.bz2"))) == ["x.html.bz2"]
    path = zipped(tmp_path / "y.zip", {"x.html": whole}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"\x14\0\0\0\0\0", b"\x2e\0\0\0\x0c\0"))  # stored, it now says bzip2
    assert list(refusals(given(path))) == ["y.zip#x.html"]


def test_overlapping_members(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", TWO, zipfile.ZIP_STORED)
    with zipfile.ZipFile(path) as archive:
        first, second = archive.infolist()
    body = bytearray(path.read_bytes())
    at = body.rfind(b"PK\x01\x02")
    struct.pack_into("<I", body, at + 42, first.header_offset)  # both begin at the first
    path.write_bytes(body)
    assert second.header_offset
    assert set(refusals(given(path)).values()) == {"it shares its bytes with another member"}


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zipped(tmp_path / "a.zip", {f"{number}.html": b"x" for number in range(9)})
    tarred(tmp_path / "b.tar", {f"{number}.html": b"x" for number in range(9)})
    monkeypatch.setattr(zips, "MOST_MEMBERS", 8)
    monkeypatch.setattr("filmmeta.runs.sources.tars.MOST_MEMBERS", 8)
    found = given(tmp_path)
    assert set(refusals(found)) == {"a.zip", "b.tar"}
    assert len(bodies(found)) == 8  # of the tar, which is read as it comes
    monkeypatch.setattr(zips, "DIRECTORY", 100)
    assert "directory" in refusals(given(tmp_path / "a.zip"))["a.zip"]


def test_a_tar_keeps_no_member_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    real = tars.member

    def member(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> members.Member:
        seen.append(len(archive.getmembers.__self__.members))  # type: ignore[attr-defined]
        return real(archive, entry)

    monkeypatch.setattr(tars, "member", member)
    given(tarred(tmp_path / "x.tar", {f"{number}.html": HTML for number in range(50)}))
    assert seen == [0] * 50


def test_links_and_devices_in_a_tar(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.tar", "w") as archive:
        for name, type_ in (
            ("a", tarfile.SYMTYPE),
            ("b", tarfile.LNKTYPE),
            ("c", tarfile.CHRTYPE),
            ("d", tarfile.FIFOTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = type_, "/etc/passwd"
            archive.addfile(info)
        archive.addfile(tarfile.TarInfo("e"))
    found = given(tmp_path)
    assert list(left_out(found).values()) == ["a link", "a link", "no regular file", "no regular file"]
    assert bodies(found) == [("x.tar#e", b"")]


def test_archives_that_are_cut_short(tmp_path: Path) -> None:
    noise = random.Random(7).randbytes(60_000)
    pair = {"a.html": HTML, "b.html": noise, "c.html": HTML}
    for name, path in (("x.tar", tarred(tmp_path / "1", pair)), ("y.tar.gz", tarred(tmp_path / "2", pair, "w:gz"))):
        cut = path.read_bytes()[:30_000]
        path.unlink()
        (tmp_path / name).write_bytes(cut)
        found = given(tmp_path / name)
        assert bodies(found) == [(f"{name}#a.html", HTML)]
        assert list(refusals(found)) == [f"{name}#b.html", name]
    path = zipped(tmp_path / "z.zip", pair)
    path.write_bytes(path.read_bytes()[:30_000])
    assert refusals(given(path)) == {"z.zip": "a ZIP archive that is cut short or broken"}


def test_a_tar_broken_in_the_middle_says_so(tmp_path: Path) -> None:
    path = tarred(tmp_path / "x.tar", {"a.html": HTML, "b.html": HTML})
    body = bytearray(path.read_bytes())
    body[1024 : 1024 + 100] = b"\xff" * 100  # the second header
    path.write_bytes(body)
    found = given(path)
    assert bodies(found) == [("x.tar#a.html", HTML)]
    assert refusals(found) == {"x.tar": "a tar archive that is cut short or broken"}


def test_a_tar_with_a_name_without_end(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.tar", "w", format=tarfile.GNU_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("a" * (LONGEST + 1)))
    assert refusals(given(tmp_path)) == {"x.tar": "a tar archive that is cut short or broken"}


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "html.gz", "html.zst", "html.xz", "html.bz2"])
def test_any_damage_gives_pages_and_refusals_alone(tmp_path: Path, kind: str) -> None:
    chance = random.Random(kind)
    path = tmp_path / f"x.{kind}"
    if kind == "zip":
        zipped(path, TWO)
    elif kind.startswith("tar"):
        tarred(path, TWO, "w:gz" if kind.endswith("gz") else "w")
    else:
        path.write_bytes(COMPRESS[kind.rpartition(".")[2]](HTML))
    whole = path.read_bytes()
    for _ in range(150):
        body = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        path.write_bytes(body[: chance.choice([len(body), chance.randrange(len(body))])])
        assert any(isinstance(each, Input) for each in given(path)) or kind in ("zip", "tar", "tar.gz")


def test_an_archive_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    [origin] = files([tmp_path], None)
    assert [*pages(origin, Feed())] == [Input("empty.zip", refusal="nothing in it")]
