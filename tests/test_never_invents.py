"""What stands beside a value, around a title or before a name is never taken for it."""

from __future__ import annotations

from typing import Any

import pytest

import filmmeta
from filmmeta.records.film import Film

HTML = "<html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"
SALT = "<h1>Salt Ledger</h1>"
BRIEF = "<p>Director: Ida Falk<br>Cast: Tom Ashby, Lena Rowe<br>Country: Italy<br>Running time: 107 min</p>"


def film(text: str, name: str = "page.html") -> Film:
    """The film of a page."""
    found = [record for record in filmmeta.parse(text.encode(), name=name) if isinstance(record, Film)]
    assert len(found) == 1
    return found[0]


def told(found: Film, field: str) -> Any:
    """A field in short."""
    if field == "cast":
        return [(each.name, *each.roles) for each in found.cast]
    if field == "runtimes":
        return [each.minutes for each in found.runtimes]
    if field == "ratings":
        return [(each.value, each.best) for each in found.ratings]
    return getattr(found, field)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Dir: Ida Falk | Italy 2020 | 107 mins | Italian with English subtitles",
            {"directors": ["Ida Falk"], "countries": ["IT"], "year": 2020, "runtimes": [107], "languages": ["it"]},
        ),
        ("Regia: Ida Falk, Italia 2020, 107'", {"directors": ["Ida Falk"], "year": 2020, "runtimes": [107]}),
        ("Regie: Ida Falk, BRD 1983, 101 Min.", {"directors": ["Ida Falk"], "countries": ["DE"], "year": 1983}),
        ("Regia: Ida Falk · România 2002 · 89'", {"directors": ["Ida Falk"], "countries": ["RO"], "runtimes": [89]}),
        ("Dirección: Ida Falk - España/Portugal, 1996 - 104 min.", {"directors": ["Ida Falk"], "runtimes": [104]}),
        ("Réal. : Ida Falk | Belgique, France | 2022 | 86 min", {"directors": ["Ida Falk"], "countries": ["BE", "FR"]}),
        ("Режисер: Іда Фальк | СРСР, 1972 | 83 хв", {"directors": ["Іда Фальк"], "year": 1972, "runtimes": [83]}),
        ("Director: Ida Falk | Tom Ashby", {"directors": ["Ida Falk", "Tom Ashby"]}),
        ("Director: Ida Falk (Italy, 1971) | Tom Ashby", {"directors": ["Ida Falk", "Tom Ashby"], "year": None}),
        ("Director: Ida Falk, 1974", {"directors": ["Ida Falk"], "year": None}),
        ("Cast: Tom Ashby - Driver, 1950", {"cast": [("Tom Ashby", "Driver")], "year": None}),
        (
            "Acteurs : Tom Ashby / Lena Rowe / 1977 / France / 85 min",
            {"cast": [("Tom Ashby",), ("Lena Rowe",)], "year": 1977},
        ),
        ("Yapım: Türkiye, 1998", {"companies": (), "countries": ["TR"]}),
        ("Vizyon tarihi: 6 Kasım 1998 | 1s 45dk | Dram", {"runtimes": [105], "genres": ["Dram"]}),
        ("导演：顾长风 ｜ 编剧：沈一禾", {"directors": ["顾长风"], "writers": ["沈一禾"]}),
        ("主演：白露生 / 语言：普通话", {"cast": [("白露生",)]}),
        ("See also: The Quay II (2013), Director: Tom Byrne", {"directors": []}),
        ("Перевод: не требуется", {"crew": ()}),
        ("امتیاز کاربران: ۷٫۵ از ۱۰", {"ratings": [(7.5, 10.0)]}),
        ("سال ساخت: ۱۳۹۷", {"year": None}),
    ],
)
def test_a_line_of_facts(line: str, expected: dict[str, Any]) -> None:
    body = f"{SALT}<p>{line}</p><p>Music: Pia Lund</p><p>Cinematography: Rolf Egge</p>"
    found = film(HTML.format(title="Salt Ledger", body=body))
    if "crew" in expected:
        assert {each.job for each in found.crew} == {"composer", "cinematographer"}
        return
    assert {field: plain(told(found, field)) for field in expected} == {k: plain(v) for k, v in expected.items()}


def plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("Permalink", "<h1>Permalink</h1><h2>Salt Ledger (1999)</h2>", "Salt Ledger"),
        ("Salt Ledger (1999)", "<h1>Skip to content</h1><h2>Salt Ledger</h2>", "Salt Ledger"),
        ("Old reels: Salt Ledger", '<h1><a href="/">Old reels</a></h1><h2>Salt Ledger</h2>', "Salt Ledger"),
        ("Home (1999) - Filmhouse", '<a href="/">Home</a><h1>Home</h1>', "Home"),
        ("Salt Ledger (1999)", "<h1>Menü</h1><h2>Salt Ledger</h2>", "Salt Ledger"),
    ],
)
def test_a_part_of_the_page_is_no_title(head: str, body: str, title: str) -> None:
    assert film(HTML.format(title=head, body=body + BRIEF)).title == title


@pytest.mark.parametrize("above", ["Aller au contenu\nAccueil\nMenu", "الصفحة الرئيسية\nمشاركة", "Trang chủ\nChia sẻ"])
def test_menus_above_the_title_of_a_text(above: str) -> None:
    text = f"{above}\nSalt Ledger\nDirector: Ida Falk\nCast: Tom Ashby, Lena Rowe\nYear: 1999\nRunning time: 97 min\n"
    assert film(text, "page.txt").title == "Salt Ledger"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Home (2009)", "Home"),
        ("Directed by Rosa Lind", "Directed by Rosa Lind"),
        ("Salt Ledger (1987) VHSRip", "Salt Ledger"),
        ("Stadtkino Werl – Programm März\nNebelhorn", "Nebelhorn"),
    ],
)
def test_the_title_that_opens_a_text(first: str, title: str) -> None:
    text = f"{first}\nDirector: Ida Falk\nCast: Tom Ashby, Lena Rowe\nRunning time: 97 min\n"
    found = film(text, "page.txt")
    assert found.title == title
    assert plain(found.directors) == ["Ida Falk"]


@pytest.mark.parametrize(
    ("cast", "expected"),
    [
        ("<ul><li><small>灯台守</small><span>北条真琴</span></li></ul>", [("北条真琴", "灯台守")]),
        ("<ul><li><a><small>灯台守</small><span>北条真琴</span></a></li></ul>", [("北条真琴", "灯台守")]),
        (
            "<p>Tom Ashby (Finn), Lena Rowe (Ada)</p><p><a href='#'>Tisk</a></p>",
            [("Tom Ashby", "Finn"), ("Lena Rowe", "Ada")],
        ),
        ("<ul><li>오세라 (정희 역)</li><li>남궁혁 (기관사 역)</li></ul>", [("오세라", "정희"), ("남궁혁", "기관사")]),
    ],
)
def test_rows_of_a_cast_list(cast: str, expected: list[tuple[str, ...]]) -> None:
    body = f"{SALT}<p>Director: Ida Falk</p><p>Country: Italy</p><h2>Cast</h2>{cast}"
    assert told(film(HTML.format(title="Salt Ledger", body=body)), "cast") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Grace ........ Niamh Doyle\nFather Lacey ........ Colm Harte",
            [("Niamh Doyle", "Grace"), ("Colm Harte", "Father Lacey")],
        ),
        ("Kajari ... Anjali Sharma\nSurya ... Raja Pandian", [("Kajari", "Anjali Sharma"), ("Surya", "Raja Pandian")]),
        ("Tom Ashby ... Finn\nLena Rowe ... The Nurse", [("Tom Ashby", "Finn"), ("Lena Rowe", "The Nurse")]),
        ("調律師・森\n小鳥遊翔\nピアニスト\n西園寺美月", [("小鳥遊翔", "調律師・森"), ("西園寺美月", "ピアニスト")]),
    ],
)
def test_roles_before_names(lines: str, expected: list[tuple[str, ...]]) -> None:
    text = f"Salt Ledger (1999)\n\nDirector: Ida Falk\n\nRunning time: 97 min\n\nCast\n{lines}\n"
    assert told(film(text, "page.txt"), "cast") == expected


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            "Clay lane [videorecording] / Cross Films ; directed by Edith Hallam ; music, Roy Tansley."
            " — London : Cross, 1999. — 1 DVD (98 min) : sound, colour",
            {"title": "Clay lane", "directors": ["Edith Hallam"], "runtimes": [98], "year": None},
        ),
        (
            "Les abeilles froides [Images animées] / Claire Vauquelin, réal. ; Inès Caulier, Denis Roche, act."
            " - Paris : Butte, 1993. - 1 DVD vidéo (1 h 30 min)",
            {"title": "Les abeilles froides", "directors": ["Claire Vauquelin"], "runtimes": [90], "year": None},
        ),
    ],
)
def test_a_library_record(record: str, expected: dict[str, Any]) -> None:
    found = film(record + "\n", "page.txt")
    assert {field: told(found, field) for field in expected} == expected


def test_two_films_under_one_heading_are_a_list() -> None:
    one = "<h2>The Tin Canary (1948)</h2><p>Director: Hugh Lamb</p><p>Cast: Ed Kessler, Rita Vane</p>"
    other = "<h2>Cold Road (1950)</h2><p>Director: Max Adler</p><p>Cast: Sid Grover, Nan Field</p>"
    page = HTML.format(title="Double bill", body=f"<h1>Saturday at the Astor</h1>{one}{other}")
    assert [record.kind for record in filmmeta.parse(page.encode(), name="page.html")] == ["reject"]
