"""Hostile data in pages: JSON-LD, payloads of scripts, XML, wikitext."""

from __future__ import annotations

import json

from hostile import MANY, MILLION, REVIEW, SENTENCE, TITLE, Making, html, joined, linked, movie, names

LD = '<script type="application/ld+json">{}</script>'
NEXT = '<script id="__NEXT_DATA__" type="application/json">{}</script>'
STATE = "<script>window.__STATE__ = {};</script>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE movie [<!ENTITY l0 "ha">{LAUGHS}]>'
QUADRATIC = f'<!DOCTYPE movie [<!ENTITY a "{"x" * MANY}">]>'
EXTERNAL = '<!DOCTYPE movie [<!ENTITY x SYSTEM "{}">]>'


def nfo(inner: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<movie><title>{TITLE}</title><year>1987</year>{inner}</movie>'


def wiki(fields: str, more: str = "") -> str:
    box = f"{{{{Infobox film\n| name = {TITLE}\n| director = [[Ann Bly]]\n{fields}\n}}}}\n"
    return f"{box}'''{TITLE}''' is a 1987 film.\n{more}"


def payload(data: object) -> str:
    told = data if isinstance(data, str) else json.dumps(data)
    return html(NEXT.format(told))


def people(number: int = MANY) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in names(number)]


def ids(number: int) -> list[dict[str, object]]:
    return [
        {"@type": "Movie", "@id": f"#{n}", "name": TITLE, "director": {"@id": f"#{(n + 1) % number}"}}
        for n in range(number)
    ]


DATA: Making = {
    "JSON-LD of [": lambda: linked("[" * MANY),
    "JSON-LD of {": lambda: linked('{"a":' * MANY),
    "JSON-LD balanced": lambda: linked("[" * MANY + "]" * MANY),
    "JSON-LD depth 900": lambda: linked('{"@type":"Movie","name":"x","actor":' * 900 + "1" + "}" * 900),
    "JSON-LD NaN": lambda: linked('{"@type":"Movie","name":"X","duration":NaN,"copyrightYear":1e999,"x":-Infinity}'),
    "JSON-LD digits": lambda: linked(
        '{"@type":"Movie","name":"X","copyrightYear":' + "9" * 5_000 + ',"duration":"PT' + "9" * 5_000 + 'M"}'
    ),
    "JSON-LD fraction": lambda: linked(
        '{"@type":"Movie","name":"X","copyrightYear":0.' + "9" * 5_000 + "e-" + "9" * 300 + "}"
    ),
    "JSON-LD doubled keys": lambda: linked(
        '{"@type":"Movie","name":"X",' + ",".join(f'"name":"{n}"' for n in range(MANY)) + "}"
    ),
    "JSON-LD keys": lambda: linked(movie(**{f"k{n}": n for n in range(MANY)})),
    "JSON-LD script in a string": lambda: linked(
        '{"@type":"Movie","name":"a </script><script> b","description":"</script>"}'
    ),
    "JSON-LD blocks": lambda: html("", LD.format(json.dumps(movie())) * MANY),
    "JSON-LD blocks of films": lambda: html("", joined(LD.format('{{"@type":"Movie","name":"{name}"}}'), 30_000)),
    "JSON-LD broken blocks": lambda: html("", LD.format('{"@type": "Movie", "name": ') * MANY),
    "JSON-LD values": lambda: linked('{"@type":"Movie"} ' * MANY),
    "JSON-LD commas": lambda: linked('{"@type":"Movie","name":"x"' + "," * MILLION + "}"),
    "JSON-LD quotes": lambda: linked('{"@type":"Movie","name":"x' + '\\"' * MILLION),
    "JSON-LD backslashes": lambda: linked('{"@type":"Movie","name":"x' + "\\" * MILLION + '"}'),
    "JSON-LD spaces": lambda: linked('{"@type":"Movie",' + " " * MILLION + '"name":"x"' + "\n" * MILLION + ",}"),
    "JSON-LD comments": lambda: linked("/*" * MILLION),
    "JSON-LD actors": lambda: linked(movie(actor=people())),
    "JSON-LD actors by name": lambda: linked(movie(actor=[*names(MANY)])),
    "JSON-LD one actor": lambda: linked(movie(actor=[{"@type": "Person", "name": "Ann Bly"}] * MANY)),
    "JSON-LD directors": lambda: linked(movie(director=people(50_000), author=people(50_000))),
    "JSON-LD keywords": lambda: linked(movie(keywords=[*names(MANY)])),
    "JSON-LD keyword text": lambda: linked(movie(keywords=", ".join(names(MANY)))),
    "JSON-LD genres": lambda: linked(movie(genre=[*names(MANY)])),
    "JSON-LD names": lambda: linked(movie(name=[*names(MANY)], alternateName=[*names(MANY)])),
    "JSON-LD countries": lambda: linked(movie(countryOfOrigin=[{"@type": "Country", "name": n} for n in names(MANY)])),
    "JSON-LD companies": lambda: linked(
        movie(productionCompany=[{"@type": "Organization", "name": n} for n in names(MANY)])
    ),
    "JSON-LD ratings": lambda: linked(
        movie(aggregateRating=[{"ratingValue": n % 10, "bestRating": 10, "ratingCount": n} for n in range(50_000)])
    ),
    "JSON-LD reviews": lambda: linked(
        movie(review=[{"@type": "Review", "author": n, "reviewBody": REVIEW} for n in names(20_000)])
    ),
    "JSON-LD dates": lambda: linked(movie(datePublished=[f"{1900 + n % 100}-01-{n % 28 + 1:02}" for n in range(MANY)])),
    "JSON-LD durations": lambda: linked(movie(duration=[f"PT{n}M" for n in range(MANY)])),
    "JSON-LD images": lambda: linked(movie(image=[f"https://reel.example/{n}.jpg" for n in range(MANY)])),
    "JSON-LD same as": lambda: linked(movie(sameAs=[f"https://www.imdb.com/title/tt{n:07}/" for n in range(MANY)])),
    "JSON-LD types": lambda: linked({**movie(), "@type": ["Movie", *names(MANY)]}),
    "JSON-LD id cycles": lambda: linked({"@graph": ids(20_000)}),
    "JSON-LD one id": lambda: linked({"@graph": [{**movie(actor=[n]), "@id": "#m"} for n in names(30_000)]}),
    "JSON-LD graph": lambda: linked({"@graph": [movie(name=n) for n in names(50_000)]}),
    "JSON-LD a self": lambda: linked(
        {**movie(), "@id": "#m", "actor": {"@id": "#m"}, "director": {"@id": "#m"}, "isPartOf": {"@id": "#m"}}
    ),
    "JSON-LD list": lambda: linked(
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": movie(name=n)} for n in names(30_000)]}
    ),
    "JSON-LD surrogates": lambda: linked(
        '{"@type":"Movie","name":"a \\ud800 b \\udfff","description":"\\u0000\\u001b[31m"}'
    ),
    "JSON-LD plot of 4 MB": lambda: linked(movie(description=SENTENCE * 55_000)),
    "JSON-LD name of 4 MB": lambda: linked(movie(name=SENTENCE * 55_000)),
    "JSON-LD name of a MB": lambda: linked(movie(name="x " * 500_000, alternateName="(" * 500_000)),
    "Next of [": lambda: payload("[" * MANY),
    "Next of {": lambda: payload('{"a":' * MANY + "1" + "}" * MANY),
    "Next depth 900": lambda: payload('{"props":' * 900 + "1" + "}" * 900),
    "Next NaN": lambda: payload('{"props":{"title":NaN,"year":1e999,"runtime":' + "9" * 5_000 + "}}"),
    "Next films": lambda: payload(
        {"props": {"films": [{"title": n, "year": 1987, "directors": ["Ann Bly"]} for n in names(50_000)]}}
    ),
    "Next film": lambda: payload(
        {"props": {"movie": {"title": TITLE, "year": 1987, "cast": [{"name": n, "role": n} for n in names(MANY)]}}}
    ),
    "Next nests": lambda: payload('{"movie":{"title":"x","year":1987,"cast":[' * 300 + "1" + "]}}" * 300),
    "Next wide": lambda: payload({"props": [[n] for n in range(500_000)]}),
    "states": lambda: html(STATE.format('{"movie":{"title":"x"}}') * 20_000),
    "open states": lambda: html("window.__STATE__ = {" * MANY),
    "state of {": lambda: html(STATE.format("{" * MILLION)),
    "a page of JSON": lambda: json.dumps({"title": TITLE, "year": 1987, "cast": [{"name": n} for n in names(MANY)]}),
    "a page of [": lambda: "[" * MILLION,
    "a page of {": lambda: '{"a":' * MANY,
    "a page of numbers": lambda: json.dumps([*range(MILLION)]),
    "a page of JSON keys": lambda: json.dumps({"title": TITLE, **{n: n for n in names(MANY)}}),
    "laughs": lambda: nfo("<plot>&l11;</plot>", BOMB),
    "laughs in HTML": lambda: BOMB + html("<p>&l11;</p>"),
    "laughs inside": lambda: nfo(f"{BOMB}<plot>&l11;</plot>"),
    "an entity again": lambda: nfo(f"<plot>{'&a;' * MANY}</plot>", QUADRATIC),
    "parameter entities": lambda: nfo(
        "", "<!DOCTYPE movie [<!ENTITY % a \"<!ENTITY b SYSTEM 'file:///etc/passwd'>\">%a;]>"
    ),
    "a file entity": lambda: nfo("<plot>&x;</plot>", EXTERNAL.format("file:///etc/passwd")),
    "a web entity": lambda: nfo("<plot>&x;</plot>", EXTERNAL.format("http://reel.example/x.dtd")),
    "a web DTD": lambda: nfo("", '<!DOCTYPE movie SYSTEM "http://reel.example/x.dtd">'),
    "XInclude": lambda: nfo(
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    ),
    "XSLT": lambda: nfo("", '<?xml-stylesheet href="http://reel.example/x.xsl"?>'),
    "NFO actors": lambda: nfo(joined("<actor><name>{name}</name><role>Role {n}</role></actor>", 50_000)),
    "NFO genres": lambda: nfo(joined("<genre>{name}</genre>")),
    "NFO ids": lambda: nfo(joined('<uniqueid type="{name}">tt{n:07}</uniqueid>', 50_000)),
    "NFO nests": lambda: nfo("<a>" * MILLION),
    "NFO closed nests": lambda: nfo("<a>" * MANY + "</a>" * MANY),
    "NFO attributes": lambda: nfo("<a " + joined('a{n}="1" ') + "/>"),
    "NFO namespaces": lambda: nfo("<a " + joined('xmlns:a{n}="u{n}" ') + "/>"),
    "NFO movies": lambda: nfo("") * 20_000,
    "NFO openings": lambda: "<movie>" * MILLION,
    "NFO plot": lambda: nfo(f"<plot>{SENTENCE * 140_000}</plot>"),
    "NFO CDATA": lambda: nfo("<plot>" + "<![CDATA[x]]>" * MANY + "</plot>"),
    "NFO angles": lambda: nfo("<plot>" + "< " * MILLION + "</plot>"),
    "wikitext {{": lambda: wiki("", "{{" * MANY),
    "wikitext in the box": lambda: wiki("| starring = " + "{{a|" * MANY),
    "wikitext closed": lambda: wiki("| starring = " + "{{a|" * MANY + "}}" * MANY),
    "wikitext [[": lambda: wiki("| starring = " + "[[" * MANY),
    "wikitext links": lambda: wiki("| starring = " + joined("[[{name}]]<br>")),
    "wikitext list": lambda: wiki("| starring = {{plainlist|\n" + joined("* [[{name}]]\n") + "}}"),
    "wikitext fields": lambda: wiki(joined("| field{n} = {name}\n")),
    "wikitext tables": lambda: wiki("", "{|\n" * MANY),
    "wikitext rows": lambda: wiki("", "== Cast ==\n{|\n" + joined("|-\n| {name} || Role {n}\n") + "|}\n"),
    "wikitext cast": lambda: wiki("", "== Cast ==\n" + joined("* [[{name}]] as Role {n}\n")),
    "wikitext headings": lambda: wiki("", joined("== {name} ==\n" + SENTENCE + "\n")),
    "wikitext refs": lambda: wiki("| budget = $1 million" + "<ref>" * MANY),
    "wikitext comments": lambda: wiki("| budget = $1 million" + "<!--" * MANY),
    "wikitext quotes": lambda: wiki("", "'" * MILLION),
    "wikitext boxes": lambda: wiki("") * 20_000,
    "wikitext braces": lambda: wiki("", "{" * MILLION),
    "wikitext prose": lambda: wiki("", "== Plot ==\n" + SENTENCE * 100_000),
    "wikitext nowiki": lambda: wiki("", "<nowiki>" * MANY),
}
