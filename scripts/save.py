"""Files written whole or not at all."""

from collections.abc import Mapping
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


def save_all(files: Mapping[Path, bytes | None]) -> None:
    """Write several files, or remove those without content; when one fails, all are as they were.

    Raises:
        OSError: where one cannot be written or removed.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    try:
        for path, content in files.items():
            put(path, content)
    except OSError:
        for path, content in before.items():
            if (path.read_bytes() if path.exists() else None) != content:
                put(path, content)
            elif content is None:
                _drop_empty(path.parent)
        raise


def put(path: Path, content: bytes | None) -> None:
    """Write one file, or remove it with its folder where nothing else lies in it."""
    if content is not None:
        save(path, content)
        return
    path.unlink(missing_ok=True)
    _drop_empty(path.parent)


def _drop_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
