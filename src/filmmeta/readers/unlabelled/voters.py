"""Whose score it is that stands without a label: the press', or the visitors'."""

from __future__ import annotations

import re

from filmmeta.readers.facts.slices import Slice

CRITICS = re.compile(
    r"critic|kritik|press|crític|critiqu|критик|рецензи|prensa|medios|stampa|imprensa|krytyk|recensent|評論家|影评人|평론가"
    r"|metascore|tomatometer|eleştirmen|basın|anmelder|kriitik|cronic",
    re.IGNORECASE,
)
USERS = re.compile(
    r"\b(?:users?|audience|spectat|espectador|spettator|usu[aá]r|utent|publi[ck]o?\b|pubblico|members?\b|nutzer|leser|zuschauer"
    r"|bezoeker|gebruiker|brugere|brukere|användar|käyttäj|użytkow|widz|uživatel|diváci|divák|felhasználó|néző|utilizator"
    r"|fans?\b|üye|izleyici|seyirci)|зрител|пользоват|потребител|користувач|глядач|κοινο|ユーザー|观众|觀眾|관람객|네티즌|관객",
    re.IGNORECASE,
)


def is_critics(mark: Slice, above: str, around: str) -> bool:
    """Whether a score is that of the press: by what stands before it, else by anything around it."""
    segment = mark.segment
    before = segment.text[: mark.start]
    for said in (before, " ".join(segment.block.words), segment.text[mark.end :] if before else "", above):
        users, critics = USERS.search(said), CRITICS.search(said)
        if users or critics:
            return not users
    return CRITICS.search(around) is not None
