"""Frozen records, their loaders, and checks that return findings. Knows no site."""
