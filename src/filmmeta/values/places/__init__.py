"""Countries and locations as film pages print them, with former states and film spellings."""

from filmmeta.values.places.countries import countries, country
from filmmeta.values.places.locations import Location, location

__all__ = ["Location", "countries", "country", "location"]
