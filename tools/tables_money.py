"""Write the tables of src/filmmeta/values/data that come from CLDR: scales.tsv and currencies.tsv.

Run ``python tools/tables_money.py`` after an upgrade of Babel, and look at the difference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import babel
from babel import Locale

from filmmeta.values import folding

DATA = Path(__file__).parent.parent / "src" / "filmmeta" / "values" / "data"
SOURCE = f"# Source: Unicode CLDR through Babel {babel.__version__}, by tools/tables_money.py; do not edit.\n"
LANGUAGES = (
    "en fr de es it pt pt_PT nl sv da nb fi pl cs sk hu ro ru uk bg el tr zh zh_Hant ja ko ar he "
    "hr sr sl et lv lt is ca fa hi bn ta te mr vi th id ms"
)
FILM_CODES = (  # what film budgets were ever stated in; the names of other currencies are not kept
    "USD EUR GBP JPY CNY INR RUB CAD AUD NZD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN UAH TRY ILS KRW HKD "
    "TWD SGD BRL MXN ARS CLP COP PEN UYU VES CUP ZAR EGP NGN KES MAD TND DZD IRR IQD SAR AED QAR KWD LBP "
    "JOD PKR BDT LKR NPR THB IDR MYR PHP VND KZT GEL AMD AZN BYN MDL RSD BAM MKD ALL HRK KPW MNT "
    "FRF DEM DDM ITL ESP PTE BEF LUF NLG ATS FIM GRD IEP SUR CSK SKK SIT EEK LVL LTL YUD "
    "ILP BRC BRE BRB BRR ARA MTL CYP"
)


def fold(word: str) -> str:
    """A word as the readers look it up: case-folded, without marks of direction or a last stop."""
    return word.replace("\u200f", "").replace("\xa0", " ").strip().casefold().removesuffix(".")


def scale_rows() -> list[str]:
    """Word, power of ten and languages, from the compact patterns (``0 million``)."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for code in LANGUAGES.split():
        formats = Locale.parse(code)._data["compact_decimal_formats"]
        for plurals in (formats.get("long", {}), formats.get("short", {})):
            for powers in plurals.values():
                for power, pattern in powers.items():
                    text = getattr(pattern, "pattern", pattern)
                    word = fold(text.replace("0", "").replace("'", ""))
                    if word in ("mm", "km", "bill"):  # of film; a banknote
                        continue
                    if (len(word) > 1 or word in "万億亿兆萬만억조천") and word and " " not in word:
                        found[word, len(str(power)) - text.count("0")].add(code[:2])
    return [f"{word}\t{zeros}\t{' '.join(sorted(codes))}" for (word, zeros), codes in sorted(found.items())]


def decimal_commas() -> list[str]:
    """Languages that write a comma before the decimals."""
    marks = {code[:2]: Locale.parse(code).number_symbols["latn"]["decimal"] for code in LANGUAGES.split()}
    return [code for code, mark in marks.items() if mark == ","]


def currency_rows() -> list[str]:
    """Code and folded names (``us dollars|dollars des etats unis``); those of two codes are left out."""
    owners: dict[str, set[str]] = defaultdict(set)
    for code in LANGUAGES.split():
        locale = Locale.parse(code)
        plurals = locale._data["currency_names_plural"]
        for currency in FILM_CODES.split():
            names = {locale.currencies.get(currency, ""), *plurals.get(currency, {}).values()}
            for name in filter(None, map(names_fold, names)):
                owners[name].add(currency)
    found: dict[str, list[str]] = {code: [] for code in sorted(Locale.parse("en").currencies)}
    for name, codes in sorted(owners.items()):
        if len(codes) == 1 and not name.isdigit():
            found[codes.pop()].append(name)
    return [f"{code}\t{'|'.join(names)}" for code, names in found.items()]


def names_fold(name: str) -> str:
    """The name without a remark in brackets; none for a bare code or one told apart by years."""
    name = re.sub(r"[(（].*?[)）]|[\u200e\u200f]", lambda m: " 1" if re.search(r"\d", m[0]) else "", name)
    return "" if re.search(r"\d|^[A-Z]{3}$", name) else folding.fold(name)


def unit_rows() -> list[str]:
    """Unit of time (h, m or s) and its folded words (``{0} Std.`` → ``std``); Malay's are others' hours."""
    rows = []
    for unit, name in (("h", "duration-hour"), ("m", "duration-minute"), ("s", "duration-second")):
        words = set()
        for code in LANGUAGES.replace(" ms", "").split():
            for plurals in Locale.parse(code)._data["unit_patterns"][name].values():
                for pattern in plurals.values():
                    if isinstance(pattern, str) and pattern.startswith("{0}") and "/" not in pattern:
                        words.add(folding.fold(pattern[3:]).removeprefix("de "))
        rows.append(f"{unit}\t{'|'.join(sorted(w for w in words if len(w) > 1 and ' ' not in w and w != 'st'))}")
    return rows


def main() -> None:
    head = SOURCE + "# Scale word, power of ten, languages. First row: the languages with a decimal comma.\n"
    rows = [f",\t0\t{' '.join(sorted(decimal_commas()))}", *scale_rows()]
    (DATA / "scales.tsv").write_text(head + "\n".join(rows) + "\n", "utf-8")
    head = SOURCE + "# ISO 4217 code, those of the past too, and folded names in many languages.\n"
    (DATA / "currencies.tsv").write_text(head + "\n".join(currency_rows()) + "\n", "utf-8")
    head = SOURCE + "# Unit of time and its folded words in many languages.\n"
    (DATA / "time_units.tsv").write_text(head + "\n".join(unit_rows()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
