"""schema.org's words for films and reviews, and the claim paths that they stand for. https://schema.org, version 29"""

from __future__ import annotations

# Types that are a film's where somebody directs or acts.
PERHAPS = {"videoobject", "creativework", "tvprogram", "video"}
REVIEWS = {"review", "userreview", "criticreview", "mediareview"}
# What a review can be of that is no film.
OTHERS = {
    "book", "person", "organization", "localbusiness", "restaurant", "hotel", "place", "videogame", "musicalbum",
    "musicrecording", "softwareapplication", "mobileapplication", "audiobook", "recipe", "course", "game", "podcast",
}  # fmt: skip
ORGANISATIONS = {"organization", "corporation", "newsmediaorganization", "localbusiness"}

# Property → the claim paths of a value that is one person, and of a text that may name several.
JOBS = {
    "director": ("director", "directors"),
    "author": ("writer", "writers"),
    "writer": ("writer", "writers"),
    "screenwriter": ("writer", "writers"),
    "creator": ("creator", "creators"),
    "producer": ("producer", "producers"),
    "musicBy": ("composer", "composers"),
    "composer": ("composer", "composers"),
    "editor": ("editor", "editors"),
    "cinematographer": ("cinematographer", "cinematographers"),
}
# The other names that pages give a property.
SAME = {"director": ("director", "directors"), "writer": ("writer", "writers"), "musicBy": ("musicBy", "music")}
ACTORS = ("actor", "actors", "starring", "performer", "performers")
ROLES = ("characterName", "character", "roleName", "namedPosition")
NO_ROLES = {"actor", "actress", "starring", "star", "cast"}

# Property → claim path of each of its texts; with two, the second is for a text that stands alone and may be a list.
TEXTS: dict[str, tuple[str, ...]] = {
    "alternateName": ("alternative_titles",),
    "alternativeHeadline": ("alternative_titles",),
    "duration": ("runtimes",),
    "timeRequired": ("runtimes",),
    "genre": ("genre", "genres"),
    "keywords": ("keyword", "keywords"),
    "countryOfOrigin": ("countries",),
    "productionCompany": ("company", "companies"),
    "contentRating": ("certificates",),
    "description": ("plot",),
    "abstract": ("outline",),
    "award": ("awards",),
    "awards": ("awards",),
    "locationCreated": ("filming_locations",),
}
COUNTS = {"numberOfSeasons": "seasons", "numberOfEpisodes": "episodes"}  # of a series
DATES = ("datePublished", "releaseDate", "startDate")
YEARS = ("copyrightYear", "dateCreated", "datePublished", "releaseDate", "startDate")
IDENTIFIERS = ("sameAs", "identifier", "titleEIDR", "editEIDR", "url")
RATING = {"ratingValue": "value", "bestRating": "best", "worstRating": "worst", "ratingCount": "votes"}
CRITICS = {"tomatometer", "metascore", "metacritic", "critics", "critic", "critic score", "critics score"}

REVIEW = {
    "name": "title",
    "headline": "title",
    "author": "author",
    "creator": "author",
    "datePublished": "date",
    "dateCreated": "date",
    "inLanguage": "language",
}
BODIES = ("reviewBody", "articleBody", "description", "text")

# Properties that hold nothing of a film's record, or are read in a way of their own.
STRUCTURE = {
    "type", "context", "name", "headline", "review", "reviews", "aggregateRating", "mainEntityOfPage", "mainEntity",
    "image", "images", "thumbnailUrl", "thumbnail", "trailer", "video", "potentialAction", "offers", "publisher",
    "provider", "isPartOf", "hasPart", "interactionStatistic", "interactionCount", "commentCount", "comment",
    "discussionUrl", "dateModified", "uploadDate", "inLanguage", "releasedEvent", "publication", "isFamilyFriendly",
    "isAccessibleForFree", "additionalType", "containsSeason", "season", "seasons", "episode", "episodes",
    "partOfSeries", "partOfSeason", "partOfTVSeries", "subjectOf", "workExample", "exampleOfWork", "ratingValue",
    "bestRating", "worstRating", "ratingCount", "reviewCount", "embedUrl", "contentUrl", "audience", "isSimilarTo",
    "dubbing", "copyrightHolder", "accessMode", "accessibilityFeature", "accessModeSufficient", "accessibilitySummary",
    "primaryImageOfPage", "breadcrumb", "itemListElement", "associatedMedia", "encoding", "sourceOrganization",
}  # fmt: skip
KNOWN = STRUCTURE | TEXTS.keys() | JOBS.keys() | COUNTS.keys() | {"directors", "writers", "music"}
KNOWN |= {*ACTORS, *DATES, *YEARS, *IDENTIFIERS}
KNOWN_OF_REVIEW = STRUCTURE | REVIEW.keys() | {*BODIES, "reviewRating", "itemReviewed", "url", "dateModified"}
