"""Files written whole or not at all."""

from pathlib import Path


def save(path: Path, content: bytes) -> None:
    """Write beside the file and put it in place, so that no half of it is ever seen."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
