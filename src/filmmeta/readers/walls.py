"""What sites show in place of a page: walls of consent, questions whether somebody is human, errors."""

from __future__ import annotations

import re

LONGEST = 2_000  # characters of a line that is looked at
# Sentences that no film's page and no review has. Wordings of Cloudflare, DataDome, PerimeterX, Yandex, Baidu, consent
# banners and servers' errors; and of pages that their scripts would write.
SENTENCE = re.compile(
    r"access (?:to this page )?(?:has been |is |was )?denied|verif(?:y|ying) (?:that )?you are (?:a )?human"
    r"|(?:confirm|prove|sure|verify|show)(?: us)?(?: that)? you(?: a|')re (?:human|not a (?:ro)?bot)"
    r"|checking your browser|unusual traffic (?:from|on)|(?:solve|complete|enter|fill in) (?:the|this|a) captcha"
    r"|bot detection|request (?:has been |was |is )?blocked|too many requests|enable (?:javascript and )?cookies"
    r"|vous n.{1,3}tes pas un robot|(?:kein roboter|ihr|sie kein roboter) (?:sind|seid)(?: kein roboter)?"
    r"|ihr seid kein roboter|che non sei un robot|que no eres un robot|что вы не (?:ро)?бот|(?:ты|вы) не робот"
    r"|доступ (?:к \w{1,20} )?(?:временно )?(?:ограничен|запрещ[её]н)|że nie jesteś robotem|že nejste robot"
    r"|安全验证|验证码|访问过于频繁|私はロボットではありません|アクセスが制限|로봇이 아닙니다|보안문자|접근이 차단",
    re.IGNORECASE,
)
SCRIPTS = re.compile(
    r"\b(?:enable|needs?|requires?|turn on|activate|switch on|without|aktivieren|benötigt|ohne|activer|activez|sans"
    r"|habilita\w{0,3}|activa\w{0,3}|ativ\w{1,4}|attiva\w{0,3}|abilita\w{0,3}|включите|włącz|zapněte|povolte|inschakelen"
    r"|aktiver\w{0,2}|aktivera|请启用|有効)\b.{0,40}java ?script"
    r"|java ?script.{0,40}(?:\b(?:disabled|enabled|required|turned off|switched off|aktivieren|deaktiviert"
    r"|désactivé|activé|desactivado|habilitado|disattivato|disabilitato|отключен|wyłączon\w|vypnut\w|inschakelen)\b"
    r"|を有効|禁用|被禁用)",
    re.IGNORECASE,
)
PAGES = (
    "page|url|address|file|document|resource|content|seite|adresse|datei|página|dirección|pagina|indirizzo|stron[ay]"
    "|stránk[ay]|страниц[аы]|сторінк[ау]|sidan|siden|sivua|oldal|sayfa|σελίδα"
)
GONE = (
    "not (?:be )?found|nicht gefunden|introuvable|no (?:se )?(?:ha sido )?encontrad[ao]|não (?:foi )?encontrad[ao]"
    "|non (?:è stata )?trovat[ao]|nie (?:została )?znalezion[ao]|nenalezena|не найдена?|не знайдено"
    "|(?:kunde )?inte (?:hittas|hittades)|ikke fundet|ikke funnet|ei löytynyt|nem található|bulunamadı|δεν βρέθηκε"
)
MISSING = re.compile(
    rf"\b(?:{PAGES})\b.{{0,60}}\b(?:{GONE})\b|\b(?:{GONE})\b.{{0,20}}\b(?:{PAGES})\b"
    r"|ページが見つかりません|找不到(?:该|您|此|這)?.{0,10}[页頁]|페이지를 찾을 수 없",
    re.IGNORECASE,
)
# Words that are a wall's only where they are the whole of a line, or of what bars and dashes part in it: films and
# reviews have them too.
ALONE = re.compile(
    r"just a moment|attention required|security check|before you continue(?: to \w{1,20})?|captcha|robot check"
    r"|are you (?:a )?(?:human|(?:ro)?bot)|i'?m not a robot|forbidden"
    r"|(?:(?:http )?(?:error|status|fehler|erreur|errore?|ошибка|błąd|chyba|fel|fejl|feil|virhe|hata)[ :]{1,3})?"
    r"(?:40[0134]|410|429|50[0234])(?:[ :]{1,3}(?:http )?(?:error|forbidden|unauthorized|gone|bad (?:request|gateway)"
    r"|internal server error|service (?:temporarily )?unavailable|gateway time-?out))?"
    rf"|(?:(?:404|410)[ :]{{1,3}})?(?:{GONE})",
    re.IGNORECASE,
)
PARTS = re.compile(r"[|–—•·»:]|\s-\s|(?<=\w)[.!?…]{1,4}(?=\s|$)|\n")
SPARE = " \t\u00a0.!?…\"'«»“”()[]-"


def is_wall(text: str) -> bool:
    """Whether a line says what only a wall or an error says.

    >>> is_wall("Please verify you are a human."), is_wall("A film that is all too human.")
    (True, False)
    """
    text = text[:LONGEST]
    return any(pattern.search(text) for pattern in (SENTENCE, MISSING, SCRIPTS))


def is_headed_wall(text: str) -> bool:
    """Whether a line, or a part of one, is the headline of a wall or an error, which may be a film's title, too.

    >>> is_headed_wall("Just a moment..."), is_headed_wall("It was just a moment of joy.")
    (True, False)
    """
    text = text[:LONGEST]
    return any(ALONE.fullmatch(part.strip(SPARE)) for part in (text, *PARTS.split(text)))
