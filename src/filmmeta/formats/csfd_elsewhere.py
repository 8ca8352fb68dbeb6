"""A page of ČSFD that is not about one film."""

from filmmeta.formats import Format
from filmmeta.readers import addresses

KINDS = {
    **dict.fromkeys(("tvurce", "tvorca", "tvurci", "uzivatel", "pouzivatel"), "person"),
    **dict.fromkeys(("uzivatel/hodnoceni", "uzivatel/recenze", "uzivatel/filmoteka"), "film-list"),
    **dict.fromkeys(("hledat", "hladat", "vyhledavani", "podrobne-vyhledavani"), "search"),
    **dict.fromkeys(("kino", "televize", "vod", "dvd-a-bluray", "dvd", "bluray", "zebricky", "filmoteky"), "film-list"),
    **dict.fromkeys(("premiery", "kino-prehled", "zanry", "galerie", "videa"), "film-list"),
    **dict.fromkeys(("novinky", "clanek"), "news"),
    **dict.fromkeys(("diskuze", "uzivatele"), "other"),
}

FORMAT = Format(
    film=lambda page: addresses.refusal(page, KINDS),
    hosts=("csfd.cz", "csfd.sk"),
    looks=lambda page: addresses.kind(page, KINDS) != "",
)
