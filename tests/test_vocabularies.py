"""The vocabularies that stand in a page's markup: what each syntax says, and which film is the page's own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import metas, microdata, opengraph, rdfa, schema_org, vocabularies

MOVIE = {
    "@context": "https://schema.org",
    "@type": "Movie",
    "name": "Harbour Lights",
    "director": {"@type": "Person", "name": "Maud Ellery"},
}
MICRODATA = """<html><head><title>Harbour Lights - Kino</title></head><body>
<div itemscope itemtype="http://schema.org/Movie"><h1 itemprop="name">Harbour Lights</h1>%s</div>%s</body></html>"""
RDFA = """<html><body><div vocab="https://schema.org/" typeof="Movie"><h1 property="name">Harbour Lights</h1>%s</div>
</body></html>"""


def page(*blocks: object, title: str = "") -> Page:
    """A page whose head embeds each of the blocks: objects as JSON, strings as they stand."""
    texts = [block if isinstance(block, str) else json.dumps(block, ensure_ascii=False) for block in blocks]
    scripts = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return Page(f"<html><head><title>{title}</title>{scripts}</head><body></body></html>")


def told(found: Iterable[Claim | Problem]) -> list[tuple[str, str]]:
    return [(claim.path, claim.text) for claim in found if isinstance(claim, Claim) and claim.path != "layout/voice"]


def film(source: Page, path: str = "") -> list[tuple[str, str]]:
    return [each for each in told(vocabularies.film(source)) if each[0].startswith(path)]


def title(source: Page) -> str | None:
    return next((text for path, text in film(source) if path == "heading"), None)


def reviewed(source: Page) -> list[dict[str, str]]:
    return [dict(told(claims)) for claims in vocabularies.reviews(source)]


def check_places(source: Page, found: Iterable[Claim | Problem]) -> None:
    """Every claim's text stands where it says, white space aside."""
    for claim in found:
        scheme, _, locator = claim.where.partition(":")
        if scheme == "xpath":
            assert source.tree is not None
            spots: Any = source.tree.xpath(locator)
            assert len(spots) == 1
            said = str(spots[0]) if isinstance(spots[0], str) else "".join(map(str, spots[0].itertext()))
        elif scheme == "json":
            value: object = source.jsonld
            for step in locator.split("/")[1:]:
                key = step.replace("~1", "/").replace("~0", "~")
                value = value[int(key)] if isinstance(value, list) else value[key]  # type: ignore[index]
            said = str(value)
        elif scheme == "text":
            start, end = map(int, locator.split("-"))
            said = source.text[start:end]
        else:
            assert scheme == "inferred"
            continue
        if isinstance(claim, Claim):
            assert "".join(claim.text.split()) in "".join(said.split()), claim


WRAPPED = {
    "bare": "%s",
    "comment": "<!--\n%s\n-->",
    "CDATA": "//<![CDATA[\n%s\n//]]>",
    "CDATA in comments": "/* <![CDATA[ */\n%s\n/* ]]> */",
    "semicolon": "%s;",
    "trailing comma": "[%s,]",
    "two objects": '{"@type": "WebSite", "name": "Kino"}\n%s',
    "list": "[%s]",
    "graph": '{"@graph": [{"@type": "WebPage"}, %s]}',
    "nested lists": "[[%s]]",
    "main entity": '{"@type": "WebPage", "mainEntity": %s}',
}


@pytest.mark.parametrize("wrapping", WRAPPED)
def test_a_block_in_its_wrappings(wrapping: str) -> None:
    source = page(WRAPPED[wrapping] % json.dumps(MOVIE))
    assert film(source)[1:] == [("heading", "Harbour Lights"), ("director", "Maud Ellery")]
    check_places(source, vocabularies.film(source))


SLIPS = {
    "line end in a string": '{"@type": "Movie", "name": "Harbour Lights", "description": "One\nboat"}',
    "comma before a brace": '{"@type": "Movie", "name": "Harbour Lights", "genre": ["Drama",],}',
    "two commas": '{"@type": "Movie",, "name": "Harbour Lights"}',
    "stray backslash": r'{"@type": "Movie", "name": "Harbour Lights", "description": "It\'s late"}',
    "full addresses": '{"@type": "http://schema.org/Movie", "http://schema.org/name": "Harbour Lights"}',
    "prefixes": '{"@type": "schema:Movie", "schema:name": "Harbour Lights"}',
    "several types": '{"@type": ["Product", "Movie"], "name": "Harbour Lights"}',
    "values": '{"@type": "Movie", "name": {"@value": "Harbour Lights", "@language": "en"}}',
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_block_with_a_slip(slip: str) -> None:
    source = page(SLIPS[slip])
    assert title(source) == "Harbour Lights"
    assert not [problem for problem in vocabularies.film(source) if isinstance(problem, Problem)]
    check_places(source, vocabularies.film(source))


def test_a_broken_block_costs_only_itself() -> None:
    source = page('{"@type": "BreadcrumbList", broken', MOVIE)
    found = list(vocabularies.film(source))
    assert [each.code for each in found if isinstance(each, Problem)] == ["unreadable"]
    assert title(source) == "Harbour Lights"


def test_references_lead_to_what_they_name() -> None:
    graph = [
        {"@type": "WebPage", "@id": "#page", "mainEntity": {"@id": "#film"}},
        {"@type": "Movie", "@id": "#film", "name": "Harbour Lights", "director": {"@id": "#maud"}},
        {"@type": "Person", "@id": "#maud", "name": "Maud Ellery", "knows": {"@id": "#film"}},
        {"@type": "Movie", "name": "Salt Road", "director": "T. Wrona", "genre": "Drama", "description": "A road."},
    ]
    source = page({"@graph": graph})
    assert film(source) == [("media_type", "film"), ("heading", "Harbour Lights"), ("director", "Maud Ellery")]
    check_places(source, vocabularies.film(source))


def test_a_film_in_two_pieces_is_one() -> None:
    rest = {"@type": "Movie", "name": "Harbour Lights", "duration": "PT1H42M"}
    assert ("runtimes", "PT1H42M") in film(page(MOVIE, rest))


LISTED = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {**MOVIE, "name": "Salt Road"}}]}
REVIEW = {"@type": "Review", "reviewBody": "A good road.", "itemReviewed": {"@type": "Movie", "name": "Salt Road"}}
PERSON = {"@type": "Person", "name": "Maud Ellery", "performerIn": {"@type": "Movie", "name": "Salt Road"}}
CARDS = [{"@type": "Movie", "name": name, "image": "x.jpg"} for name in ("Salt Road", "Night Ferry", "Two Boats")]


@pytest.mark.parametrize(
    ("blocks", "head", "expected"),
    [
        ([LISTED], "", None),
        ([LISTED, MOVIE], "", "Harbour Lights"),
        ([PERSON], "Maud Ellery", None),
        ([PERSON, MOVIE], "Maud Ellery", None),
        ([REVIEW], "", "Salt Road"),
        ([REVIEW, MOVIE], "", "Harbour Lights"),
        (CARDS, "Best films", None),
        (CARDS, "Night Ferry (1987) | Kino", "Night Ferry"),
        ([*CARDS, {**MOVIE, "description": "Two ferrymen."}], "", "Harbour Lights"),
        ([{**MOVIE, "isSimilarTo": CARDS}], "", "Harbour Lights"),
        ([{"@type": "Book", "name": "Salt Road"}], "", None),
        ([{"@type": "VideoObject", "name": "Salt Road", "actor": "A. Dudek"}], "", "Salt Road"),
        ([{"@type": "VideoObject", "name": "Salt Road, the trailer"}], "", None),
        ([{"@type": "PrependAction", "object": MOVIE}], "", None),
        ([{**MOVIE, "@type": "TVSeries", "name": "Ferries"}], "", "Ferries"),
    ],
)
def test_the_page_s_own_film(blocks: list[object], head: str, expected: str | None) -> None:
    assert title(page(*blocks, title=head)) == expected


FACTS: dict[str, tuple[object, list[tuple[str, str]]]] = {
    "creator": (
        [
            {"@type": "Person", "name": "Nils Holm"},
            {"@type": "Organization", "name": "Kvarn Film"},
            {"@type": "Organization", "url": "/company/1"},
        ],
        [("creator", "Nils Holm"), ("company", "Kvarn Film")],
    ),
    "author": ("Nils Holm, Eva Strand", [("writers", "Nils Holm, Eva Strand")]),
    "musicBy": (["Nils Holm", "Eva Strand"], [("composer", "Nils Holm"), ("composer", "Eva Strand")]),
    "producer": ({"@type": "Person", "url": "https://kino.example/p/1"}, []),
    "editor": ("https://kino.example/p/1", []),
    "countryOfOrigin": (
        [{"@type": "Country", "name": "Sweden"}, "Norway"],
        [("countries", "Sweden"), ("countries", "Norway")],
    ),
    "genre": (["Drama"], [("genres", "Drama")]),
    "keywords": ("ferry, night", [("keywords", "ferry, night")]),
    "datePublished": ("2010-07-16T00:00:00+01:00", [("release_dates", "2010-07-16")]),
    "dateCreated": (2010, [("year", "2010")]),
    "releaseDate": ("2010", []),
    "aggregateRating": (
        {"@type": "AggregateRating", "ratingValue": 7.4, "bestRating": "10", "reviewCount": 12},
        [("ratings/0/value", "7.4"), ("ratings/0/best", "10")],
    ),
    "numberOfSeasons": (3, []),
    "sameAs": (
        ["https://www.imdb.com/title/tt0012345/", "https://kino.example/f"],
        [("ids", "https://www.imdb.com/title/tt0012345/")],
    ),
    "identifier": ({"@type": "PropertyValue", "propertyID": "IMDB", "value": "tt0012345"}, [("ids", "tt0012345")]),
    "image": ({"@type": "ImageObject", "url": "/a.jpg"}, [("images/0/url", "/a.jpg")]),
    "contentRating": ({"@type": "Rating", "name": "FSK 12"}, [("certificates", "FSK 12")]),
    "alternateName": (["Harbour lights", "Hamnljus"], [("alternative_titles", "Hamnljus")]),
    "inLanguage": ("Swedish", [("languages", "Swedish")]),
    "releasedEvent": (
        {"@type": "PublicationEvent", "startDate": "2011-02-03", "location": {"@type": "Country", "name": "Sweden"}},
        [("release_dates/0/date", "2011-02-03"), ("release_dates/0/of", "Sweden")],
    ),
}


@pytest.mark.parametrize("key", FACTS)
def test_a_property(key: str) -> None:
    value, expected = FACTS[key]
    source = page({"@type": "Movie", "name": "Harbour Lights", key: value})
    assert film(source)[2:] == expected
    check_places(source, vocabularies.film(source))


def test_roles_belong_to_their_actors() -> None:
    actors = [
        {"@type": "Person", "name": "Ines Duarte"},
        {"@type": "PerformanceRole", "actor": {"@type": "Person", "name": "Ulf Brandt"}, "characterName": "Lindqvist"},
        {"@type": "Person", "name": "Maj Ek", "character": {"name": "Rosa"}, "roleName": "actress"},
    ]
    assert film(page({**MOVIE, "actor": actors}), "cast") == [
        ("cast/0/name", "Ines Duarte"),
        ("cast/1/name", "Ulf Brandt"),
        ("cast/1/roles", "Lindqvist"),
        ("cast/2/name", "Maj Ek"),
        ("cast/2/roles", "Rosa"),
    ]


def test_critics_are_told_from_users_and_nought_votes_are_none() -> None:
    rating = {"@type": "AggregateRating", "name": "Metascore", "ratingValue": "81", "bestRating": "100"}
    assert ("critic_ratings/0/value", "81") in film(page({**MOVIE, "aggregateRating": rating}))
    assert not film(page({**MOVIE, "aggregateRating": {"ratingValue": 0, "ratingCount": 0}}), "ratings")
    assert not film(page({**MOVIE, "aggregateRating": {"ratingValue": "0.0", "worstRating": 1}}), "ratings")


def test_the_page_s_language_is_not_the_film_s() -> None:
    source = Page('<html lang="de-DE">' + page({**MOVIE, "inLanguage": ["de", "fr"]}).text[6:])
    assert film(source, "languages") == [("languages", "fr")]
    assert film(source, "page") == [("page/language", "de")]


def test_years_come_from_a_call_of_their_own() -> None:
    source = page({**MOVIE, "datePublished": "2011-04-01", "copyrightYear": 2010})
    assert [text for path, text in film(source) if path == "year"] == ["2010"]
    assert told(schema_org.years(source)) == [("year", "2010"), ("year", "2011-04-01")]
    assert not told(schema_org.years(page({**MOVIE, "datePublished": "2011-04-01T10:32:11Z"})))


def test_an_unknown_property_is_unread() -> None:
    [problem] = [each for each in vocabularies.film(page({**MOVIE, "budgetLine": "9"})) if isinstance(each, Problem)]
    assert problem == Problem("unread", "", "budgetLine: 9", "json:ld/0/budgetLine")


ITEMS = {
    "a link's text": ('<a itemprop="director" href="/p/1">Maud Ellery</a>', [("directors", "Maud Ellery")]),
    "links in one": (
        '<p itemprop="director">Directors: <a>Maud Ellery</a>, <a>Nils Holm</a> <a>more</a></p>',
        [("director", "Maud Ellery"), ("director", "Nils Holm")],
    ),
    "a person without a name": (
        '<p itemprop="director" itemscope itemtype="http://schema.org/Person">M. Ellery</p>',
        [("director", "M. Ellery")],
    ),
    "a person without itemscope": (
        '<p itemprop="director"><b itemprop="name">M. Ellery</b></p>',
        [("director", "M. Ellery")],
    ),
    "content": ('<p itemprop="duration" content="PT119M">1 h 59</p>', [("runtimes", "PT119M")]),
    "datetime": ('<time itemprop="duration" datetime="PT119M">1 h 59</time>', [("runtimes", "PT119M")]),
    "a label": ('<p itemprop="genre">Genre: Drama</p>', [("genres", "Drama")]),
    "the same in itself": (
        '<p itemprop="genre">Genres <b itemprop="genre">Drama</b> <b itemprop="genre">War</b></p>',
        [("genre", "Drama"), ("genre", "War")],
    ),
    "meta": ('<meta itemprop="contentRating" content="FSK 12">', [("certificates", "FSK 12")]),
    "image": ('<img itemprop="image" src="/a.jpg"><img itemprop="image" src="/b.jpg">', [("images/0/url", "/a.jpg")]),
    "lines": (
        '<p itemprop="description">One boat.<br>One secret.<script>x()</script></p>',
        [("plot", "One boat.\nOne secret.")],
    ),
    "another item inside": (
        '<i itemscope itemtype="http://schema.org/VideoObject"><b itemprop="name">Trailer</b></i>',
        [],
    ),
    "who dubs": (
        '<h4>Starring</h4><ul><li itemprop="actors">Maj Ek</li></ul><h4>Dubbing:</h4><ul><li itemprop="actors">'
        "U. Brandt</li></ul>",
        [("cast", "Maj Ek")],
    ),
}


@pytest.mark.parametrize("name", ITEMS)
def test_microdata(name: str) -> None:
    inner, expected = ITEMS[name]
    source = Page(MICRODATA % (inner, ""))
    assert film(source)[2:] == expected
    check_places(source, vocabularies.film(source))


def test_itemref_and_its_circles() -> None:
    body = (
        '<div itemscope itemtype="https://schema.org/Movie" itemref="more none self" id="self">'
        '<b itemprop="name">Harbour Lights</b></div><p id="more"><i itemprop="director">Maud Ellery</i>'
        '<span itemprop="actor" itemscope itemref="more"><b itemprop="name">Ines Duarte</b></span></p>'
    )
    assert film(Page(f"<html><body>{body}</body></html>"))[1:] == [
        ("heading", "Harbour Lights"),
        ("directors", "Maud Ellery"),
        ("cast/0/name", "Ines Duarte"),
    ]


def test_rdfa_says_the_same_as_microdata() -> None:
    inner = (
        '<p property="director" typeof="Person"><a property="name">Maud Ellery</a></p>'
        '<p property="actor" typeof="PerformanceRole"><i property="actor" typeof="Person">'
        '<b property="name">Ulf Brandt</b></i>'
        '<i property="characterName">Lindqvist</i></p><p property="datePublished" content="1998-05-14">May</p>'
        '<p property="aggregateRating" typeof="AggregateRating"><b property="ratingValue">7.4</b></p>'
    )
    words = re.sub(r'typeof="(\w+)"', r'itemscope itemtype="http://schema.org/\1"', inner).replace(
        "property=", "itemprop="
    )
    assert film(Page(RDFA % inner)) == film(Page(MICRODATA % (words, "")))
    check_places(Page(RDFA % inner), vocabularies.film(Page(RDFA % inner)))


def test_the_old_words_without_a_type() -> None:
    source = Page(
        '<html xmlns:v="http://rdf.data-vocabulary.org/#"><body>'
        '<h1><span property="v:itemreviewed">Harbour Lights</span></h1>'
        '<a rel="v:directedBy" href="/p/1">Maud Ellery</a> <a rel="v:starring" href="/p/2">Ines Duarte</a>'
        '<a rel="v:starring" href="/p/3">Ulf Brandt</a> <span property="v:runtime" content="102">102 minutes</span>'
        '<span property="v:initialReleaseDate" content="1998-05-14(Portugal)">1998-05-14(Portugal)</span>'
        '<div rel="v:rating"><p typeof="v:Rating"><b property="v:average">7.4</b>'
        '<i property="v:best" content="10.0"></i>'
        '<i property="v:votes">812</i></p></div></body></html>'
    )
    assert film(source)[1:] == [
        ("heading", "Harbour Lights"),
        ("release_dates", "1998-05-14(Portugal)"),
        ("runtimes", "102 minutes"),
        ("directors", "Maud Ellery"),
        ("cast/0/name", "Ines Duarte"),
        ("cast/1/name", "Ulf Brandt"),
        ("ratings/0/value", "7.4"),
        ("ratings/0/best", "10.0"),
        ("ratings/0/votes", "812"),
    ]
    check_places(source, vocabularies.film(source))


LONG = "The road is the film, and it is a good road. " * 4


def test_reviews_in_two_syntaxes_come_once_and_whole() -> None:
    review = (
        '<div itemprop="review" itemscope itemtype="http://schema.org/Review"><b itemprop="author">miller_k</b>'
        f'<p itemprop="reviewBody">{LONG}<br><br>The end.</p></div>'
    )
    short = {"@type": "Review", "author": {"@type": "Person", "name": "miller_k"}, "reviewBody": LONG[:150]}
    other = {"@type": "Review", "author": "Hania", "description": "Two hours.", "datePublished": "2020-01-09T10:00:00Z"}
    both = Page(page({**MOVIE, "review": [short, other]}).text + MICRODATA % (review, ""))
    first, second = reviewed(both)
    assert first["body"].endswith("The end.") and first["author"] == "miller_k"
    assert second == {"author": "Hania", "date": "2020-01-09", "body": "Two hours."}


def test_reviews_of_other_things_are_none() -> None:
    assert not reviewed(page({"@type": "Book", "review": {"@type": "Review", "reviewBody": LONG}}))
    assert not reviewed(page({"@type": "Review", "itemReviewed": {"@type": "Restaurant"}, "reviewBody": LONG}))
    [review] = reviewed(page(REVIEW))
    assert review == {"body": "A good road.", "film/heading": "Salt Road"}


def test_kinds() -> None:
    site = {"@type": "WebSite", "name": "Kino"}
    found = vocabularies.kinds(page(site, PERSON, LISTED, MOVIE, REVIEW, {"@type": "NewsArticle"}))
    assert [kind for kind, _, _ in found] == ["site", "person", "list", "film", "film", "news"]
    meta = Page('<html><head><meta property="og:type" content="video.tv_show"></head></html>')
    assert [*vocabularies.kinds(meta)] == [("series", "video.tv_show", "text:46-59")]


def test_open_graph() -> None:
    source = Page(
        '<html lang="en"><head><!-- <meta property="og:title" content="Old"> -->'
        '<meta property="og:title" content="Harbour Lights &amp; Co. | Kino"/>'
        "<meta content='video.movie' property='og:type'><meta property=og:locale content=en_GB>"
        '<meta property="video:director" content="https://kino.example/p/1">'
        '<meta property="video:actor" content="Ines Duarte"><meta property="video:duration" content="120">'
        '<meta property="video:release_date" content="1998-05-14T00:00:00Z">'
        '<meta name="twitter:title" content="Harbour Lights"><meta property="og:description" content="One > two">'
        '<meta property="imdb:pageConst" content="tt0012345"></head></html>'
    )
    assert told(opengraph.film(source)) == [
        ("media_type", "film"),
        ("cast/0/name", "Ines Duarte"),
        ("release_dates", "1998-05-14"),
        ("outline", "One > two"),
        ("ids", "tt0012345"),
    ]
    assert [text for text, _ in opengraph.titles(source)] == ["Harbour Lights &amp; Co. | Kino", "Harbour Lights"]
    assert [claim.text for claim in metas.language(source)] == ["en"]
    check_places(source, opengraph.film(source))


def test_open_graph_of_no_film_says_nothing() -> None:
    head = '<meta property="og:type" content="article"><meta property="og:description" content="News.">'
    assert not [*opengraph.film(Page(f"<html><head>{head}</head></html>"))]


def test_dublin_core() -> None:
    head = '<meta name="DC.title" content="Harbour Lights"><meta name="DC.language" content="pt">'
    source = Page(f"<html><head>{head}</head><body></body></html>")
    assert [text for text, _ in metas.titles(source)] == ["Harbour Lights"]
    assert metas.page_language(source) == "pt"


@pytest.mark.parametrize("read", [microdata.nodes, rdfa.nodes])
def test_a_page_without_a_vocabulary_builds_no_tree(read: Callable[[Page], object]) -> None:
    source = Page("<html><body><h1>Harbour Lights</h1></body></html>")
    assert read(source) == [] and source.views == ["text"]


def test_json_ld_alone_builds_no_tree() -> None:
    source = page({**MOVIE, "review": [REVIEW]})
    assert film(source) and reviewed(source) and [*vocabularies.kinds(source)]
    assert "tree" not in source.views


HOSTILE = {
    "deep items": "<div itemprop=actor itemscope itemtype=http://schema.org/Movie>" * 1_500,
    "many actors": '<div itemscope itemtype="http://schema.org/Movie"><b itemprop=name>X</b>'
    + "<p itemprop=actor>A B</p>" * 20_000,
    "circles of items": "<p itemscope itemprop=actor itemref='a b' id=a><p itemscope itemprop=actor itemref='a b' id=b>"
    * 50,
    "many references": "<p itemscope itemref='" + "a " * 5_000 + "'><b id=a itemprop=name>X</b>",
    "deep RDFa": "<div property=actor typeof=Movie>" * 1_500,
    "open meta": '<meta property="og:title" content=\'' * 3_000,
    "many metas": '<meta property="og:title" content="x">' * 20_000,
    "many news": '<div itemscope itemtype="http://schema.org/Movie"><b itemprop=name>X</b>'
    + "<p><i itemprop=datePublished>1</i><i itemprop=provider>y</i></p>" * 5_000,
    "odd names": '<o:p itemscope itemtype="http://schema.org/Movie"><o:p itemprop=name>X</o:p></o:p>',
    "circles of ids": '<script type="application/ld+json">'
    '[{"@id": "a", "@type": "Movie", "actor": {"@id": "b"}, "name": "X"},'
    '{"@id": "b", "@type": "PerformanceRole", "actor": {"@id": "a"}}]</script>',
    "open strings": '<script type="application/ld+json">' + '{"a":"' * 50_000 + "</script>",
    "commas": '<script type="application/ld+json">' + ", " * 100_000 + "x</script>",
    "slashes": '<script type="application/ld+json">' + "/* " * 100_000 + "x</script>",
    "wrong kinds": '<script type="application/ld+json">'
    '{"@type": {"x": 1}, "name": [[["X"]]], "@graph": 5, "@id": []}</script>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_ends(name: str) -> None:
    source = Page(f"<html><body>{HOSTILE[name]}</body></html>")
    check_places(source, [*vocabularies.film(source)][:20])
    check_places(source, [*schema_org.years(source), *opengraph.film(source)][:20])
    assert all(kind and text for kind, text, _ in vocabularies.kinds(source))
    assert [[*claims] for claims in vocabularies.reviews(source)] == []
