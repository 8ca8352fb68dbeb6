"""The same records on every engine: ``make test-spark``."""
