"""The record of one film, and what a page's texts become in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, computed_field

from filmmeta.records.common import Count, Country, Language, Model, PartialDate, Record, Short, Text, Year

MediaType = Literal["film", "short", "tv_movie", "series", "episode", "video"]
Amount = Annotated[int, Field(ge=0, le=10**15)] | Annotated[float, Field(ge=0, le=1e15)]


class AlternativeTitle(Model):
    """A title that the film also goes by."""

    title: Short
    country: Country | None = None
    language: Language | None = None
    note: Short | None = None


class ReleaseDate(Model):
    """When the film came out, where, and how (``premiere``, ``limited``, ``dvd`` …)."""

    date: PartialDate
    country: Country | None = None
    type: Short | None = None
    note: Short | None = None


class Runtime(Model):
    """How long a version runs: whole minutes, and the seconds beyond them where the page says them."""

    minutes: Annotated[int, Field(ge=0, le=60_000)]
    seconds: Annotated[int, Field(ge=0, le=59)] | None = None
    note: Short | None = None
    country: Country | None = None


class CastMember(Model):
    """An actor and the characters played; ``star`` where the page names the actor among its stars."""

    name: Short
    roles: list[Short] = Field(default_factory=list)
    notes: list[Short] = Field(default_factory=list)
    star: bool = False


class CrewMember(Model):
    """Somebody behind the camera; ``job`` is filmmeta's word for it: director, writer, composer …"""

    name: Short
    job: Short
    notes: list[Short] = Field(default_factory=list)


class Company(Model):
    """A company and its part in the film: production, distribution …"""

    name: Short
    role: Short | None = None
    country: Country | None = None


class Money(Model):
    """A sum in the main unit of its currency: a whole number, or one with decimals where the page has them.

    ``currency`` is ISO 4217, null where the page prints only a ``symbol`` that several share. ``territory``
    is an ISO 3166 code (several with spaces between), ``world``, ``domestic``, ``foreign`` or a continent.
    ``upto`` is the upper end of a range whose lower end is ``amount``; ``note`` what else the page says of it.
    """

    kind: Literal["budget", "opening_weekend", "gross", "rentals"]
    amount: Amount
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    symbol: Short | None = None
    territory: Short | None = None
    as_of: PartialDate | None = None
    screens: Count | None = None
    estimated: bool = False
    upto: Amount | None = None
    note: Short | None = None


class Rating(Model):
    """What users or critics make of the film on average."""

    source: Short | None = None
    kind: Literal["user", "critic"]
    value: float
    best: float | None = None
    worst: float | None = None
    votes: Count | None = None


class Certificate(Model):
    """An age rating as its board prints it."""

    label: Short
    country: Country | None = None
    reason: Text | None = None
    note: Short | None = None


class FilmingLocation(Model):
    """A place as printed, and the country that it names last."""

    place: Short
    country: Country | None = None


class OfficialSite(Model):
    """A site about the film."""

    label: Short
    country: Country | None = None
    url: Short | None = None


class Identifier(Model):
    """The film's key in somebody's catalogue: ``imdb``, ``wikidata``, ``eidr`` …"""

    scheme: Short
    value: Short


class Image(Model):
    """A picture of the film: its address, its caption, or both."""

    url: Short | None = None
    caption: Text | None = None


class Post(Model):
    """The blog post that the page was."""

    date: PartialDate | None = None
    author: Short | None = None
    comments: Count | None = None


class Film(Record):
    """What one page says of one film."""

    # The computed fields are written and, when a line is read again, computed again.
    model_config = ConfigDict(extra="ignore")

    kind: Literal["film"] = "film"
    title: Short | None = None
    original_title: Short | None = None
    alternative_titles: list[AlternativeTitle] = Field(default_factory=list)
    year: Year | None = None
    media_type: MediaType | None = None
    release_dates: list[ReleaseDate] = Field(default_factory=list)
    runtimes: list[Runtime] = Field(default_factory=list)
    countries: list[Country] = Field(default_factory=list)
    languages: list[Language] = Field(default_factory=list)
    genres: list[Short] = Field(default_factory=list)
    keywords: list[Short] = Field(default_factory=list)
    cast: list[CastMember] = Field(default_factory=list)
    crew: list[CrewMember] = Field(default_factory=list)
    companies: list[Company] = Field(default_factory=list)
    money: list[Money] = Field(default_factory=list)
    admissions: Count | None = None
    ratings: list[Rating] = Field(default_factory=list)
    certificates: list[Certificate] = Field(default_factory=list)
    filming_locations: list[FilmingLocation] = Field(default_factory=list)
    seasons: Count | None = None
    episodes: Count | None = None
    official_sites: list[OfficialSite] = Field(default_factory=list)
    plot: Text | None = None
    outline: Text | None = None
    taglines: list[Text] = Field(default_factory=list)
    goofs: list[Text] = Field(default_factory=list)
    quotes: list[Text] = Field(default_factory=list)
    trivia: list[Text] = Field(default_factory=list)
    notes: list[Text] = Field(default_factory=list)
    awards: list[Text] = Field(default_factory=list)
    ids: list[Identifier] = Field(default_factory=list)
    images: list[Image] = Field(default_factory=list)
    post: Post | None = None

    @computed_field
    def directors(self) -> list[str]:
        """The names in ``crew`` whose job is director, in page order."""
        return [member.name for member in self.crew if member.job == "director"]

    @computed_field
    def writers(self) -> list[str]:
        """The names in ``crew`` whose job is writer, in page order."""
        return [member.name for member in self.crew if member.job == "writer"]
