"""Write the data tables of countries and languages from CLDR: ``python tools/tables_places.py``."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from filmmeta.values.folding import DATA, fold, key

CORE = "en fr de es it pt pt_PT nl sv da nb fi pl cs sk hu ro ru uk bg el tr zh zh_Hant ja ko ar he"
MORE = "es_MX hr sl sr sr_Latn mk lv lt et is ca gl eu fa hi bn ta te ml th id ms hy ka az be kk af cy ur fil"
LOCALES = f"{CORE} {MORE}".split()
NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
NOT_LANGUAGES = {"und", "mul", "root", "mis"}
FILMED = (
    "ase ast bho ckb cnr csb dsb fil fur gsw hak haw hsb kab kok lad lkt lij lmo mni mos nan nap nds nso "
    "pap pcm rom sah sc scn sco se smn sma sms syr szl tpi tlh tzm vec wuu yue zgh zza zxx mul"
)
BIBLIOGRAPHIC = (
    "sq:alb hy:arm eu:baq my:bur zh:chi cs:cze nl:dut fr:fre ka:geo de:ger el:gre is:ice mk:mac ms:may mi:mao "
    "fa:per ro:rum sk:slo bo:tib cy:wel"
)
SOURCE = f"CLDR through Babel {babel.__version__}"


def variants(name: str) -> Iterator[str]:
    """The folded name (a short one keeps its accents), and what stands outside its brackets."""
    yield key(name)
    if bracket := re.match(r"([^(（]+)[(（]([^)）]+)[)）]$", name.strip()):
        yield fold(bracket[1])


def english(kind: str) -> dict[str, str]:
    """Code → English name, of all that CLDR names."""
    return {str(code): str(name) for code, name in getattr(Locale("en"), kind).items()}


def table(kind: str, wanted: set[str]) -> dict[str, list[str]]:
    """Code → its folded names in all locales; a name that two codes share goes to the first locale's."""
    owner: dict[str, str] = {"man": ""}
    by_code: dict[str, list[str]] = {code: [] for code in sorted(wanted)}
    for step in (0, 1):
        for tag in LOCALES:
            for code, name in sorted(getattr(Locale.parse(tag), kind).items()):
                if code not in wanted:
                    continue
                for spelled in list(variants(name))[step : step + 1]:
                    if tag not in CORE.split() and (len(spelled) < 5 if spelled.isascii() else len(spelled) < 3):
                        continue  # a word of another language, as likely as not
                    if owner.setdefault(spelled, code) == code:
                        if spelled not in by_code[code]:
                            by_code[code].append(spelled)
                    else:
                        print(f"{kind} {tag}: {spelled!r} is {owner[spelled]}, not {code}")
    return by_code


def write(file: str, remarks: str, by_code: dict[str, list[str]]) -> None:
    lines = [f"# {line}" for line in remarks.split("\n")]
    lines += [f"{code}\t{'|'.join(keys)}" for code, keys in by_code.items() if keys]
    (Path(DATA) / file).write_text("\n".join(lines) + "\n", "utf-8")


def write_countries() -> None:
    codes = {c for c in english("territories") if re.fullmatch(r"[A-Z]{2}", c)} - NOT_COUNTRIES
    write(
        "countries.tsv",
        f"folded: ISO 3166-1 alpha-2 (and XK) and its folded names in {len(LOCALES)} locales.\n"
        f"Source: {SOURCE}; written by tools/tables_places.py.",
        table("territories", codes),
    )
    aliases = get_global("territory_aliases")
    alpha3 = {a: new[0] for a, new in aliases.items() if re.fullmatch("[A-Z]{3}", a) and len(new) == 1}
    rows: dict[str, list[str]] = {}
    for a3, a2 in sorted(alpha3.items()):
        if a2 in codes:
            rows.setdefault(a2, [a2]).append(a3)
    write(
        "country_codes.tsv",
        f"folded: ISO 3166-1 alpha-2 and alpha-3.\nSource: {SOURCE}; written by tools/tables_places.py.",
        dict(sorted(rows.items())),
    )


def write_languages() -> None:
    codes = {c for c in english("languages") if c not in NOT_LANGUAGES}
    names = table("languages", {c for c in codes if len(c) == 2 or c in FILMED.split()})
    rare = {c: [fold(n)] for c, n in english("languages").items() if c in codes - set(names)}
    write(
        "languages.tsv",
        f"folded: BCP 47 and the folded names of languages in {len(LOCALES)} locales; rare ones in English.\n"
        f"Source: {SOURCE}; written by tools/tables_places.py.",
        {tag.replace("_", "-"): keys for tag, keys in {**names, **rare}.items()},
    )
    aliases = get_global("language_aliases")
    rows = {c: [c] for c in sorted(codes) if "_" not in c}
    for old, new in sorted(aliases.items()):
        if new in rows and re.fullmatch("[a-z]{2,3}", old) and old not in codes | {"cmn"}:
            rows[new].append(old)
    for tag, _, term in (pair.partition(":") for pair in BIBLIOGRAPHIC.split()):
        if term not in rows[tag]:
            rows[tag].append(term)
    write(
        "language_codes.tsv",
        "folded: BCP 47 primary tags with the ISO 639 codes that they stand for.\n"
        f"Source: {SOURCE}, the bibliographic codes of ISO 639-2/B; written by tools/tables_places.py.",
        rows,
    )


if __name__ == "__main__":
    write_countries()
    write_languages()
