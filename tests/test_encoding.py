"""Which encoding a page is read in, and what is mended on the way."""

from __future__ import annotations

import pytest

from filmmeta.page.encoding import decode

FRENCH = "Réalisé par Cédric Klapisch, avec une actrice très naïve et un garçon blessé."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, a šťastný režisér to všechno natočil."
RUSSIAN = "Режиссёр снял очень красивый фильм о любви, который стоит посмотреть каждому."


@pytest.mark.parametrize(
    ("body", "encoding", "text"),
    [
        (FRENCH.encode(), "utf-8", FRENCH),
        (b"\xef\xbb\xbf" + FRENCH.encode(), "utf-8", FRENCH),
        (FRENCH.encode("cp1252"), "windows-1252", FRENCH),
        (CZECH.encode("cp1250"), "windows-1250", CZECH),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN),
        (RUSSIAN.encode("utf-16"), "utf-16-le", RUSSIAN),
        (RUSSIAN.encode("utf-16-be"), "utf-16-be", RUSSIAN),
        (b"<meta charset=iso-8859-1>\x93", "windows-1252", "<meta charset=iso-8859-1>“"),
        (b"<meta charset=windows-1251>" + "Кино".encode("cp1251"), "windows-1251", "<meta charset=windows-1251>Кино"),
        (b"<meta charset=utf-16>" + FRENCH.encode(), "utf-8", "<meta charset=utf-16>" + FRENCH),
        (b"<meta charset=nonsense>" + FRENCH.encode(), "utf-8", "<meta charset=nonsense>" + FRENCH),
        (b"<?xml version='1.0' encoding='latin1'?>\xe9", "windows-1252", "<?xml version='1.0' encoding='latin1'?>é"),
        (b"a\r\nb\rc\n", "utf-8", "a\nb\nc\n"),
    ],
)
def test_decoded(body: bytes, encoding: str, text: str) -> None:
    found = decode(body)
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_decoded_twice(wrong: str) -> None:
    found = decode(("Title\n" + FRENCH).encode().decode(wrong).encode())
    assert found.text == "Title\n" + FRENCH
    assert [problem.code for problem in found.problems] == ["mojibake-repaired"]


def test_russian_decoded_twice() -> None:
    found = decode("Хороший фильм о любви".encode().decode("latin-1").encode())
    assert found.text == "Хороший фильм о любви"


@pytest.mark.parametrize("text", [FRENCH, CZECH, RUSSIAN, "Ãlvaro", "СССР — «Мосфильм»"])
def test_sound_text_is_left_alone(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8", ())


def test_a_transport_has_the_first_word_after_the_mark() -> None:
    assert decode("Кино".encode("cp1251"), "cp1251").text == "Кино"
    assert decode(b"\xef\xbb\xbfx", "cp1251").encoding == "utf-8"


def test_damage_is_shown_and_said() -> None:
    found = decode(FRENCH.encode() * 3 + b"\xe9" + FRENCH.encode())
    assert found.encoding == "utf-8"
    assert found.text.count("\ufffd") == 1
    assert [problem.code for problem in found.problems] == ["undecodable"]


def test_nul_is_scrubbed() -> None:
    found = decode(b"a film\0 about")
    assert found.text == "a film\ufffd about"
    assert [problem.code for problem in found.problems] == ["scrubbed"]
