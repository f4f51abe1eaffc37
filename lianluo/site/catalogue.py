"""The English catalogue: which sentences the code holds, which of them are translated.

Sentences are collected with Babel from Python and, through Django's own conversion, from templates and scripts'
words; no system program is needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

_PYTHON_KEYWORDS = {
    "_": None,
    "now_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_SKIPPED = {"tests", "migrations", "locale", "static", "assets", "bench"}


@dataclass(frozen=True)
class Found:
    """One sentence in the code: its text (a pair when it has a plural), its context, its first place."""

    text: str | tuple[str, ...]
    context: str | None
    place: tuple[str, int]


@dataclass(frozen=True)
class Report:
    """How the catalogue stands beside the code."""

    missing: list[str]
    fuzzy: list[str]
    obsolete: list[str]

    @property
    def complete(self) -> bool:
        return not (self.missing or self.fuzzy or self.obsolete)


def sentences(root: Path) -> Iterator[Found]:
    """All sentences under `root`, in the order of the files."""
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".html", ".txt") and not _SKIPPED & set(path.relative_to(root).parts):
            yield from _in_file(path, path.relative_to(root.parent).as_posix())


def _in_file(path: Path, name: str) -> Iterator[Found]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        if "templates" not in path.parts:
            return
        # What is not a sentence is crossed out, indentation and all: Python's tokenizer wants every line at its start.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    code = BytesIO(source.encode())
    for line, text, _comments, context in extract("python", code, keywords=_PYTHON_KEYWORDS):
        yield Found(text, context, (name, line))


def catalogue(found: Iterator[Found], language: str = "en") -> Catalog:
    """A catalogue of `found` without translations."""
    made = Catalog(locale=language, project="Lianluo", charset="utf-8", fuzzy=False)
    for one in found:
        made.add(one.text, context=one.context, locations=[one.place], flags=_flags(one.text))
    return made


def _flags(text: str | tuple[str, ...]) -> tuple[str, ...]:
    words = text if isinstance(text, str) else "".join(text)
    return ("python-format",) if "%(" in words else ()


def compare(found: Catalog, kept: Catalog) -> Report:
    """What is missing, uncertain or no longer used in `kept`."""
    wanted = {_key(message): message for message in found if message.id}
    present = {_key(message): message for message in kept if message.id}
    missing = [_shown(message) for key, message in wanted.items() if not _translated(present.get(key))]
    fuzzy = [_shown(message) for message in present.values() if message.fuzzy]
    obsolete = [_shown(message) for key, message in present.items() if key not in wanted]
    obsolete += [str(key) for key in kept.obsolete]
    return Report(missing, fuzzy, obsolete)


def merge(found: Catalog, kept: Catalog) -> Catalog:
    """`found` with the translations of `kept`; nothing is guessed, what is no longer used is dropped."""
    for message in found:
        old = kept.get(message.id, context=message.context) if message.id else None
        if old is not None and _translated(old):
            message.string = old.string
    return found


def read(path: Path) -> Catalog:
    """The catalogue kept at `path`; an empty one when there is none."""
    if not path.exists():
        return Catalog(locale="en")
    with path.open("rb") as file:
        return read_po(file, locale="en")


def write(path: Path, made: Catalog) -> None:
    """Keep `made`, sorted, without dates and line numbers: a change of code elsewhere is not a change here."""
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = BytesIO()
    write_po(buffer, made, omit_header=False, sort_output=True, include_lineno=False, width=110)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(('"POT-Creation', '"PO-Revision'))))


def _key(message: Message) -> tuple[str | None, str]:
    text = message.id if isinstance(message.id, str) else message.id[0]
    return (message.context or None, text)


def _translated(message: Message | None) -> bool:
    if message is None or not message.string:
        return False
    return all(message.string) if isinstance(message.string, tuple | list) else True


def _shown(message: Message) -> str:
    place = message.locations[0][0] if message.locations else ""
    return f"{_key(message)[1]!r}  {place}"
