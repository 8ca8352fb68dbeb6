"""Films in the data of IMDb's title pages: what stands above the fold and in the main column."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers.json_paths import Spot

ABOVE, MAIN = "aboveTheFoldData", "mainColumnData"
TYPES = {"movie": "film", "short": "short", "tvMovie": "tv_movie", "tvSeries": "series", "tvMiniSeries": "series",
         "tvEpisode": "episode", "video": "video", "tvShort": "short", "tvSpecial": "tv_movie"}  # fmt: skip
NAME = "nameText/text"

# claim path → patterns of its places below a title, the first that finds something counts
FACTS: dict[str, tuple[str, ...]] = {
    "title": ("titleText/text",),
    "original_title": ("originalTitleText/text",),
    "alternative_titles": ("akas/edges/*/node/text",),
    "year": ("releaseYear/year",),
    "release_dates/0/date": ("releaseDate/{year}-{month}-{day}", "releaseDate/{year}-{month}", "releaseDate/year"),
    "release_dates/0/of": ("releaseDate/country/text", "releaseDate/country/id"),
    "runtimes": ("runtimes/edges/*/node/displayableProperty/value/plainText", "runtime/{seconds} seconds"),
    "countries": ("countriesDetails/countries/*/text", "countriesOfOrigin/countries/*/text",
                  "countriesOfOrigin/countries/*/id"),
    "languages": ("spokenLanguages/spokenLanguages/*/text", "spokenLanguages/spokenLanguages/*/id"),
    "genre": ("genres/genres/*/text", "titleGenres/genres/*/genre/text"),
    "keyword": ("storylineKeywords/edges/*/node/text", "keywords/edges/*/node/text",
                "keywords/edges/*/node/keyword/text/text"),
    "ids": ("id",),
    "plot": ("plot/plotText/plainText", "outlines/edges/0/node/plotText/plaidHtml",
             "plots/edges/0/node/plotText/plainText"),
    "taglines": ("taglines/edges/*/node/text",),
    "goofs": ("goofs/edges/*/node/text/plaidHtml",),
    "trivia": ("trivia/edges/*/node/text/plaidHtml",),
    "quotes": ("quotes/edges/*/node/lines/0/text",),
    "filming_locations": ("filmingLocations/edges/*/node/text", "filmingLocations/edges/*/node/location"),
    "budget/0/sum": ("productionBudget/budget/{amount} {currency}",),
    "opening_weekend/0/sum": ("openingWeekendGross/{gross.total.amount} {gross.total.currency} ({weekendEndDate})",
                              "openingWeekendGross/gross/total/{amount} {currency}"),
    "gross/0/sum": ("lifetimeGross/total/{amount} {currency}",),
    "gross/1/sum": ("worldwideGross/total/{amount} {currency}",),
    "ratings/0/value": ("ratingsSummary/aggregateRating",),
    "ratings/0/votes": ("ratingsSummary/voteCount",),
    "critic_ratings/1/value": ("metacritic/metascore/score",),
    "images/0/url": ("primaryImage/url",),
    "images/0/caption": ("primaryImage/caption/plainText",),
}  # fmt: skip
# What no page prints and every such page means.
MEANT = {
    "gross/1/sum": ("gross/1/of", "worldwide", "inferred:worldwide-gross"),
    "ratings/0/value": ("ratings/0/best", "10", "inferred:ten-points"),
    "critic_ratings/1/value": ("critic_ratings/1/best", "100", "inferred:hundred-points"),
}
CERTIFICATES = "certificates/edges/*/node"
CERTIFICATE = {"label": "rating", "of": "country/text"}
COMPANIES = (
    ("companyCreditCategories/*", "category/id", "companyCredits/edges/*/node/displayableProperty/value/plainText"),
    ("production/edges/*/node", "", "company/companyText/text"),
)
SITES = "detailsExternalLinks/edges/*/node"

# Where groups of credits stand, what names a group, and where in it the names and their characters are.
GROUPS = (
    ("categories/*", "name", "section/items/*", "rowTitle", "characters/*"),
    ("creditGroupings/edges/*/node", "grouping/text", "credits/edges/*/node", f"name/{NAME}",
     "creditedRoles/edges/*/node/characters/edges/*/node/name"),
    ("cast", "", "edges/*/node", f"name/{NAME}", "characters/*/name"),
    ("principalCredits/*", "category/text", "credits/*", f"name/{NAME}", "characters/*/name"),
    ("principalCreditsV2/*", "grouping/text", "credits/*", f"name/{NAME}", ""),
    ("directorsPageTitle/*", "", "credits/*", f"name/{NAME}", ""),
)  # fmt: skip
JOBS = {
    "director": "director", "writer": "writer", "creator": "creator", "producer": "producer", "composer": "composer",
    "cinematographer": "cinematographer", "editor": "editor", "casting": "casting_director",
    "casting director": "casting_director", "production designer": "production_designer",
    "costume designer": "costume_designer", "star": "star", "cast": "cast", "top cast": "cast",
    "series cast": "cast", "actor": "cast", "actress": "cast",
}  # fmt: skip


def titles(page: Page) -> list[Spot]:
    """The page's accounts of its title: the main column's, which says more, then that above the fold."""
    for root in ("next", "page"):
        for value in page.payload.get(root, []):
            top = Spot(value, f"json:{root}")
            for pattern in ("props/pageProps", "pageProps", "data"):
                found = [*top.find(f"{pattern}/{MAIN}"), *top.find(f"{pattern}/{ABOVE}")]
                if found:
                    return [spot for spot in found if isinstance(spot.value, dict)]
    return []


def is_imdb(page: Page) -> bool:
    """Whether the page is, or carries, the data of a title page of IMDb."""
    return MAIN in page.text and bool(titles(page))


def film(page: Page) -> Iterator[Claim]:
    found = titles(page)
    for kind in first(found, ("titleType/id",)):
        if kind.text in TYPES:
            yield Claim("media_type", TYPES[kind.text], f"inferred:imdb-{kind.text}")
    for path, patterns in FACTS.items():
        told = first(found, patterns)
        for spot in told:
            yield Claim(path, spot.text, spot.where)
        if told and path in MEANT:
            yield Claim(*MEANT[path])
    for index, node in enumerate(first(found, (CERTIFICATES,))):
        for part, pattern in CERTIFICATE.items():
            for spot in node.find(pattern):
                yield Claim(f"certificates/{index}/{part}", spot.text, spot.where)
    for index, node in enumerate(first(found, (SITES,))):
        for part in ("label", "url"):
            for spot in node.find(part):
                yield Claim(f"official_sites/{index}/{part}", spot.text, spot.where)
    yield from companies(found)
    yield from credits(found)


def first(titles: list[Spot], patterns: tuple[str, ...]) -> list[Spot]:
    """What the first pattern finds that finds anything, in the first account that has it."""
    for pattern in patterns:
        for title in titles:
            told = [spot for spot in title.find(pattern) if spot.text or isinstance(spot.value, dict)]
            if told:
                return told
    return []


def companies(titles: list[Spot]) -> Iterator[Claim]:
    for groups, kind, names in COMPANIES:
        told = first(titles, (groups,))
        for group in told:
            word = next((spot.text for spot in group.find(kind)), "") if kind else "production"
            path = {"production": "company", "distribution": "distributor"}.get(word, "")
            for spot in group.find(names) if path else ():
                yield Claim(path, spot.text, spot.where)
        if told:
            return


def credits(titles: list[Spot]) -> Iterator[Claim]:
    """Each job's people as the first place that knows the job names them."""
    done: set[str] = set()
    for groups, kind, people, name, characters in GROUPS:
        seen: set[str] = set()
        for group in first(titles, (groups,)):
            said = next((spot.text for spot in group.find(kind)), "") if kind else groups.partition("P")[0]
            said = said.casefold().partition("(")[0].strip()
            job = JOBS.get(said) or JOBS.get(said.removesuffix("s"), "")
            if job and job not in done and not (job == "star" and "cast" in done):
                seen.add(job)
                yield from named(job, [*group.find(people)], name, characters)
        done |= seen


def named(job: str, people: list[Spot], name: str, characters: str) -> Iterator[Claim]:
    for number, person in enumerate(people):
        path = f"cast/{number}/name" if job == "cast" else job
        for spot in person.find(name):
            yield Claim(path, spot.text, spot.where)
        played = person.joined([*person.find(characters)], "|") if characters and job == "cast" else None
        if played:
            yield Claim(f"cast/{number}/roles", played.text, played.where)
