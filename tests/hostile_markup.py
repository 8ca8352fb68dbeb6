"""Hostile markup: depth, breadth, what is never closed, what refers to itself."""

from __future__ import annotations

from functools import partial

from hostile import LISTING, MANY, MILLION, REVIEW, SENTENCE, TITLE, Making, html, joined, nested, numbered, up_to

HIDDEN = '<div style="display:none">'
MOVIE = 'itemscope itemtype="http://schema.org/Movie"'
ITEM = '<div itemscope itemtype="http://schema.org/Movie" id=m{n}><b itemprop=name>{name}</b></div>'
FILM = '<div itemscope itemtype="http://schema.org/Movie"{more}><h2 itemprop=name>' + TITLE + "</h2>{inner}</div>"
RDFA = '<div vocab="http://schema.org/" typeof="Movie"><h2 property=name>' + TITLE + "</h2>{inner}</div>"
PERSON = "<span property=actor typeof=Person><b property=name>{name}</b></span>"


def film(inner: str, more: str = "") -> str:
    return html(FILM.format(more=more, inner=inner))


def rows(row: str, number: int = MANY) -> str:
    return html(f"<table>{joined(row, number)}</table>")


def of_site(site: str, address: str, mark: str, inner: str) -> str:
    """A page that is of a site by its address and by a mark of its layout."""
    return html(f"<div {mark}>{inner}</div>", f'<link rel=canonical href="https://www.{site}/{address}">')


CSFD = partial(of_site, "csfd.cz", "film/1-x/", "class=film-info-content")
IMDB = partial(of_site, "imdb.com", "title/tt0000001/", "id=overview-top")
CREDITS = partial(of_site, "imdb.com", "title/tt0000001/fullcredits", "id=fullcredits_content")
KINOPOISK = partial(of_site, "kinopoisk.ru", "film/1/", "id=headerFilm")

MARKUP: Making = {
    **{
        f"a million of <{tag}>": partial(nested, tag)
        for tag in ("div", "b", "a href=x", "ul", "table", "font", "blockquote", "section")
    },
    **{
        f"a million unclosed <{tag}>": partial(nested, tag, close=False)
        for tag in (
            "div",
            "b",
            "li",
            "td",
            "span",
            "p",
            "a href=x",
            "form",
            "svg",
            "select",
            "template",
            "button",
            "h1",
        )
    },
    "nested lists": lambda: html("<ul><li>x" * (MILLION // 4)),
    "nested tables": lambda: html("<table><tr><td>x" * MANY),
    "nested inline": lambda: html("<b><i><u><font>" * MANY + "x"),
    "misnested": lambda: html("<b><p></b><i></p><div></i>" * (MILLION // 8)),
    "closing tags": lambda: html("</div>" * MILLION),
    "closing p": lambda: html("</p>" * MILLION),
    "br": lambda: html("<br>" * MILLION),
    "br and text": lambda: html(joined("{name}<br>", 300_000)),
    "empty elements": lambda: html("<i></i>" * MILLION),
    "spans": lambda: html(joined("<span>{name}</span> ", 300_000)),
    "hidden nests": lambda: html(HIDDEN * MANY + SENTENCE),
    "hidden side by side": lambda: html(joined(HIDDEN + "{name}</div>")),
    "100,000 attributes": lambda: html(f"<p {' '.join(f'a{n}=1' for n in range(MANY))}>x</p>"),
    "100,000 attributes without space": lambda: html("<p " + "".join(f'a{n}="1"' for n in range(MANY)) + ">x</p>"),
    "100,000 bare attributes": lambda: html(f"<p {chr(9).join(f'a{n}' for n in range(MANY))}>x</p>"),
    "100,000 attributes by slashes": lambda: html("<p/" + "/".join(f"a{n}" for n in range(MANY)) + ">x</p>"),
    "attributes on many tags": lambda: html(f"<p {' '.join(f'a{n}=1' for n in range(900))}>x</p>" * 1_000),
    "attributes with angles": lambda: html("<p " + " ".join(f'a{n}=">"' for n in range(MANY)) + ">x</p>"),
    "attributes unclosed": lambda: html("<p " + " ".join(f"a{n}='<'" for n in range(MANY))),
    "a text of 11 MB": lambda: html(f"<p>{up_to(11 * MILLION, iter(lambda: SENTENCE, ''))}</p>"),
    "paragraphs of 11 MB": lambda: html(up_to(11 * MILLION, iter(lambda: f"<p>{SENTENCE}</p>", ""))),
    "a word of 11 MB": lambda: html(f"<p>{'x' * 11 * MILLION}</p>"),
    "an attribute of 11 MB": lambda: html(f"<p title='{'x' * 11 * MILLION}'>x</p>"),
    "an unclosed attribute": lambda: html("<p title='" + SENTENCE * MANY),
    "an unclosed comment": lambda: html("<!--" + SENTENCE * MANY),
    "an unclosed script": lambda: html("<script>" + SENTENCE * MANY),
    "an unclosed title": lambda: "<html><head><title>" + SENTENCE * MANY,
    "an unclosed textarea": lambda: html("<textarea>" + SENTENCE * MANY),
    "an unclosed tag": lambda: html("<" + "x" * MILLION),
    "comment openings": lambda: html("<!--" * MILLION),
    "comments": lambda: html("<!---->" * MILLION),
    "comments with dashes": lambda: html("<!-- - - -- " * MANY),
    "CDATA openings": lambda: html("<![CDATA[" * MANY),
    "CDATA": lambda: html("<![CDATA[x]]>" * MANY),
    "instructions": lambda: html("<?php x" * MANY),
    "doctypes": lambda: "<!DOCTYPE html [" * MANY + html(""),
    "angles": lambda: html("<" * MILLION),
    "ampersands": lambda: html("&" * MILLION),
    "entities": lambda: html("&amp;amp;" * MILLION),
    "unknown entities": lambda: html(numbered("&e{n};", 5 * MILLION)),
    "numeric entities": lambda: html("&#9999999999;&#xD800;&#0;" * MANY),
    "a million list items": lambda: html(f"<ul>{'<li>x</li>' * MILLION}</ul>"),
    "200,000 list items": lambda: html(f"<ul>{joined('<li>{name}</li>', 200_000)}</ul>"),
    "100,000 rows": lambda: rows("<tr><td>{name}<td>Role {n}"),
    "100,000 rows of labels": lambda: rows("<tr><td>Director<td>{name}"),
    "100,000 rows of credits": lambda: rows("<tr><td>{name}<td>...<td>Role {n}"),
    "columns": lambda: html(f"<table><tr>{joined('<td>{name}')}</table>"),
    "definitions": lambda: html(f"<dl>{joined('<dt>Director<dd>{name}')}</dl>"),
    "100,000 headings": lambda: html(joined("<h1>{name} (1987)</h1>")),
    "100,000 section headings": lambda: html(joined("<h2>Cast</h2><p>{name}</p>")),
    "100,000 links": lambda: html(joined("<a href=/name/{n}>{name}</a>, ")),
    "100,000 film links": lambda: html(joined('<a href="https://www.imdb.com/title/tt{n:07}/">{name} (1987)</a> ')),
    "100,000 images": lambda: html(joined('<img src="https://reel.example/{n}.jpg" alt="{name}">')),
    "100,000 metas": lambda: html("", joined('<meta property="og:title" content="{name}">')),
    "100,000 meta actors": lambda: html(
        "", joined('<meta property="video:actor" content="https://reel.example/{name}">')
    ),
    "open metas": lambda: html("", '<meta a="' * 50_000),
    "metas of quotes": lambda: html("", "<meta " + '"\'"' * MANY),
    "open references": lambda: html("<p id=&#" * MANY),
    "100,000 titles": lambda: html("", joined("<title>{name}</title>")),
    "100,000 canonical": lambda: html("", joined("<link rel=canonical href=//reel.example/{n}>")),
    "200,000 scripts": lambda: html("<script>" * 200_000),
    "200,000 closed scripts": lambda: html("<script>x</script>" * 200_000),
    "megabyte classes": lambda: html(f"<div class='{numbered('c{n} ', MILLION)}'>x</div>" * 3),
    "classes": lambda: html(joined("<div class='review comment c{n}'>{name}</div>")),
    "a title of 1 MB": lambda: (
        f"<html><title>{SENTENCE * 14_000}</title><body><h1>{SENTENCE * 14_000}</h1><p>Director: Ann Bly"
    ),
    "a title of many parts": lambda: (
        f"<html><title>{joined('{name} | ', 50_000)}</title><body><h1>{joined('{name} - ', 50_000)}</h1>"
    ),
    "itemref cycles": lambda: html(
        "".join(f'<div {MOVIE} id=m{n} itemref="m{(n + 1) % 9} m{n}"><b itemprop=name>x</b></div>' for n in range(9))
    ),
    "itemref to all": lambda: html(
        "".join(f'<div {MOVIE} id=m{n} itemref="{" ".join(f"m{k}" for k in range(300))}">x</div>' for n in range(300))
    ),
    "itemref fan-out": lambda: film(
        joined("<p id=p{n} itemprop=actor>{name}</p>"), f' itemref="{" ".join(f"p{n}" for n in range(MANY))}"'
    ),
    "itemref of everybody": lambda: html(
        joined(
            '<div itemscope itemtype="http://schema.org/Movie" itemref="x"><b itemprop=name>{name}</b></div>', 50_000
        )
        + "<p id=x itemprop=director>Ann Bly</p>"
    ),
    "items": lambda: html(joined(ITEM)),
    "items in items": lambda: html(
        '<div itemprop=actor itemscope itemtype="http://schema.org/Movie"><b itemprop=name>x</b>' * 50_000
    ),
    "item actors": lambda: film(joined("<span itemprop=actor>{name}</span>")),
    "item people": lambda: film(joined("<span itemprop=actor itemscope><b itemprop=name>{name}</b></span>", 50_000)),
    "item reviews": lambda: film(
        joined(
            "<div itemprop=review itemscope itemtype=http://schema.org/Review><b itemprop=author>{name}</b>"
            + "<p itemprop=reviewBody>"
            + SENTENCE
            + "</p></div>",
            30_000,
        )
    ),
    "item properties": lambda: film(f"<b itemprop='{numbered('p{n} ', MILLION)}'>x</b>"),
    "rdfa items": lambda: html(RDFA.format(inner=joined(PERSON, 50_000))),
    "rdfa nests": lambda: html('<div typeof="v:Movie" property="v:starring">' * 50_000 + "x"),
    "rdfa rel nests": lambda: html('<div rel="v:starring">' * 50_000 + "<b property='v:name'>x</b>"),
    "rdfa cycles": lambda: html('<div typeof="Movie" resource="#a" about="#a" property="actor">' * 3_000),
    "bylines": lambda: html(joined("<div class=review><p>by {name} on 12 May 1988</p></div>")),
    "reviews": lambda: html(joined(f"<div class=review><h3>{{name}}</h3><p>8/10</p><p>{REVIEW}</p></div>", 20_000)),
    "one review again": lambda: html(f"<div class=review><h3>Ann Bly</h3><p>8/10</p><p>{REVIEW}</p></div>" * 20_000),
    "review divs": lambda: html("<div class=review><div class=comment>" * 100_000),
    "stars": lambda: html(joined("<p>★★★☆☆ {name}</p>")),
    "ratings": lambda: html(joined("<div class=rating>{n}/10 <b>{n} votes</b></div>")),
    "marks of a site": lambda: CSFD(joined("<div class=genres><b>{name}</b></div><div class=origin>{name}</div>")),
    "names of a site": lambda: CSFD(joined("<ul class=film-names><li><img alt=x>{name}</li></ul>")),
    "premieres of a site": lambda: CSFD(joined("<section class=box-premieres><li><p>{name}<span>1.1.1987</span></li>")),
    "creators of a site": lambda: CSFD(
        joined("<div class=creators><div><h4>Hrají:</h4><a href=/tvurce/{n}>{name}</a></div></div>")
    ),
    "nested marks of a site": lambda: CSFD("<div class=genres>" * MANY + "x"),
    "items of a site": lambda: IMDB(joined("<b itemprop=review>{name}</b><b itemprop=genre>{name}</b>")),
    "headings of a site": lambda: IMDB(joined("<div><h4>Writer:</h4><a itemprop=name>{name}</a></div>")),
    "tables of a site": lambda: CREDITS(joined("<h4>Directed by</h4><p>{name}</p>")),
    "rows of a site": lambda: CREDITS(
        "<table class=cast_list>" + joined("<tr><td><a href=/name/{n}>{name}</a><td class=character>x")
    ),
    "scores of a site": lambda: KINOPOISK(joined("<div class=criticsRating><b class=star>7</b></div>")),
    "days of a site": lambda: KINOPOISK("<div id=div_rus_box>" + joined("<dt>уик-энд<p>{name}") + "</div>"),
    "dubbing of a site": lambda: KINOPOISK(joined("<a href=/name/{n}>{name}</a><div class=dub>{name}</div>")),
    "a page in a page": lambda: html("") * 5_000,
    "bodies": lambda: "<html><body>" * MANY + LISTING,
    "bases": lambda: html("", joined('<base href="http://[{n}">')),
}
