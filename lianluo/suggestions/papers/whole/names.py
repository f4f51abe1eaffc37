"""Names of files that every system can unpack: no two alike, none too long, none that means a device. Pure."""

from pathlib import PurePosixPath

from lianluo.trail.filetypes import clean_name

LONGEST = 180
"""Bytes of a name: file systems take 255, and a number in brackets may still come to it."""
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}


def fit(name: str) -> str:
    """`name` cleaned and cut to length, its ending kept."""
    path = PurePosixPath(clean_name(name))
    ending = path.suffix
    stem = path.name[: -len(ending)] if ending else path.name
    room = LONGEST - len(ending.encode())
    stem = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    if stem.split(".")[0].strip().lower() in DEVICES:
        stem = f"_{stem}"
    return stem + ending


class Names:
    """Gives each file of a folder a name of its own, letters compared without their case."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def __call__(self, folder: str, name: str) -> str:
        wanted = fit(name)
        path, n = PurePosixPath(folder) / wanted, 1
        while str(path).casefold() in self.taken:
            n += 1
            first = PurePosixPath(wanted)
            path = PurePosixPath(folder) / f"{first.stem} ({n}){first.suffix}"
        self.taken.add(str(path).casefold())
        return str(path)
