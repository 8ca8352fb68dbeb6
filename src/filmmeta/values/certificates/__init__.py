"""Certificates: what a board lets whom see, with its country where the text or the board says it."""

from filmmeta.values.certificates.grammar import Certificate, certificates

__all__ = ["Certificate", "certificates"]
