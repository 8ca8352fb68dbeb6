"""Pages about films in, records you can trust out."""

__version__ = "0.1.0"
