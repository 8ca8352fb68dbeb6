"""Write the tables of src/filmmeta/values/data that dates need from CLDR: months, quarters, date orders.

Run ``python tools/tables_dates.py`` after an upgrade of Babel, and look at the difference. Each language is
read in a process of its own, because Babel's inherited names leak from one language into the next.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import babel
from babel import Locale

from filmmeta.values.folding import fold

DATA = Path(__file__).parent.parent / "src" / "filmmeta" / "values" / "data"
SOURCE = f"# Source: Unicode CLDR through Babel {babel.__version__}, by tools/tables_dates.py; do not edit.\n"
LANGUAGES = (
    "en en_GB en_AU fr fr_CA de de_AT es es_MX es_PE es_UY it pt pt_PT nl sv da nb nn fi is fo pl cs sk hu "
    "ro ru uk be bg mk sr sr_Latn hr bs sl sq el tr az et lv lt zh zh_Hant ja ko ar ar_DZ ar_MA ar_TN "
    "ar_LB ar_IQ he fa ps ur hi bn ta te ml mr gu kn pa th vi id ms fil ca eu gl cy ga lb "
    "af hy ka kk uz ky tg sw mt am ne si my km lo eo"
)
TERRITORIES = "en_US en_GB en_AU en_NZ en_IE en_IN en_ZA en_PH en_HK en_SG zh_Hant_HK ar_AE pt_AO"
"""Only asked for their order of day and month; ``en`` alone decides nothing."""

# "in February": the locative of film pages' own sentences, which CLDR does not have; and spellings in which
# an accent is not just left out. By hand.
BY_HAND = {
    "en": "janv 1|febuary 2|sept 9|septembre 9",
    "de": "jaenner 1|feber 2|maerz 3",
    "it": "sett 9",
    "pl": "styczniu 1|lutym 2|marcu 3|kwietniu 4|maju 5|czerwcu 6|lipcu 7|sierpniu 8|wrześniu 9|październiku "
    "10|listopadzie 11|grudniu 12",
    "cs": "lednu 1|únoru 2|březnu 3|dubnu 4|květnu 5|červnu 6|červenci 7|srpnu 8|září 9|říjnu 10|listopadu "
    "11|prosinci 12",
    "ru": "январе 1|феврале 2|марте 3|апреле 4|мае 5|июне 6|июле 7|августе 8|сентябре 9|октябре 10|ноябре 11"
    "|декабре 12|фев 2|сен 9",
    "uk": "січні 1|лютому 2|березні 3|квітні 4|травні 5|червні 6|липні 7|серпні 8|вересні 9|жовтні 10"
    "|листопаді 11|грудні 12",
    "fi": "tammikuussa 1|helmikuussa 2|maaliskuussa 3|huhtikuussa 4|toukokuussa 5|kesäkuussa 6|heinäkuussa 7"
    "|elokuussa 8|syyskuussa 9|lokakuussa 10|marraskuussa 11|joulukuussa 12",
    "hu": "januárban 1|februárban 2|márciusban 3|áprilisban 4|májusban 5|júniusban 6|júliusban 7"
    "|augusztusban 8|szeptemberben 9|októberben 10|novemberben 11|decemberben 12",
    "et": "jaanuaril 1|veebruaril 2|märtsil 3|aprillil 4|juunil 6|juulil 7|augustil 8|septembril 9"
    "|oktoobril 10|novembril 11|detsembril 12",
    "lv": "janvārī 1|februārī 2|martā 3|aprīlī 4|maijā 5|jūnijā 6|jūlijā 7|augustā 8|septembrī 9|oktobrī "
    "10|novembrī 11|decembrī 12",
    "hr": "siječnju 1|veljači 2|ožujku 3|travnju 4|svibnju 5|lipnju 6|srpnju 7|kolovozu 8|rujnu 9|listopadu "
    "10|studenom 11|studenome 11|prosincu 12",
}
BASQUE = ("ren", "aren", "k", "ak", "n")
LEAST = 3
"""The shortest word of Latin letters that may mean a month."""


def names(locale: Locale) -> Iterator[tuple[str, int]]:
    """Every printed name of a month: as part of a date and alone, wide and abbreviated."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from ((name, month) for month, name in locale.months[context][width].items())
    for pair in BY_HAND.get(locale.language, "").split("|"):
        if pair:
            yield pair.split()[0], int(pair.split()[1])


def spellings(name: str, language: str) -> Iterator[str]:
    """The folded forms under which a name is printed in a date."""
    word = fold(name)
    if language == "ca":
        word = word.removeprefix("de ")
    yield word
    if language == "he":
        yield "ב" + word
    if language == "eu" and len(word) > 4:
        yield from (word + ending for ending in BASQUE)
    if language == "de" and "ä" in name:
        yield fold(name.replace("ä", "ae"))


def order(locale: Locale) -> str:
    """dmy, mdy or nothing: how the language writes day and month when the year stands last."""
    pattern = locale.date_formats["short"].pattern
    letters = re.sub("[^ymd]", "", re.sub("'[^']*'", "", pattern).lower())
    found = "".join(dict.fromkeys(letters))
    if found == "ymd":
        short = str(locale.datetime_skeletons["Md"].pattern)
        found = "dmy" if short.index("d") < short.index("M") else ""
    return found


def dump(code: str) -> None:
    """Print one language's rows, kind first."""
    locale = Locale.parse(code)
    language = locale.language
    if code not in TERRITORIES.split():
        for name, month in names(locale):
            for word in spellings(name, language):
                if (len(word) >= LEAST or not word.isascii()) and not any(c.isdigit() for c in word):
                    print(f"month\t{word}\t{month}\t{language}")
        for quarter, name in [
            pair for width in ("wide", "abbreviated") for pair in locale.quarters["format"][width].items()
        ]:
            print(f"quarter\t{fold(name)}\t{quarter}\t{language}")
    if decided := "" if code == "en" else order(locale):
        print(f"order\t{code.replace('_', '-').lower()}\t{decided}\t")


Words = dict[str, dict[str, set[str]]]
"""Word → value → the languages that say so."""


def collect() -> dict[str, Words]:
    """The words of each kind."""
    found: dict[str, Words] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for code in f"{LANGUAGES} {TERRITORIES}".split():
        asked = [sys.executable, __file__, code]
        for line in subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines():
            kind, word, value, language = line.split("\t")
            found[kind][word][value].add(language)
    return found


def write(file: str, remark: str, words: Words) -> None:
    """One row for a word and a value."""
    rows = [
        "\t".join([word, value, " ".join(sorted(languages))]).rstrip()
        for word, values in sorted(words.items())
        for value, languages in sorted(values.items())
    ]
    (DATA / file).write_text(SOURCE + f"# {remark}\n" + "\n".join(rows) + "\n", "utf-8")


def main() -> None:
    found = collect()
    write("months.tsv", "Folded word, month, languages that say so.", found["month"])
    write("quarters.tsv", "Folded words, quarter, languages that say so.", found["quarter"])
    write("date_orders.tsv", "Language, order of day and month when the year stands last.", found["order"])


if __name__ == "__main__":
    dump(sys.argv[1]) if len(sys.argv) > 1 else main()
