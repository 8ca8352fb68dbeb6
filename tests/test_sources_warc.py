"""WARC, WACZ, MHTML and HAR: the pages among what a crawler or browser kept."""

from __future__ import annotations

import base64
import gzip
import importlib.util
import io
import json
import random
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from filmmeta.page.address import archived_on
from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.inputs import Input
from filmmeta.runs.reading import outcome
from filmmeta.runs.sources import LeftOut, http, warcs
from sources_written import (
    HTML,
    OTHER,
    bodies,
    given,
    left_out,
    packed,
    record,
    refusals,
    response,
    zipped,
)  # fmt: skip

brotli = pytest.importorskip("brotli")
A, B, C = (record(response(body), f"https://reel.test/{number}") for number, body in enumerate((HTML, OTHER, HTML), 1))
SECOND = "https://reel.test/2"


@pytest.fixture(params=["fastwarc", "warcio"], autouse=True)
def library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Each library in turn: what they give must be the same."""
    if request.param == "fastwarc":
        pytest.importorskip("fastwarc")
    else:
        monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    yield request.param


def warc(tmp_path: Path, *records: bytes, name: str = "x.warc") -> list[Input | LeftOut]:
    (tmp_path / name).write_bytes(b"".join(records))
    return given(tmp_path / name)


def urls(found: list[Input | LeftOut]) -> list[str]:
    return [each.url if isinstance(each, Input) else each.why for each in found]


def test_the_pages_of_a_warc_file_are_numbered(tmp_path: Path) -> None:
    found = warc(tmp_path, A, record(b"software: x\r\n", kind="warcinfo", content_type="application/warc-fields"), B)
    assert found == [
        Input("x.warc#1", "https://reel.test/1", HTML, saved="2021-02-03"),
        LeftOut("x.warc#1", "a warcinfo record"),
        Input("x.warc#2", SECOND, OTHER, saved="2021-02-03"),
    ]


@pytest.mark.parametrize("name", ["x.warc.gz", "x.warc.zst", "x.warc", "x.bin", "x.warc.gz.1"])
def test_compressed_record_by_record_or_whole(tmp_path: Path, name: str) -> None:
    compress = zstandard.compress if name.endswith("zst") else gzip.compress
    whole = A + B if name.endswith(("warc", "bin")) else compress(A) + compress(B)
    assert [body for _, body in bodies(warc(tmp_path, whole, name=name))] == [HTML, OTHER]
    if name == "x.warc.gz":
        assert [body for _, body in bodies(warc(tmp_path, compress(A + B), name=name))] == [HTML, OTHER]


def test_a_dictionary_of_zstandard(tmp_path: Path) -> None:
    words = zstandard.train_dictionary(400, [f"{number} film {number * 7}".encode() * 9 for number in range(300)])
    frames = b"".join(zstandard.ZstdCompressor(dict_data=words).compress(each) for each in (A, B))
    for content in (words.as_bytes(), zstandard.compress(words.as_bytes())):
        head = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
        assert [body for _, body in bodies(warc(tmp_path, head + frames, name="x.warc.zst"))] == [HTML, OTHER]


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_warcio_writes(tmp_path: Path) -> None:
    sink = io.BytesIO()
    writer = WARCWriter(sink, gzip=True)
    sent = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=windows-1251")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "x"}))
    made = writer.create_warc_record(
        SECOND, "response", io.BytesIO(HTML), http_headers=sent, warc_headers_dict={"WARC-Date": "2021-02-03T23:59:59Z"}
    )
    request = StatusAndHeaders("GET /2 HTTP/1.1", [("Host", "reel.test")], is_http_request=True)
    writer.write_request_response_pair(writer.create_warc_record(SECOND, "request", http_headers=request), made)
    digest = made.rec_headers.get_header("WARC-Payload-Digest")
    writer.write_record(writer.create_revisit_record(SECOND, digest, SECOND, "2021-02-03T04:05:06Z", http_headers=sent))
    found = warc(tmp_path, sink.getvalue(), name="x.warc.gz")
    assert [each for each in found if isinstance(each, Input)] == [
        Input("x.warc.gz#1", SECOND, HTML, "windows-1251", saved="2021-02-03"),
    ]
    assert sorted(left_out(found).values()) and sorted(urls(found)) == [
        "a request record", "a revisit record", "a warcinfo record", SECOND,
    ]  # fmt: skip


def test_addresses_as_wget_writes_them(tmp_path: Path) -> None:
    assert urls(warc(tmp_path, record(response(), f"<{SECOND}>"), record(response(), "http://reel.test/a b"))) == [
        SECOND,
        "http://reel.test/a%20b",
    ]


def test_lines_that_end_in_a_line_feed_alone(tmp_path: Path) -> None:
    other = record(response(OTHER), SECOND, end=b"\n")
    assert [body for _, body in bodies(warc(tmp_path, other, other))] == [OTHER, OTHER]
    assert [body for _, body in bodies(warc(tmp_path, A, other, C))] == [HTML, OTHER, HTML]


def test_records_without_http(tmp_path: Path) -> None:
    text = "Режиссёр".encode()
    found = warc(
        tmp_path,
        record(HTML, kind="resource", content_type="text/html; charset=utf-8"),
        record(text, kind="conversion", content_type="text/plain"),
        record(b"\x89PNG", kind="resource", content_type="image/png"),
        record(b"reel.test. 1 IN A 192.0.2.1", "dns:reel.test", content_type="text/dns"),
        record(HTML, kind="response", content_type="text/html"),
        record(b"2021 wget", "metadata://gnu.org/software/wget/warc/wget.log", "resource", "text/plain"),
        record(b"{}", "urn:pageinfo:https://reel.test/1", "resource", "application/json"),
    )
    assert [body for _, body in bodies(found)] == [HTML, text, HTML]
    assert [each.why for each in found if isinstance(each, LeftOut)] == [
        "content type image",
        *["a record of no page"] * 3,
    ]


POLICY = {
    (b"200 OK", b"text/html"): "", (b"203 x", b"application/xhtml+xml"): "", (b"200 OK", b"application/ld+json"): "",
    (b"200 OK", b"text/plain;charset=x"): "", (b"200 OK", b""): "", (b"200 OK", b"application/rss+xml"): "",
    (b"200", b"text/html"): "", (b"404 Not Found", b"text/html"): "HTTP status 404",
    (b"301 Moved", b"text/html"): "HTTP status 301", (b"200 OK", b"image/png"): "content type image",
    (b"200 OK", b"image/svg+xml"): "content type image", (b"200 OK", b"text/css"): "a style sheet or script",
    (b"200 OK", b"application/javascript; charset=utf-8"): "a style sheet or script",
    (b"200 OK", b"application/octet-stream"): "no text by its content type",
    (b"200 OK", b"font/woff2"): "content type font",
}  # fmt: skip


@pytest.mark.parametrize(("status", "kind"), POLICY)
def test_which_responses_are_pages(tmp_path: Path, status: bytes, kind: bytes) -> None:
    header = b"Content-Type: " + kind + b"\r\n" if kind else b""
    (found,) = warc(tmp_path, record(response(HTML, status, header)))
    assert (found.why if isinstance(found, LeftOut) else "") == POLICY[status, kind]
    assert isinstance(found, LeftOut) or found.body == HTML


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 37] for at in range(0, len(body), 37)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    maker = zlib.compressobj(wbits=-15)
    return maker.compress(body) + maker.flush()


CODED: dict[bytes, Callable[[bytes], bytes]] = {
    b"gzip": gzip.compress, b"x-gzip": gzip.compress, b"deflate": zlib.compress, b"Deflate": raw_deflate,
    b"br": lambda body: brotli.compress(body, quality=1), b"zstd": zstandard.compress,
    b"identity": bytes, b"gzip ": bytes,
    b"deflate, gzip": lambda body: gzip.compress(zlib.compress(body)),
}  # fmt: skip


@pytest.mark.parametrize("coding", CODED)
@pytest.mark.parametrize("chunks", [True, False])
def test_bodies_are_dechunked_and_decompressed(tmp_path: Path, coding: bytes, chunks: bool) -> None:
    body = CODED[coding](HTML * 50)
    header = b"content-type: text/html\r\nContent-Encoding: " + coding + b"\r\n"
    header += b"Transfer-Encoding: chunked\r\n" if chunks else b""
    found = warc(tmp_path, record(response(chunked(body) if chunks else body, header=header)))
    assert bodies(found) == [("x.warc#1", HTML * 50)]


def test_a_header_that_is_older_than_its_body(tmp_path: Path) -> None:
    header = b"Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n"
    assert bodies(warc(tmp_path, record(response(header=header)))) == [("x.warc#1", HTML)]


@pytest.mark.parametrize("coding", [b"gzip", b"deflate", b"br", b"zstd", b"rot13"])
def test_encodings_that_are_broken_or_unknown(tmp_path: Path, coding: bytes) -> None:
    body = {b"gzip": b"\x1f\x8b\x08junk" * 9, b"zstd": b"\x28\xb5\x2f\xfdjunk" * 9}.get(coding, b"\xff\xfejunk" * 9)
    found = warc(tmp_path, record(response(body, header=b"Content-Encoding: " + coding + b"\r\n")), B)
    assert list(refusals(found)) == ["x.warc#1"]
    assert bodies(found) == [("x.warc#2", OTHER)]


@pytest.mark.parametrize("coding", [b"gzip", b"deflate", b"br", b"zstd"])
def test_bodies_that_expand_without_end(tmp_path: Path, coding: bytes) -> None:
    body = CODED[coding](bytes(MAX_BYTES + 1_000_000))
    found = warc(tmp_path, record(response(body, header=b"Content-Encoding: " + coding + b"\r\n")), B)
    assert "bytes: a page has" in refusals(found)["x.warc#1"]
    assert bodies(found) == [("x.warc#2", OTHER)]


def test_brotli_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    found = warc(tmp_path, record(response(brotli.compress(HTML), header=b"Content-Encoding: br\r\n")))
    assert refusals(found) == {"x.warc#1": "it is compressed with Brotli: install brotli"}


BAD = record(response(OTHER), SECOND, length="abc")
BROKEN = {
    "no number": ([A, BAD, C], ["1", "2!", "3"]),
    "negative": ([A, record(response(OTHER), SECOND, length="-5"), C], ["1", "2!", "3"]),
    "far too long": ([A, record(response(OTHER), SECOND, length="99999"), C], ["1", "2!", "3"]),
    "a number without end": ([A, record(response(OTHER), SECOND, length="9" * 30), C], ["1", "2!", "3"]),
    "no length": ([A, record(response(OTHER), SECOND, length=""), C], ["1", "2!", "3"]),
    "another version": ([A, record(response(OTHER), SECOND, version=b"WARC/9.9"), C], ["1", "2!", "3"]),
    "garbage": ([A, b"garbage\r\n\r\n", C], ["1", "2!", "3"]),
    "two in a row": ([A, BAD, BAD, C], ["1", "2!", "3!", "4"]),
    "the first": ([BAD, C], ["1!", "2"]),
    "the last": ([A, BAD], ["1", "2!"]),
    "cut short": ([A, B[:-20]], ["1", "2!"]),
    "cut in its header": ([A, B[:60]], ["1", "2!"]),
    "a header without end": ([A, record(response(), "https://reel.test/" + "x" * 200_000), C], ["1", "2!", "3"]),
    "blank lines": ([A, b"\r\n\r\n\r\n", C], ["1", "2"]),
}  # fmt: skip


@pytest.mark.parametrize("damage", BROKEN)
def test_a_broken_record_costs_itself(tmp_path: Path, damage: str, capfd: pytest.CaptureFixture[str]) -> None:
    records, wanted = BROKEN[damage]
    found = warc(tmp_path, *records)
    assert [each.name[7:] + "!" * bool(getattr(each, "refusal", "")) for each in found] == wanted
    assert capfd.readouterr() == ("", "")


def test_a_broken_member_costs_itself(tmp_path: Path) -> None:
    for compress, name in ((gzip.compress, "x.warc.gz"), (zstandard.compress, "x.warc.zst")):
        noise = record(response(b"<html>" + random.Random(1).randbytes(90_000)), SECOND)
        middle = bytearray(compress(noise))
        middle[20_000:20_040] = bytes(40)
        middle[:12] = middle[:12]
        found = warc(tmp_path, compress(A), bytes(middle), compress(C), name=name)
        kept = [body for _, body in bodies(found)]
        assert kept[0] == kept[-1] == HTML
        assert refusals(found) or len(kept) == 3


def test_a_warc_file_that_is_cut_short(tmp_path: Path) -> None:
    found = warc(tmp_path, packed(A, B)[:-30], name="x.warc.gz")
    assert bodies(found) == [("x.warc.gz#1", HTML)]
    assert refusals(found) == {"x.warc.gz": "its compressed data ends too soon"}


def test_a_record_that_is_too_large(tmp_path: Path) -> None:
    found = warc(tmp_path, packed(record(response(bytes(MAX_BYTES + 99_000))), B), name="x.warc.gz")
    assert "bytes: a page has" in refusals(found)["x.warc.gz#1"]
    assert bodies(found) == [("x.warc.gz#2", OTHER)]


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz"])
def test_any_damage_gives_pages_and_refusals_alone(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    whole = A + B + C if name == "x.warc" else packed(A, B, C)
    for _ in range(120):
        body = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        found = warc(tmp_path, bytes(body[: chance.choice([len(body), chance.randrange(1, len(body))])]), name=name)
        assert found


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(5, "Input/output error")])
def test_what_ends_a_stream_ends_the_file(error: BaseException, capfd: pytest.CaptureFixture[str]) -> None:
    class Disk(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise error
            return super().read(len(A) + 40)

    found = warcs.pages(Disk(A + B), "x.warc")
    assert next(found) == Input("x.warc#1", "https://reel.test/1", HTML, saved="2021-02-03")
    with pytest.raises(type(error)):
        list(found)
    assert capfd.readouterr() == ("", "")


def test_a_collection(tmp_path: Path) -> None:
    zipped(
        tmp_path / "c.wacz",
        {
            "datapackage.json": b"{}", "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n', "indexes/index.cdx": b"",
            "archive/a.warc.gz": packed(A, B), "archive/b.warc": C, "archive/c.warc.gz": packed(A)[:-20],
        },
    )  # fmt: skip
    found = given(tmp_path)
    assert bodies(found) == [
        ("c.wacz#archive/a.warc.gz#1", HTML), ("c.wacz#archive/a.warc.gz#2", OTHER), ("c.wacz#archive/b.warc#1", HTML),
    ]  # fmt: skip
    assert refusals(found) == {"c.wacz#archive/c.warc.gz": "its compressed data ends too soon"}
    assert set(left_out(found).values()) == {"a web archive's own file"}


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://reel.test/1
Subject: The Ferry Clock
Date: Wed, 3 Feb 2021 23:05:06 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html; charset=windows-1251
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://reel.test/1?from=3Dmail

<html><body><h1>=D7=E0=F1=FB</h1></body></html>

------MultipartBoundary--x----
Content-Type: text/css
Content-Transfer-Encoding: binary
Content-Location: cid:css-1@mhtml.blink

h1 { color: red }
------MultipartBoundary--x------
""".replace("\n", "\r\n").encode()


def test_a_page_saved_as_mhtml(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_bytes(MHTML)
    (tmp_path / "b.mht").write_bytes(MHTML.replace(b"text/html; ch", b"text/plain; ch"))
    (tmp_path / "c.mht").write_bytes(HTML)  # named so, and a plain page
    page, style, none, plain = given(tmp_path)
    assert page[1:] == (
        "https://reel.test/1?from=3Dmail",
        b"<html><body><h1>\xd7\xe0\xf1\xfb</h1></body></html>\r\n",
        "windows-1251",
        "",
        "2021-02-03",
    )
    assert style == LeftOut("a.mhtml#2", "a part of a saved page")
    assert none == Input("b.mht", refusal="MHTML without a page")
    assert plain == Input("c.mht", body=HTML)


@pytest.mark.parametrize("name", ["x.mhtml", "x.har"])
def test_any_damage_to_what_browsers_save(tmp_path: Path, name: str) -> None:
    log = [entry(text="<p>The Ferry Clock"), entry(text="eA==", encoding="base64")]
    whole = MHTML if name == "x.mhtml" else json.dumps({"log": {"entries": log}}).encode()
    chance = random.Random(name)
    for _ in range(200):
        body = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        (tmp_path / name).write_bytes(body[: chance.choice([len(body), chance.randrange(1, len(body))])])
        assert given(tmp_path)


def entry(status: int = 200, kind: str = "text/html", **content: object) -> dict[str, object]:
    sent = {"status": status, "content": {"size": 1, "mimeType": kind, **content}}
    request = {"method": "GET", "url": "https://reel.test/1"}
    return {"startedDateTime": "2021-02-03T23:05:06.789+02:00", "request": request, "response": sent}


def test_a_har_file(tmp_path: Path) -> None:
    log = [
        entry(text="<p>Часы\ud800"),
        entry(text=base64.b64encode(HTML).decode(), encoding="base64", kind="text/html; charset=koi8-r"),
        entry(404, text="x"), entry(kind="image/png", text="x"), entry(), entry(text="!", encoding="base64"), {}, None,
    ]  # fmt: skip
    (tmp_path / "x.har").write_text(json.dumps({"log": {"version": "1.2", "entries": log}}))
    found = given(tmp_path)
    assert found[:2] == [
        Input("x.har#1", "https://reel.test/1", "<p>Часы\ufffd".encode(), "utf-8", saved="2021-02-03"),
        Input("x.har#2", "https://reel.test/1", HTML, "koi8-r", saved="2021-02-03"),
    ]
    assert [each.why for each in found if isinstance(each, LeftOut)] == [
        "HTTP status 404", "content type image", "its body was not kept", "no HTTP status", "no HTTP status",
    ]  # fmt: skip
    assert refusals(found) == {"x.har#3": "its Base64 is broken"}


@pytest.mark.parametrize("body", [b'{"log": {"entries": [', b'{"log": {"a": ' + b"[" * 100_000, b'{"log": {}}'])
def test_har_files_that_are_broken(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "x.har").write_bytes(body)
    assert list(refusals(given(tmp_path))) == ["x.har"]


def test_a_header_without_end_or_sense() -> None:
    assert http.response(b"HTTP/1.1 200 OK\r\n" + b"x" * 200_000).status == 200
    assert http.charset('text/html; Charset="UTF-8"') == "UTF-8"
    sent = http.response("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset*=é''x\r\n\r\nbody".encode("latin-1"))
    assert http.body(sent) == b"body"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2021-02-03T04:05:06Z", "2021-02-03"),
        ("2021-02-03T04:05:06.123456Z", "2021-02-03"),
        ("2021-02-03", "2021-02-03"),
        ("2021-02-30T04:05:06Z", ""),
        ("1970-01-01T00:00:00Z", ""),
        ("20210203040506", ""),
        ("2021", ""),
        ("x", ""),
        ("", ""),
    ],
)
def test_the_day_of_a_record(tmp_path: Path, said: str, day: str) -> None:
    (page,) = warc(tmp_path, A.replace(b"2021-02-03T04:05:06Z", said.encode()))
    assert isinstance(page, Input)
    assert (page.saved, page.body) == (day, HTML)


@pytest.mark.parametrize(
    "said", ["Wed, 31 Feb 2021 04:05:06 GMT", "Wed, 03 Mon 2021", "3.2.2021", "=?utf-8?q?x?=", "\0"]
)
def test_a_date_of_a_message_that_is_none(tmp_path: Path, said: str) -> None:
    (tmp_path / "a.mhtml").write_bytes(MHTML.replace(b"Wed, 3 Feb 2021 23:05:06 +0200", said.encode()))
    page, _ = given(tmp_path)
    assert isinstance(page, Input)
    assert page.saved == ""
    assert page.body


ARCHIVED = b"""<!--
     FILE ARCHIVED ON 23:05:06 Jan 02, 2019 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:11:12 Mar 04, 2020.
     JAVASCRIPT APPENDED BY WAYBACK MACHINE, COPYRIGHT INTERNET ARCHIVE.
-->"""


def test_the_day_of_an_archive_goes_before_that_of_the_page() -> None:
    page = HTML + b" " * 300_000 + ARCHIVED
    days = [outcome(Input("a.html", body=page, saved=said)).lines[0][1] for said in ("2021-02-03", "", "never")]
    assert [json.loads(line)["page"]["saved"] for line in days] == ["2021-02-03", "2019-01-02", "2019-01-02"]
    assert archived_on(ARCHIVED.decode().replace("Jan 02", "Jan 32")) is None
    assert archived_on(ARCHIVED.decode().removeprefix("<!--")) is None
