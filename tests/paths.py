"""Where things are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""Top of the repository."""

SHARED = ROOT.parent / "shared"
"""Source texts and reference cases; beside the project here and in CI, not in a stranger's clone."""
