"""One invented film's facts under the labels of many languages, and the ways in which pages set labels and values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Rows = Sequence[tuple[str, str]]
FIELDS = ("director", "writer", "cast", "genre", "country", "year", "runtime")


class Sheet(NamedTuple):
    """A title, the names of the film's people, and what stands behind the labels of genre, country and runtime."""

    title: str
    director: str
    writers: tuple[str, str]
    cast: tuple[str, str, str]
    genres: tuple[str, str]
    country: str
    runtime: str
    labels: tuple[str, ...]
    comma: str = ", "


YEAR, MINUTES = 1987, 104
BETWEEN = re.compile(r"(, | / |、)")
SHEETS = {
    "en": Sheet(
        "The Glass Weir", "Honor Ridley", ("Ambrose Pike", "Lettie Crane"),
        ("Silas Marsh", "Edith Vane", "Ned Tully"), ("Drama", "Mystery"), "Ireland", "104 min",
        ("Director", "Writers", "Cast", "Genre", "Country", "Year", "Runtime"),
    ),
    "fr": Sheet(
        "Le Barrage de verre", "Honorine Lescot", ("Ambroise Piquet", "Colette Granier"),
        ("Silvain Marais", "Édith Vannier", "Noël Tourneur"), ("Drame", "Policier"), "Irlande", "104 min",
        ("Réalisation", "Scénario", "Acteurs", "Genre", "Pays", "Année", "Durée"),
    ),
    "de": Sheet(
        "Das gläserne Wehr", "Honora Riedel", ("Ambros Pieck", "Lotte Kranich"),
        ("Silas Marsch", "Edith Fahne", "Norbert Tull"), ("Drama", "Krimi"), "Irland", "104 Minuten",
        ("Regie", "Drehbuch", "Darsteller", "Genre", "Land", "Jahr", "Länge"),
    ),
    "es": Sheet(
        "La presa de cristal", "Honoria Robles", ("Ambrosio Pinar", "Leticia Grulla"),
        ("Silvano Marisma", "Edita Veleta", "Noé Tovar"), ("Drama", "Misterio"), "Irlanda", "104 min",
        ("Dirección", "Guion", "Reparto", "Género", "País", "Año", "Duración"),
    ),
    "it": Sheet(
        "La diga di vetro", "Onoria Ridolfi", ("Ambrogio Picchi", "Letizia Gru"),
        ("Silvano Paludi", "Editta Banderuoli", "Nedo Tulli"), ("Drammatico", "Giallo"), "Irlanda", "104 min",
        ("Regia", "Sceneggiatura", "Interpreti", "Genere", "Paese", "Anno", "Durata"),
    ),
    "pt": Sheet(
        "A Represa de Vidro", "Honória Ribeiro", ("Ambrósio Pinho", "Letícia Grou"),
        ("Silas Pântano", "Edite Veleiro", "Noel Tavares"), ("Drama", "Mistério"), "Irlanda", "104 min",
        ("Direção", "Roteiro", "Elenco", "Gênero", "País", "Ano", "Duração"),
    ),
    "pl": Sheet(
        "Szklana tama", "Honorata Rybicka", ("Ambroży Pik", "Leokadia Żuraw"),
        ("Sylwan Bagno", "Edyta Chorągiew", "Nikodem Tul"), ("Dramat", "Kryminał"), "Irlandia", "104 min",
        ("Reżyseria", "Scenariusz", "Obsada", "Gatunek", "Kraj", "Rok", "Czas trwania"),
    ),
    "cs": Sheet(
        "Skleněný jez", "Honorata Rybová", ("Ambrož Píka", "Ludmila Jeřábová"),
        ("Silvestr Močál", "Edita Korouhvová", "Norbert Tuláček"), ("Drama", "Krimi"), "Irsko", "104 min",
        ("Režie", "Scénář", "Hrají", "Žánr", "Země", "Rok", "Délka"),
    ),
    "ru": Sheet(
        "Стеклянная плотина", "Гонората Рыбина", ("Амвросий Пикин", "Лидия Журавлёва"),
        ("Сильвестр Болотов", "Эдит Флюгерова", "Никодим Тулин"), ("драма", "детектив"), "Ирландия", "104 мин.",
        ("Режиссёр", "Сценарий", "В ролях", "Жанр", "Страна", "Год", "Продолжительность"),
    ),
    "tr": Sheet(
        "Cam Bent", "Handan Irmak", ("Ambar Pınar", "Leyla Turna"), ("Sinan Bataklı", "Edibe Yelken", "Nedim Tulga"),
        ("Dram", "Gizem"), "İrlanda", "104 dk.", ("Yönetmen", "Senaryo", "Oyuncular", "Tür", "Ülke", "Yıl", "Süre"),
    ),
    "sv": Sheet(
        "Glasfördämningen", "Honor Rydell", ("Ambrosius Pihl", "Lotta Trana"),
        ("Silas Myr", "Edit Fana", "Nils Tulling"), ("Drama", "Mysterium"), "Irland", "104 min",
        ("Regi", "Manus", "Skådespelare", "Genre", "Land", "År", "Längd"),
    ),
    "hu": Sheet(
        "Az üveggát", "Halász Honor", ("Csuka Ambrus", "Daru Lotti"),
        ("Mocsár Szilárd", "Zászlós Edit", "Tulipán Nándor"),
        ("dráma", "krimi"), "Írország", "104 perc",
        ("Rendező", "Forgatókönyvíró", "Szereplők", "Műfaj", "Ország", "Év", "Játékidő"),
    ),
    "zh": Sheet(
        "玻璃水坝", "韩若渔", ("安长矛", "鹤丽娘"), ("沼思明", "旗依然", "涂能安"), ("剧情", "悬疑"),
        "爱尔兰", "104分钟", ("导演", "编剧", "主演", "类型", "国家", "年份", "片长"), " / ",
    ),
    "ja": Sheet(
        "硝子の堰", "堀野栞", ("安槍健", "鶴見礼"), ("沼田誠", "旗野絵美", "土田直人"), ("ドラマ", "ミステリー"),
        "アイルランド", "104分", ("監督", "脚本", "出演", "ジャンル", "製作国", "製作年", "上映時間"), "、",
    ),
    "ko": Sheet(
        "유리 둑", "한어진", ("안창민", "두루미"), ("소택수", "기예원", "두남일"), ("드라마", "미스터리"),
        "아일랜드", "104분", ("감독", "각본", "출연", "장르", "국가", "제작연도", "상영시간"),
    ),
}  # fmt: skip


def rows(it: Sheet) -> list[tuple[str, str]]:
    """The film's labels with their values."""
    join = it.comma.join
    values = (it.director, join(it.writers), join(it.cast), join(it.genres), it.country, str(YEAR), it.runtime)
    return list(zip(it.labels, values, strict=True))


def each(mould: str, around: str = "{}") -> Callable[[Rows], str]:
    """Each row in the mould, in which ``{0}`` is the label and ``{1}`` its value."""
    return lambda told: around.format("\n".join(mould.format(label, value) for label, value in told))


def joined(mould: str, between: str, around: str = "{}") -> Callable[[Rows], str]:
    return lambda told: around.format(between.join(mould.format(label, value) for label, value in told))


def linked(value: str) -> str:
    """The value with a link around each of its parts."""
    return "".join(
        part if number % 2 else f'<a href="/x/{number}">{part}</a>' for number, part in enumerate(BETWEEN.split(value))
    )


def cell_row(label: str, value: str) -> str:
    return f"<tr><td>{label}</td><td>{linked(value)}</td></tr>"


def line_each(label: str, value: str) -> str:
    """A label, and below it each part of its value on a line."""
    return f"<h4>{label}</h4><ul>{''.join(f'<li>{part}</li>' for part in BETWEEN.split(value)[::2])}</ul>"


MENU = "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/films'>Films</a></li></ul></nav></header>"
ELSEWHERE = """<aside class="related"><h3>{more}</h3><ul>
<li><a href="/f/1">Cold Harbour</a> (1974)</li><li><a href="/f/2">Seven Weirs</a> (2002)</li></ul></aside>
<div class="comments"><div class="comment"><b>ottilie</b> <span class="date">3.4.2012</span>
<p>9/10! {label}: Gus Hardcastle (1961).</p></div></div>
<footer><a href="/about">About</a> &copy; 1999-2021 Example Films</footer>"""
"""What stands around a film's own facts: a menu above them; below, other films, a comment, a footer."""


def dressed(body: str, it: Sheet) -> str:
    return f"{MENU}\n<main>{body}</main>\n{ELSEWHERE.format(more='More films', label=it.labels[0])}"


HTML: dict[str, Callable[[Rows], str]] = {
    "dl": each("<dt>{0}</dt><dd>{1}</dd>", "<dl>{}</dl>"),
    "dl with colons": each("<dt>{0}:</dt><dd>{1}</dd>", "<dl>{}</dl>"),
    "dl in parts": each("<div><dt>{0}</dt><dd>{1}</dd></div>", "<dl>{}</dl>"),
    "th and td": each("<tr><th>{0}</th><td>{1}</td></tr>", "<table>{}</table>"),
    "two td": each("<tr><td>{0}</td><td>{1}</td></tr>", "<table>{}</table>"),
    "two td, colon": each("<tr><td>{0}:</td><td>{1}</td></tr>", "<table>{}</table>"),
    "two td, bold": each("<tr><td><b>{0}</b></td><td>{1}</td></tr>", "<table>{}</table>"),
    "td, colon, td": each("<tr><td>{0}</td><td>:</td><td>{1}</td></tr>", "<table>{}</table>"),
    "one td": each("<tr><td>{0}: {1}</td></tr>", "<table>{}</table>"),
    "th above td": each("<table><tr><th>{0}</th></tr><tr><td>{1}</td></tr></table>"),
    "bold and br": each("<b>{0}:</b> {1}<br>", "<p>{}</p>"),
    "bold, colon behind it": each("<b>{0}</b>: {1}<br>", "<p>{}</p>"),
    "bold without colon": each("<b>{0}</b> {1}<br>", "<p>{}</p>"),
    "strong in p": each("<p><strong>{0}</strong> {1}</p>"),
    "spaced colon": each("<p>{0}&nbsp;: {1}</p>"),
    "plain and br": each("{0}: {1}<br>", "<div>{}</div>"),
    "li": each("<li>{0}: {1}</li>", "<ul>{}</ul>"),
    "li, bold": each("<li><b>{0}</b>: {1}</li>", "<ul>{}</ul>"),
    "li, two spans": each("<li><span>{0}</span><span>{1}</span></li>", "<ul>{}</ul>"),
    "li, two spans apart": each("<li><span>{0}</span> <span>{1}</span></li>", "<ul>{}</ul>"),
    "li, spans with colon": each("<li><span>{0}:</span><span>{1}</span></li>", "<ul>{}</ul>"),
    "li, two parts": each("<li><div>{0}</div><div>{1}</div></li>", "<ul>{}</ul>"),
    "div, two spans": each('<div class="row"><span class="label">{0}</span><span class="value">{1}</span></div>'),
    "div, two parts": each('<div class="row"><div class="label">{0}</div><div class="value">{1}</div></div>'),
    "label above": each('<p class="label">{0}</p><p class="value">{1}</p>'),
    "h3 above": each("<h3>{0}</h3><p>{1}</p>"),
    "h4 inline": each('<div><h4 class="inline">{0}:</h4> {1}</div>'),
    "h2 and list": each("<section><h2>{0}</h2><div>{1}</div></section>"),
    "details": each("<details open><summary>{0}</summary><p>{1}</p></details>"),
    "links": lambda told: "\n".join(f"<div>{label}: {linked(value)}</div>" for label, value in told),
    "links in cells": lambda told: f"<table>{''.join(cell_row(*row) for row in told)}</table>",
    "a link on a line each": lambda told: "\n".join(line_each(*row) for row in told),
    "label is a link": each("<div><a href='/x'>{0}</a>: {1}</div>"),
    "fonts": each("<font size=2><b>{0}:</b></font> <font size=2>{1}</font><br>"),
    "bullets": joined("{0}: {1}", " • ", "<p>{}</p>"),
    "bars": joined("<b>{0}:</b> {1}", " | ", "<p>{}</p>"),
    "aria": each(
        "<div role=row><div role=rowheader>{0}</div><div role=cell>{1}</div></div>", "<div role=table>{}</div>"
    ),
}
TEXT: dict[str, Callable[[Rows], str]] = {
    "colon": each("{0}: {1}"),
    "wide colon": each("{0}：{1}"),
    "spaced colon": each("{0} : {1}"),
    "tab": each("{0}:\t{1}"),
    "tab without colon": each("{0}\t{1}"),
    "columns": lambda told: "\n".join(f"{label:<24}{value}" for label, value in told),
    "leaders": lambda told: "\n".join(f"{label + ' ':.<24} {value}" for label, value in told),
    "leaders, colon": lambda told: "\n".join(f"{label:.<24}: {value}" for label, value in told),
    "equals": each("{0} = {1}"),
    "value below": each("{0}\n{1}"),
    "value below, colon": each("{0}:\n{1}"),
    "value below, apart": each("{0}\n{1}\n"),
    "value below, colon on its own": each("{0}\n:\n{1}"),
    "bars": joined("{0}: {1}", " | "),
    "bullets": joined("{0}: {1}", " • "),
    "Markdown": each("**{0}:** {1}"),
    "Markdown list": each("- **{0}**: {1}"),
    "Markdown table": each("| {0} | {1} |"),
    "BBCode": each("[b]{0}:[/b] {1}"),
    "frame": lambda told: "\n".join(f"║ {label + ':':<22} {value:<60} ║" for label, value in told),
    "glued": joined("{0}:{1}", ""),
    "glued without colons": joined("{0}{1}", ""),
}

ROLES = {
    "en": ("Cast", "as", ("Mr. Hale", "The Widow", "Tom")),
    "fr": ("Acteurs", "dans le rôle de", ("Monsieur Hale", "la veuve", "Tom")),
    "de": ("Darsteller", "als", ("Herr Hale", "Die Witwe", "Tom")),
    "es": ("Reparto", "como", ("Señor Hale", "La viuda", "Tomás")),
    "pl": ("Obsada", "jako", ("Pan Hale", "Wdowa", "Tomek")),
    "ru": ("В ролях", "—", ("Хейл", "вдова", "Том")),
    "ja": ("キャスト", "：", ("黒木", "未亡人", "太郎")),
}
"""The heading of a cast, what announces a role, the roles of the film's three actors."""


def players(mould: str, around: str, between: str = "\n") -> Callable[[str], str]:
    """A cast in a language: each actor in the mould (name, role, "as"), all of them below or behind a heading."""

    def cast(language: str) -> str:
        heading, word, roles = ROLES[language]
        told = (mould.format(name, role, word) for name, role in zip(SHEETS[language].cast, roles, strict=True))
        return around.format(between.join(told), heading)

    return cast


TABLE, LIST, PARTS = "<h2>{1}</h2><table>{0}</table>", "<h2>{1}</h2><ul>{0}</ul>", "<h2>{1}</h2><div>{0}</div>"
LINE, CELL = "<p><b>{1}:</b> {0}</p>", "<table><tr><th>{1}</th><td>{0}</td></tr></table>"
CAST: dict[str, Callable[[str], str]] = {
    "cells": players("<tr><td>{0}</td><td>{1}</td></tr>", TABLE),
    "cells and dots": players("<tr><td><a href=/p>{0}</a></td><td>...</td><td>{1}</td></tr>", TABLE),
    "cells and pictures": players("<tr><td><img src=x></td><td><a href=/p>{0}</a></td><td>{1}</td></tr>", TABLE),
    "li, as": players("<li>{0} {2} {1}</li>", LIST),
    "li, link, as": players("<li><a href=/p>{0}</a> {2} {1}</li>", LIST),
    "li, dash": players("<li>{0} – {1}</li>", LIST),
    "li, colon": players("<li>{0}: {1}</li>", LIST),
    "li, link, colon": players("<li><a href=/p>{0}</a> : {1}</li>", LIST),
    "li, brackets": players("<li>{0} ({1})</li>", LIST),
    "li, dots": players("<li>{0} ... {1}</li>", LIST),
    "li, two spans": players("<li><span>{0}</span><span>{1}</span></li>", LIST),
    "li, link and span": players("<li><a href=/p>{0}</a><span class=role>{1}</span></li>", LIST),
    "li, two p": players("<li><p><a href=/p>{0}</a></p><p class=character>{1}</p></li>", LIST),
    "cards": players("<div><div class=name>{0}</div><div class=role>{1}</div></div>", PARTS),
    "cards with headings": players("<div><h4><a href=/p>{0}</a></h4><span>{1}</span></div>", PARTS),
    "dl": players("<dt>{0}</dt><dd>{1}</dd>", "<h2>{1}</h2><dl>{0}</dl>"),
    "br, as": players("{0} {2} {1}<br>", PARTS),
    "br, dots": players("{0}.....{1}<br>", PARTS),
    "br, link, brackets": players("<a href=/p>{0}</a> ({1})<br>", PARTS),
    "line, brackets": players("{0} ({1})", LINE, ", "),
    "line, links, brackets": players("<a href=/p>{0}</a> ({1})", LINE, ", "),
    "one cell, brackets": players("{0} ({1})", CELL, ", "),
    "one cell, br, as": players("{0} {2} {1}", CELL, "<br>"),
    "one cell, li, as": players("<li>{0} {2} {1}</li>", CELL.format("<ul>{0}</ul>", "{1}")),
}
