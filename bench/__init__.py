"""Benchmarks: ratios of CPU time, measured in one run."""
