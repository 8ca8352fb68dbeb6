"""The listing read as most people would: a soup, a regex a label, dateparser, json."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import dateparser
from bs4 import BeautifulSoup


def find(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.DOTALL)
    return match.group(1).strip() if match else ""


def read(path: Path) -> str:
    """The same fields as filmmeta's film and review, as JSON."""
    text = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").get_text()
    film: dict[str, Any] = {
        "title": find(r"Still of .*? in (\w+?)(?:Still|\n)", text),
        "year": int(find(r"Release Year:\s*(\d{4})", text)),
        "rating": float(find(r"Rating:\s*([\d.]+)/10", text)),
        "votes": int(find(r"\(([\d,]+) voted\)", text).replace(",", "")),
        "critics": int(find(r"Critic's Score:\s*(\d+)/100", text)),
        "director": find(r"Critic's Score:[^\n]*\n\n([^\n]+)\n", text),
        "stars": [name.strip() for name in find(r"Stars:\s*([^\n]+)", text).split(",")],
        "plot": find(r"Stars:[^\n]*\n\n([^\n]+)\n", text),
        "outline": find(r"\n([^\n]+…)\n", text),
        "sites": re.findall(r"([^\n]+) \[(\w+)\] \|", text),
        "locations": find(r"Filming Locations:\s*([^\n]+)", text),
        "captions": re.findall(r"Still of .*?(?=Still of|\n)", text),
    }
    lines = find(r"\n\n\n(Juliette.*?)Official Website", text).split("\n\n")
    film["cast"] = [line.strip() for line in lines if line.strip()]
    for label, key in (("Release Date", "released"), ("Opening Weekend", "opening"), ("Gross", "gross")):
        film[key] = find(rf"{label}:\s*([^\n]+)", text)
    film["released"] = str(dateparser.parse(film["released"]))
    film["as_of"] = [str(dateparser.parse(day)) for day in re.findall(r"\((\d+ \w+ \d{4})\)", text)]
    film["post"] = str(dateparser.parse(find(r"^(\w+ \d+, \d{4})", text)))
    film["amounts"] = [int(re.sub(r"\D", "", film[key])) for key in ("opening", "gross")]
    review = {
        "title": find(r"User Review\n\n([^\n]+)\n", text),
        "rating": int(find(r"User Review.*?Rating:\s*(\d+)/10", text)),
        "body": re.sub(r"(?<!\n)\n(?!\n)", " ", find(r"User Review.*?Rating:[^\n]*\n\n(.*)", text)),
    }
    return json.dumps({"film": film, "review": review})
