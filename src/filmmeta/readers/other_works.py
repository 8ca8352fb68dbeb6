"""Whether a page is about a work of another art: a play, an opera, a radio play, a podcast."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers import title
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.title.candidates import SEPARATOR
from filmmeta.readers.unlabelled.places import around

FILMED = frozenset(
    "cinematographers editors budget gross opening_weekend original_title countries companies distributors".split()
)
"""Fields that works of the stage and of the radio seldom have."""
WORK = re.compile(
    r"(?:an?\s|the\s|eine?\s|une?\s|el\s|una?\s|en\s|ett\s|et\s|een\s)?(?:new\s|one-act\s|original\s)?"
    r"(?:podcasts?|audio drama|audio fiction|radio (?:play|drama)|stage (?:play|production)"
    r"|opera(?= in (?:one|two|three|four|five|un|due|tre|quattro|cinque|\d)\s)"
    r"|(?:kinder)?hörspiel|hörbuch|theaterstück|oper(?= (?:in|von)\s)|bühnenstück"
    r"|pièce (?:de théâtre|radiophonique|en)|fiction radiophonique|opéra(?= en\s)|spectacle vivant"
    r"|obra (?:de teatro|teatral)|radioteatro|ópera(?= en?m?\s)|peça (?:de teatro|teatral)|radionovela"
    r"|radiodramma|spettacolo teatrale|commedia(?= in (?:un|due|tre|quattro|cinque) att)|hoorspel|toneelstuk"
    r"|theatervoorstelling|radioteater|radiopjäs|teaterpjäs|hørespill?|kuunnelma|näytelmä(?!elokuva)|teatteriesitys"
    r"|słuchowisko|sztuka teatralna|spektakl teatralny|rozhlasová hra|divadelní (?:hra|inscenace)|rozhlasová inscenace"
    r"|rozhlasová hra|divadelná hra|hangjáték|színdarab|színmű|teatru radiofonic|piesă de teatru|spectacol de teatru"
    r"|(?:радио|аудио)?спектакль|радиопостановка|радиопьеса|(?:радіо|аудіо)?вистава|радиопиеса|театрална постановка"
    r"|θεατρική παράσταση|ραδιοφωνικό (?:έργο|θέατρο)|tiyatro oyunu|radyo tiyatrosu|radio drama|kazališna predstava"
    r"|radiodrama|radijska drama|ラジオドラマ|舞台劇|戯曲|话剧|話劇|广播剧|廣播劇|舞台剧|라디오 드라마|연극|뮤지컬 공연"
    r"|מחזה|הצגה|تمثيلية إذاعية|مسرحية|نمایش رادیویی|نمایشنامه)(?=\s?(?:$|[,.;:|·•(\[/–—-])"
    r"|\s(?:by|von|nach|in|di|d[aeou]|dell[ao]|par|en|em|av|af|van|door|w|według|od|podle|podľa|по|за|z|του|της|radiow\w{1,4}"
    r"|radiofonic[aeo]?)\s)"
    r"|(?:a|the) (?:new |one-act |original )?play by (?-i:[A-Z])",
    re.IGNORECASE,
)
"""The words for such works, at the head of a line."""
FILM = re.compile(
    r"film|movie|película|elokuva|фильм|фільм|филм|кино|ταινία|映画|电影|電影|영화|סרט|فيلم|فیلم|phim", re.I
)
LONGEST = 140  # characters of a line that says what a work is
NEAR = 5  # lines below the heading


def other_work(page: Page, fields: set[str]) -> Iterator[Claim]:
    """A claim ``reject/other`` with the line that says what the page is about, where none near it speaks of a film."""
    if fields & FILMED:
        return
    near = [line for line in lines(page) if len(line.text) <= LONGEST]
    if not any(FILM.search(line.text) for line in near):
        yield from [line for line in near if WORK.match(line.text)][:1]


def lines(page: Page) -> Iterator[Claim]:
    """The lines right below the main heading, and what stands behind a separator in the page's own title."""
    segments = page.once(outlined).segments
    for number, far in around(page):
        if 0 < far <= NEAR:
            yield Claim("reject/other", segments[number].text, segments[number].where())
    for each in title.candidates(page):
        if each.source == "head" and SEPARATOR.search(each.text) is None and WORK.fullmatch(each.text):
            yield Claim("reject/other", each.text, each.where)
