"""Files written whole or not at all, through a full disk and a kill; nothing half-made ever lies beside them."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from scripts.journal import journal, root_of, write_through


def save(path: Path, content: bytes) -> None:
    """Write one file.

    Raises:
        OSError: where it cannot be written; it is as it was.
    """
    save_all({path: content})


def save_all(files: Mapping[Path, bytes | None]) -> None:
    """Write several files of one tree, or remove those without content; when one fails, all are as they were.

    Raises:
        OSError: where one cannot be written or removed.
    """
    if not files:
        return
    with journal(root_of(next(iter(files))), files) as folder:
        for path, content in files.items():
            put(path, content, folder)


def put(path: Path, content: bytes | None, folder: Path) -> None:
    """Write one file by way of `folder`, or remove it with its folders where nothing else lies in them."""
    if content is None:
        path.unlink(missing_ok=True)
        with suppress(OSError):  # the first folder in which something lies ends it
            for one in path.parents:
                one.rmdir()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = folder / "new"
    write_through(fresh, content)
    if path.exists():
        fresh.chmod(S_IMODE(path.stat().st_mode))
    fresh.replace(path)
