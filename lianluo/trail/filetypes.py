"""What a file really is, by its bytes and never by its name; and what is not taken, each with its sentence."""

import re
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any

from lianluo.kernel.text import Sentence, _
from lianluo.trail import scanning
from lianluo.trail.refusals import Refused

NAME_LENGTH = 200
ENTRIES, UNPACKED, RATIO, HARMLESS = 5_000, 300 * 1024 * 1024, 120, 20 * 1024 * 1024
"""A packed document may hold so many parts, unpack to so many bytes, and beyond `HARMLESS` shrink no more than so."""


class Unfit(Refused):
    """The file is not taken. The message is a sentence fit to be shown."""

    def __init__(self, sentence: object, **facts: Any) -> None:
        super().__init__(str(Sentence(str(sentence), **facts)) if facts else str(sentence))


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file that is taken: its extensions, the first being the usual one, and its media type."""

    extensions: tuple[str, ...]
    media_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = FileType(("pdf",), "application/pdf")
JPEG = FileType(("jpg", "jpeg"), "image/jpeg")
PNG = FileType(("png",), "image/png")
GIF = FileType(("gif",), "image/gif")
DOCX = FileType(("docx",), f"{_OFFICE}.wordprocessingml.document")
XLSX = FileType(("xlsx",), f"{_OFFICE}.spreadsheetml.sheet")
PPTX = FileType(("pptx",), f"{_OFFICE}.presentationml.presentation")
OFD = FileType(("ofd",), "application/ofd")

SIGNATURES: tuple[tuple[bytes, FileType], ...] = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF8", GIF),
)
PACKED: tuple[tuple[str, FileType], ...] = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", XLSX),
    ("ppt/presentation.xml", PPTX),
    ("OFD.xml", OFD),
)
TYPES = (PDF, DOCX, XLSX, PPTX, OFD, JPEG, PNG, GIF)
ACCEPT = ",".join(f".{extension}" for one in TYPES for extension in one.extensions)
"""For the `accept` attribute of a file field."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Office keeps a docx, xlsx or pptx that has a password ([MS-OFFCRYPTO] 2.3.4)."""
LOCKED = _("文件「{name}」设有密码，无法检查，请去掉密码后再上传。")
MACROS = re.compile(r"(?i)vbaproject|vbadata|macrosheets/|activex/|attachedtoolbars")


def clean_name(name: str) -> str:
    """The file's own name without folders, control signs, signs that turn the reading direction, or a leading dot."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    kept = re.sub(r'[<>:"|?*]', "_", kept).strip(" .")
    path = PurePosixPath(kept or str(_("附件")))
    suffix = path.suffix[:12]
    return path.name[: -len(path.suffix) or None][: NAME_LENGTH - len(suffix)] + suffix


def inspect(name: str, size: int, stream: IO[bytes], *, limit: int) -> FileType:
    """The type of an upload; raises `Unfit` with the reason when it is not taken."""
    if size == 0:
        raise Unfit(_("文件「{name}」是空的，请检查后重新选择。"), name=name)
    if size > limit:
        raise Unfit(
            _("文件「{name}」超过单个文件 {limit} MB 的上限，请压缩或拆分后再上传。"),
            name=name,
            limit=limit // 2**20,
        )
    found = _by_bytes(name, stream)
    if _extension(name) not in found.extensions:
        raise Unfit(
            _("文件「{name}」的内容是 {real}，与扩展名不符，请改正文件名或另存后再上传。"),
            name=name,
            real=found.extensions[0].upper(),
        )
    _show_to_the_scanner(name, stream)
    return found


def _show_to_the_scanner(name: str, stream: IO[bytes]) -> None:
    match scanning.look(stream):
        case scanning.Found.VIRUS:
            raise Unfit(_("文件「{name}」查出病毒，没有接收。请联系系统管理员。"), name=name)
        case scanning.Found.SILENCE:
            raise Unfit(_("查毒服务暂时没有响应，文件「{name}」还没有上传，请稍后再试。"), name=name)


def _extension(name: str) -> str:
    return PurePosixPath(name).suffix.lower().lstrip(".")


def _by_bytes(name: str, stream: IO[bytes]) -> FileType:
    stream.seek(0)
    head = stream.read(16)
    for signature, kind in SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith(OLD_OFFICE):
        if ENCRYPTED in stream.read():
            raise Unfit(LOCKED, name=name)
        raise Unfit(
            _("「{name}」是旧版 Office 格式，可能带宏，请另存为 docx、xlsx 或 PDF 后再上传。"), name=name
        )
    if head.startswith(b"PK\x03\x04"):
        return _packed(name, stream)
    if any(_extension(name) in kind.extensions for kind in TYPES):
        raise Unfit(
            _("「{name}」打不开：内容不是 {real} 文件，可能已经损坏，或者只改了扩展名。请重新另存后再上传。"),
            name=name,
            real=_extension(name).upper(),
        )
    raise Unfit(_("不能上传「{name}」：只接受 Word、Excel、PPT、PDF、OFD 文件和图片。"), name=name)


def open_packed(name: str, stream: IO[bytes]) -> set[str]:
    """The names inside a packed file that unpacks to a bearable size; raises `Unfit` with the reason."""
    try:
        with zipfile.ZipFile(stream) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise Unfit(_("文件「{name}」已损坏，打不开，请检查后重新上传。"), name=name) from error
    _refuse_bomb(name, entries, stream)
    return {entry.filename for entry in entries}


def _packed(name: str, stream: IO[bytes]) -> FileType:
    names = open_packed(name, stream)
    if any(MACROS.search(entry) for entry in names):
        raise Unfit(_("文件「{name}」带有宏，不能上传；请另存为不带宏的格式。"), name=name)
    for part, kind in PACKED:
        if part in names:
            return kind
    raise Unfit(_("「{name}」是压缩包或其他打包文件，请上传其中的文件本身。"), name=name)


def _refuse_bomb(name: str, entries: list[zipfile.ZipInfo], stream: IO[bytes]) -> None:
    stream.seek(0, 2)
    size = stream.tell()
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    swollen = unpacked > UNPACKED or (unpacked > HARMLESS and unpacked > RATIO * size)
    if len(entries) > ENTRIES or swollen or packed > size:
        raise Unfit(_("文件「{name}」解开后过大，不能上传。"), name=name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit(LOCKED, name=name)
    if any(_strays(entry.filename) for entry in entries):
        raise Unfit(_("文件「{name}」内含越界的路径，不能上传。"), name=name)


def _strays(path: str) -> bool:
    return path.startswith(("/", "\\")) or ":" in path or ".." in re.split(r"[\\/]", path)
