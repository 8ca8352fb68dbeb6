"""CPU time of HTML pages against libxml2's parse of the same bytes: ``python -m bench.pages``.

The page of 110 kB is made here, in the shape of a film site's; the corpus' pages count where they are at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from lxml import etree

from bench.timing import ratio
from filmmeta import jsonl
from filmmeta.formats import Format
from filmmeta.kernel import records
from filmmeta.page import Page
from filmmeta.readers import lexicon, vocabularies

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "pages"
SITES = ("csfd", "imdb-2014", "kinopoisk")
MOST = 1_000_000  # bytes of a page that is measured
STEP = 3  # every third page of a site: snapshots of one page are near each other
Row = tuple[str, float, str]

WORDS = "river glass winter letters stone garden road harvest silence island summer bridge night song mill".split()
LINE = "The keeper of the {} finds the {} that his brother hid below the {}, and nobody believes what it tells. "
MENU = (
    '<li class="menu-item menu-item-{0}"><a href="/section/{0}" title="Section {0}"><span class="icon"></span>'
    "The {1} pages</a></li>\n"
)
ROW = (
    '<tr class="{2}"><td class="photo"><a href="/person/{0}/"><img src="/photos/{0}.jpg" alt="" width="32"></a></td>'
    '<td class="name"><a href="/person/{0}/">Anna {1}son</a></td><td class="dots">...</td>'
    '<td class="role">Keeper {0}</td></tr>\n'
)
FACT = '<div class="fact"><h4 class="inline">{}:</h4> <a href="/find?{}">{}</a></div>\n'
FACTS = {
    "Director": "Maren Holt",
    "Writer": "Ivo Lindqvist",
    "Music": "Ada Brandt",
    "Country": "Norway",
    "Language": "Norwegian",
    "Runtime": "104 min",
    "Release Date": "12 March 2009 (Norway)",
    "Budget": "$4,200,000",
    "Also Known As": "The Lantern of Holt",
    "Genres": "Drama",
    "Filming Locations": "Bergen, Norway",
    "Production Companies": "Tidewater Film",
}
REVIEW = (
    '<div class="review comment" id="review-{0}"><h3>A {1} of a film</h3><p class="by">by reader{0}</p>'
    "<p>{2}</p></div>\n"
)
SCRIPT = (
    "<script>window.site = window.site || []; site.push(function () {{"
    ' track("{0}", {{"slot": "{1}", "n": {0}}}); }});</script>\n'
)
FILM = """<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "Movie", "name": "The Lantern of Holt", "genre": ["Drama"],
"director": {"@type": "Person", "name": "Maren Holt"}, "datePublished": "2009-03-12", "duration": "PT104M"}
</script>"""


def word(number: int) -> str:
    return WORDS[number * 7 % len(WORDS)]


def prose(number: int, sentences: int) -> str:
    return "".join(LINE.format(word(at), word(at + 3), word(at + 5)) for at in range(number, number + sentences))


def made() -> bytes:
    """An HTML page of about 110 kB about one film, with all that such pages have around it."""
    facts = "".join(FACT.format(label, label[:3], value) for label, value in FACTS.items())
    parts = [
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>",
        "<title>The Lantern of Holt (2009) - Filmhall</title>",
        "<meta property='og:title' content='The Lantern of Holt (2009)'>",
        *(SCRIPT.format(n, word(n)) for n in range(60)),
        "</head><body><div id='wrap'><div class='nav' id='navigation'><ul>",
        *(MENU.format(n, word(n)) for n in range(90)),
        "</ul></div><div id='main' class='article film'>",
        "<h1 class='header'>The Lantern of Holt <span>(2009)</span></h1>",
        f"<p class='plot'>{prose(2, 3)}</p>{facts}<h2>Cast</h2><table class='cast_list'>",
        *(ROW.format(n, word(n).title() + word(n // len(WORDS) + 1), ("odd", "even")[n % 2]) for n in range(70)),
        "</table></div><div class='related'><ul>",
        *(MENU.format(n, f"{word(n)} film") for n in range(60)),
        "</ul></div><div id='comments'>",
        *(REVIEW.format(n, word(n), prose(n, 11)) for n in range(46)),
        "</div></div><div class='footer'><p>Filmhall</p></div></body></html>",
    ]
    return "".join(parts).encode()


def parse(body: bytes) -> object:
    return etree.fromstring(body, etree.HTMLParser(huge_tree=True))


def lines(body: bytes) -> bytes:
    """The whole pipeline: bytes to JSON lines, with provenance."""
    return b"".join(map(jsonl.line, records(Page(body))))


def each(work: Callable[[bytes], object], bodies: list[bytes]) -> Callable[[], None]:
    def run() -> None:
        for body in bodies:
            work(body)

    return run


def of_corpus() -> Iterator[Row]:
    """The corpus' real pages, each site's and all, where the corpus is at hand."""
    every: list[bytes] = []
    for site in SITES:
        bodies = [path.read_bytes() for path in sorted((CORPUS / site).glob("*.html"))[::STEP]]
        bodies = [body for body in bodies if len(body) < MOST]
        if bodies:
            every += bodies
            found, _ = ratio(each(lines, bodies), each(parse, bodies), 1)
            yield f"{len(bodies)} real pages of {site} ÷ lxml's parse", found, "1.5 or less"
    if every:
        found, _ = ratio(each(lines, every), each(parse, every), 1)
        yield f"all {len(every)} of them ÷ lxml's parse", found, "1.5 or less"


def of_labels() -> Row:
    """The same look-ups in a lexicon of 600 labels and in one of 60."""
    known = [*lexicon.keys().items()]
    few, many = dict(known[:60]), dict(known[:600])
    asked = [*few, *(f"{label} of the {word(n)}" for n, label in enumerate(few))]

    def looked(table: dict[str, lexicon.Rows]) -> Callable[[], None]:
        def run() -> None:
            with mock.patch.object(lexicon, "keys", lambda: table):
                for text in asked:
                    lexicon.look_up(text)

        return run

    found, _ = ratio(looked(many), looked(few), 40)
    return "look-ups among 600 labels ÷ among 60", found, "1.25 or less"


def of_json() -> Row:
    """How many trees a page builds that JSON-LD answers and whose format asks for none."""
    page = Page(made().replace(b"</head>", FILM.encode() + b"</head>"))
    made_of = records(page, Format(film=vocabularies.film, name="bench"))
    assert [record.kind for record in made_of] == ["film"]
    return "trees of a page that JSON-LD answers", float("tree" in page.views), "0"


def rows() -> Iterator[Row]:
    body = made()
    found, _ = ratio(each(lines, [body]), each(parse, [body]), 5)
    yield f"a made page of {len(body) // 1000} kB ÷ lxml's parse", found, "2.5 or less"
    yield from of_corpus()
    yield of_labels()
    yield of_json()


def main() -> None:
    for name, value, goal in rows():
        print(f"{value:8.2f}  {name:<50} goal {goal}", flush=True)


if __name__ == "__main__":
    main()
