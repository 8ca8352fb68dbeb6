"""Compressed bytes of which each member stands for itself, as in WARC files: one that is broken costs itself."""

from __future__ import annotations

from io import BufferedReader

import zstandard

from filmmeta.runs.sources.unpacked import BROKEN, WINDOW, Decompressor, Unpacked, made

MAGIC = {"gz": b"\x1f\x8b\x08", "zst": b"\x28\xb5\x2f\xfd"}
DICTIONARY = b"\x5d\x2a\x4d\x18"
LARGEST = 16 << 20  # bytes of a dictionary


class Mending(Unpacked):
    """A stream that ends where a member is broken, and goes on with the next one when it is asked to."""

    def __init__(self, source: BufferedReader, layer: str) -> None:
        self.dictionary = dictionary(source) if layer == "zst" else None
        super().__init__(source, layer)

    def member(self) -> Decompressor:
        if self.dictionary is None:
            return made(self.layer)
        return zstandard.ZstdDecompressor(self.dictionary, max_window_size=WINDOW).decompressobj()

    def mended(self, data: bytes) -> bool:
        self.broken = BROKEN
        self._rest = data[1:]
        return False

    def resumed(self) -> bool:
        """Whether there is another member behind a broken one: then the stream goes on there."""
        if self.broken != BROKEN or self.layer not in MAGIC:
            return False
        magic, data = MAGIC[self.layer], self._rest
        while (at := data.find(magic)) < 0:
            more = self._read()
            if not more:
                return False
            data = data[-len(magic) + 1 :] + more
        self._rest = data[at:]
        self._decompressor, self._begun, self.broken = self.member(), False, ""
        return True


def dictionary(source: BufferedReader) -> zstandard.ZstdCompressionDict | None:
    """The dictionary that a WARC file in Zstandard begins with; None when it has none, and nothing is read."""
    head = source.peek(8)[:8]
    length = int.from_bytes(head[4:8], "little")
    if not head.startswith(DICTIONARY) or length > LARGEST:
        return None
    content = source.read(8 + length)[8:]
    if content.startswith(MAGIC["zst"]):
        content = zstandard.ZstdDecompressor(max_window_size=WINDOW).decompress(content, max_output_size=LARGEST)
    return zstandard.ZstdCompressionDict(content)
