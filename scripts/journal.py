"""A journal of what a command writes, so that files are changed all or none, also when the process is killed.

Before the first file is touched, what stood there lies in a folder of its own in `.shishin/`, with a list. A command
that comes to its end removes the list. Where the list is still there and its process is gone, the next command puts
everything back that nobody has changed since.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from macros.site.workplace import dead_folders, own_folder

KIND = "save"
_LIST = "list.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that is changed."""

    file: str
    """Path from the root, with `/`."""
    before: str | None
    """Hash of what stood there; none where nothing did."""
    after: str | None
    """Hash of what is written; none where the file is removed."""


def root_of(path: Path) -> Path:
    """The tree in which a file lies: the nearest folder above it with settings; else its own folder."""
    return next((one for one in path.parents if (one / "mkdocs.yml").is_file()), path.parent)


@contextmanager
def journal(root: Path, files: Mapping[Path, bytes | None]) -> Iterator[Path]:
    """A folder for files in the making; where what is done with it fails, all files are as they were."""
    entries = []
    with own_folder(root, KIND) as folder:
        made = [one.relative_to(root).as_posix() for one in _missing_folders(root, files)]
        for at, (path, content) in enumerate(files.items()):
            before = path.read_bytes() if path.exists() else None
            if before is not None:
                write_through(_copy(folder, at), before)
            entries.append(Entry(path.relative_to(root).as_posix(), _hash(before), _hash(content)))
        listed = {"files": [asdict(one) for one in entries], "folders": made}
        write_through(folder / "new", json.dumps(listed).encode())
        (folder / "new").replace(folder / _LIST)
        try:
            yield folder
        except BaseException:  # also when the user stops it in between
            try:
                _restore(root, folder)
            except BaseException:
                folder.rename(folder.with_name(f"{folder.name}-left"))
            raise
        (folder / _LIST).unlink()


def recover_saves(root: Path) -> tuple[str, ...]:
    """Put back what killed commands left half-written; what was done, in Japanese."""
    done = []
    with dead_folders(root, KIND) as dead:
        for folder in reversed(dead):
            restored, kept = _restore(root, folder)
            shutil.rmtree(folder, ignore_errors=True)
            if restored:
                done.append(f"前の命令が書く途中で止まっていたので、{restored}個のファイルを元に戻しました。")
            done += [f"{file} は、前の命令が止まったあとで直してあるので、そのままにしました。" for file in kept]
    return tuple(done)


def write_through(path: Path, content: bytes) -> None:
    """Write a file and wait until it is on the disk."""
    with path.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _restore(root: Path, folder: Path) -> tuple[int, list[str]]:
    """Put back what the list of the folder names: how many files, and which were changed by someone else since."""
    try:
        listed = json.loads((folder / _LIST).read_bytes())
    except FileNotFoundError:
        return 0, []  # nothing was touched yet, or everything was done
    restored, kept = 0, []
    for at, entry in enumerate(Entry(**one) for one in listed["files"]):
        path = root / entry.file
        here = _hash(path.read_bytes() if path.exists() else None)
        if here not in (entry.before, entry.after):
            kept.append(entry.file)
        elif here != entry.before:
            restored += 1
            if entry.before is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                _copy(folder, at).replace(path)
    for name in listed["folders"]:
        with suppress(OSError):
            (root / name).rmdir()  # only where nothing else lies in it
    (folder / _LIST).unlink()
    return restored, kept


def _missing_folders(root: Path, files: Mapping[Path, bytes | None]) -> list[Path]:
    """Folders that have to be made for the files, the innermost first."""
    above = {one for path, content in files.items() if content is not None for one in path.parents}
    missing = {one for one in above if one.is_relative_to(root) and not one.exists()}
    return sorted(missing, key=lambda one: -len(one.parts))


def _copy(folder: Path, at: int) -> Path:
    return folder / f"{at}.before"


def _hash(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()
