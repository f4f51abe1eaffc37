"""`run.py verify`: is the history whole? One line per finding; exit code 1 when there is one."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lianluo.trail.models import DayRoot
from lianluo.trail.roots import as_text
from lianluo.trail.verify import Verification


class Command(BaseCommand):
    help = "核对全部办理历史：每件事项的每一步、末端、附件和每日总摘要。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--files", action="store_true", help="同时核对每个附件的全部内容")
        parser.add_argument("--roots", action="store_true", help="只列出每日总摘要，供打印或公布")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["roots"]:
            self.stdout.write(as_text(list(DayRoot.objects.order_by("day"))), ending="")
            return
        run, wrong = Verification(with_files=options["files"]), 0
        for finding in run.findings():
            wrong += 1
            self.stdout.write(str(finding))
        seen = f"已核对 {run.cases} 件事项、{run.events} 步、{run.roots} 日的总摘要："
        self.stdout.write(seen + (f"发现 {wrong} 处问题" if wrong else "完整无误"))
        if wrong:
            sys.exit(1)
