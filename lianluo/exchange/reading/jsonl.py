"""One JSON object a line. Its keys are the columns; lists of words become one cell."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lianluo.exchange.reading.comma import SAID, encoding_of
from lianluo.exchange.reading.parts import MOST_COLUMNS, Line, Table, Unreadable
from lianluo.kernel.text import _


def table(path: Path, name: str) -> Table:
    encoding = encoding_of(path, name)
    columns: dict[str, None] = {}
    for _number, row in _objects(path, name, encoding):
        columns |= dict.fromkeys(row)
        if len(columns) > MOST_COLUMNS:
            raise Unreadable(_("文件「{name}」的栏目超过 {most} 个。"), name=name, most=MOST_COLUMNS)

    def read(made: Table) -> Iterator[Line]:
        for number, row in _objects(path, name, encoding):
            cells = [_text(row.get(key), number, key) for key in made.columns]
            if any(cells):
                yield Line(number, cells)

    return Table("jsonl", read, encoding=SAID[encoding], columns=list(columns), titled=True)


def _objects(path: Path, name: str, encoding: str) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding=encoding) as stream:
        for number, text in enumerate(stream, start=1):
            if not text.strip():
                continue
            try:
                row = json.loads(text)
            except (ValueError, RecursionError) as error:
                raise Unreadable(
                    _("文件「{name}」第 {n} 行不是 JSON；jsonl 每行一个对象。"), name=name, n=number
                ) from error
            if not isinstance(row, dict):
                raise Unreadable(_("文件「{name}」第 {n} 行不是一个 JSON 对象。"), name=name, n=number)
            yield number, row


def _text(value: Any, number: int, key: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list) and all(isinstance(one, str | int) for one in value):
        return "、".join(str(one).strip() for one in value)
    if isinstance(value, list | dict):
        raise Unreadable(_("第 {n} 行的“{key}”里还有一层数据，请展开成单独的栏目。"), n=number, key=key)
    return str(value).replace("\0", "").strip()
