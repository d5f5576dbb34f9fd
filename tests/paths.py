"""Where things are."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""Top of the repository."""

REAL = Path(os.environ.get("SHISHIN_TEST_TREE", ROOT))
"""The tree whose real content is read: another one shows that no test counts what stands in it today."""

SHARED = ROOT.parent / "shared"
"""Source texts and reference cases; beside the project here and in CI, not in a stranger's clone."""
