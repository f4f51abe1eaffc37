"""`run.py import suggestions|deputies|units FILE`: the steps of the page, on the command line.

Acts as an account with its own rights (`--as`), in its congress. Checks first and says what it found; writes only with
`--go`. A run that was killed goes on with the same words.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from django import forms
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from lianluo.exchange.errors import errors_file
from lianluo.exchange.kinds import ASK, KINDS, NOTE
from lianluo.exchange.models import Batch, Stage
from lianluo.exchange.services import check, choose, load, map_columns, open_batch
from lianluo.kernel.ciphers import sm3_of
from lianluo.people.actor import Actor, actor_for, workplaces
from lianluo.people.signin.names import account_named
from lianluo.trail.steps import Refused

SHOWN = 20


class Command(BaseCommand):
    help = "Check a table (xlsx, csv, jsonl, docx, zip of docx) and, with --go, take in what is right."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(kind.key for kind in KINDS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="account", required=True, help="account that takes it in")
        parser.add_argument("--map", action="append", default=[], metavar="HEADING=FIELD")
        parser.add_argument("--set", action="append", default=[], metavar="OPTION=VALUE")
        parser.add_argument(
            "--first", action="store_true", help="where a name is unclear, take the first answer"
        )
        parser.add_argument("--errors", type=Path, help="write the rows that stay out to this file")
        parser.add_argument("--go", action="store_true", help="take it in; without it nothing is written")

    def handle(self, *args: Any, **options: Any) -> None:
        actor = _actor(options["account"])
        try:
            batch = self._batch(actor, options)
            if options["go"]:
                load(batch, actor=actor, now=timezone.now, progress=self._tell(batch))
            self._say(batch)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["errors"] and batch.problems.exclude(grade=NOTE).exists():
            options["errors"].write_bytes(errors_file(batch)[0])

    def _batch(self, actor: Actor, options: dict[str, Any]) -> Batch:
        """The import that was begun with this file and cut off, or a new one, checked."""
        content = _read(options["file"])
        kind = options["kind"]
        if begun := _begun(actor, kind, content):
            return begun
        at = timezone.now()
        batch = open_batch(kind, BytesIO(content), options["file"].name, actor=actor, at=at)
        mapping = dict(batch.mapping) | dict(_mapped(batch, options["map"]))
        map_columns(batch, mapping, _options(batch, options["set"], actor, at), actor=actor, at=at)
        check(batch, actor=actor, at=at, progress=self._tell(batch))
        if options["first"] and batch.problems.filter(grade=ASK).exists():
            choose(batch, _first_answers(batch), actor=actor, at=at)
            check(batch, actor=actor, at=at)
        return batch

    def _tell(self, batch: Batch) -> Any:
        def progress(rows: int) -> bool:
            self.stderr.write(f"\r{rows:,}", ending="")
            return True

        return progress

    def _say(self, batch: Batch) -> None:
        self.stderr.write("")
        for sentence in (*([batch.error] if batch.error else []), *batch.remarks):
            self.stdout.write(sentence)
        words = {"rows": _("行"), "ready": _("可以导入"), "noted": _("可以导入，有提示"), "same": _("以前导入过"),
                 "ask": _("要您定"), "bad": _("进不来"), "made": _("已导入"), "left": _("没有进来")}  # fmt: skip
        self.stdout.write(
            "  ".join(f"{label} {batch.count(key):,}" for key, label in words.items() if key in batch.counts)
        )
        for problem in batch.problems.exclude(grade=NOTE)[:SHOWN]:
            self.stdout.write(_("第 %(row)s 行　%(text)s　%(sentence)s") % {
                "row": problem.row, "text": problem.text[:30], "sentence": problem.sentence})  # fmt: skip
        if batch.stage == Stage.CHECKED:
            self.stdout.write(_("只检查了，什么都没有写；加上 --go 就导入。"))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(_("读不到文件：%s") % error) from error


def _actor(name: str) -> Actor:
    account = account_named(name)
    if account is None:
        raise CommandError(_("没有这个账号。"))
    today = timezone.localdate()
    for congress in workplaces(account, today):
        return actor_for(account, congress, today)
    raise CommandError(_("这个账号现在没有身份。"))


def _begun(actor: Actor, kind: str, content: bytes) -> Batch | None:
    rows = Batch.objects.within(actor.scope).select_related("congress")
    same = rows.filter(kind=kind, sm3=sm3_of(BytesIO(content)), stage__in=[Stage.RUNNING, Stage.STOPPED])
    return same.order_by("-pk").first()


def _mapped(batch: Batch, pairs: list[str]) -> Iterator[tuple[str, str]]:
    for heading, field in _pairs(pairs).items():
        if heading not in batch.columns or KINDS[batch.kind].field_of(field) is None:
            fields = "、".join(f"{one.key}（{one.label}）" for one in KINDS[batch.kind].fields)
            raise CommandError(_("--map 写成“栏目名=字段”；字段有：%s") % fields)
        yield str(batch.columns.index(heading)), field


def _options(batch: Batch, words: list[str], actor: Actor, at: datetime) -> dict[str, str]:
    """What holds for the whole file, through the same form as on the page; people and units by name or key."""
    options = KINDS[batch.kind].options
    if options is None:
        return {}
    blank = options(actor=actor, at=at)
    data = {name: getattr(field.initial, "pk", field.initial) for name, field in blank.fields.items()}
    for name, text in (batch.options | _pairs(words)).items():
        data[name] = _key(blank.fields.get(name), name, text)
    form: Any = options({name: value for name, value in data.items() if value}, actor=actor, at=at)
    if not form.is_valid():
        raise CommandError(
            "；".join(f"--set {name}=…：{' '.join(told)}" for name, told in form.errors.items())
        )
    kept: dict[str, str] = form.kept()
    return kept


def _key(field: forms.Field | None, name: str, text: str) -> str:
    if field is None:
        raise CommandError(_("没有 %s 这个选项。") % name)
    if not isinstance(field, forms.ModelChoiceField) or not text or text.isdigit():
        return text
    named = [str(one.pk) for one in field.queryset or () if text in (str(one), getattr(one, "name", ""))]
    if len(named) != 1:
        raise CommandError(_("叫“%(text)s”的有 %(n)s 个，请写编号。") % {"text": text, "n": len(named)})
    return named[0]


def _pairs(words: list[str]) -> dict[str, str]:
    return dict(word.split("=", 1) for word in words if "=" in word)


def _first_answers(batch: Batch) -> dict[tuple[str, str], str]:
    asked = batch.problems.filter(grade=ASK).values_list("thing", "written", "candidates")
    return {(thing, written): found[0][0] for thing, written, found in asked if found}
