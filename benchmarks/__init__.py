"""Figures, each against a reference in the same run; `make bench` runs all that take under a minute."""
