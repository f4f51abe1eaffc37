"""Values for the style guide: made-up names, real lengths. The date is fixed so that pictures stay the same."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone

from lianluo.kernel.workdays import WorkCalendar
from lianluo.ui.dues import due_done, due_none, due_on
from lianluo.ui.parts import (
    Chip,
    Clock,
    ClosedMove,
    Link,
    MoveButton,
    MovesPanel,
    Step,
    TabItem,
    Tile,
    TimelineRow,
)
from lianluo.ui.pickers import Picker, PickerMany

TODAY = date(2026, 5, 20)
TEXT = (
    "一、情况与问题\n洞庭湖区地处“水窝子”，却长期面临“水多喝水难”。据我们 2025 年 9 月至 11 月对南县、华容、沅江、汉寿 "
    "4 县（市）46 个村的走访，仍有 23 个村、约 3.1 万人依靠单村水源供水，其中 17 个村的地下水铁锰含量季节性超标。\n"
    "二、具体建议\n（一）将湖区 23 个村纳入 2026 年省级农村供水保障项目，明确完工时间和资金来源。"
)
LONG = "关于加快补齐洞庭湖区农村安全饮水短板、推进城乡供水一体化的建议"


UNITS = [("1", "省教育厅"), ("2", "省水利厅"), ("3", "省财政厅")]
KEYS = {
    "1": ("shengjiaoyuting sjyt jyt", ""),
    "2": ("shengshuiliting sslt slt", ""),
    "3": ("shengcaizhengting sczt czt", ""),
}


def _at(month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=timezone.get_default_timezone())


class SampleForm(forms.Form):
    """Every kind of field."""

    title = forms.CharField(label="标题", max_length=60, help_text="一件建议只说一件事，写成“关于……的建议”。")
    body = forms.CharField(label="情况与问题", widget=forms.Textarea(attrs={"rows": 4}),
                           help_text="讲清楚在哪里、影响谁、有什么依据。")  # fmt: skip
    unit = forms.ChoiceField(label="主办单位", choices=[("", "请选择"), *UNITS], widget=Picker(keys=KEYS))
    helpers = forms.MultipleChoiceField(
        label="会办单位", required=False, choices=UNITS, widget=PickerMany(keys=KEYS)
    )
    day = forms.DateField(label="期限", widget=forms.DateInput(attrs={"type": "date"}))
    result = forms.ChoiceField(
        label="办理结果",
        widget=forms.RadioSelect,
        choices=[("3", "满意"), ("2", "基本满意"), ("1", "不满意")],
    )
    open = forms.BooleanField(label="可以公开全文", required=False, help_text="代表姓名一并公开。")
    paper = forms.FileField(label="附件", required=False, help_text="最多 10 个，每个不超过 20 MB。",
                            widget=forms.FileInput(attrs={"data-files": "20,10"}))  # fmt: skip


def _steps() -> list[Step]:
    done = [("提出", "1月26日"), ("审核立案", "1月29日"), ("交办", "2月27日"), ("签收", "3月3日"),
            ("办理", "沟通 4 次"), ("答复", "第 2 轮 · 5月13日")]  # fmt: skip
    rows = [Step(label, note, "done") for label, note in done]
    return [*rows, Step("代表评价", "剩 5 个工作日", "now"), Step("办结归档", "评价之后")]


def _timeline() -> list[TimelineRow]:
    return [
        TimelineRow(at=date(2026, 5, 27), title="代表评价期满（还没到）", tone="wait", spent="预计"),
        TimelineRow(at=_at(5, 13, 16, 40), title="第 2 轮答复送达代表", tone="now", spent="用时 13 天",
                    text="类别仍为 B，新增承诺 2 项；抄送省政府办公厅、岳阳市人大常委会联工委。",
                    links=[Link("湘水函〔2026〕87号", "#")]),
        TimelineRow(at=_at(5, 12, 2, 0), title="系统提醒省水利厅：还有 3 天到内部期限", tone="sys", spent="自动"),
        TimelineRow(at=_at(4, 29, 21, 37), title="代表评价：态度满意，结果不满意", tone="bad",
                    text="覃望舒代表在手机上填写，联名代表 19 人均已征求意见。", links=[Link("评价表", "#")]),
        TimelineRow(at=_at(4, 20, 11, 20), title="第 1 轮答复送达代表", spent="用时 52 天"),
    ]  # fmt: skip


def _moves() -> MovesPanel:
    return MovesPanel(
        [MoveButton(label="提醒代表评价", url="#", tone="go", icon="bell"),
         MoveButton(label="登记沟通", url="#"),
         MoveButton(label="撤回交办", url="#", post=True, tone="bad", confirm="撤回第0028号的交办？",
                    confirm_text="省发展改革委等 3 个单位会收到撤回通知，四个时钟停走。")],
        [ClosedMove("办结归档", "代表尚未评价；5月28日起可按“未反馈”办结。"),
         ClosedMove("同意延期", "本轮已经答复，不能再延期。")],
    )  # fmt: skip


def _clocks() -> list[Clock]:
    how = "答复 5月13日送达，次日起算 10 个工作日；5月16、17、23、24日为周末，不计。依据参数“代表评价期”，可改。"
    return [
        Clock(label="代表评价", value="剩 5 个工作日", note="5月27日（星期三）", how=how),
        Clock(
            label="法定三个月", value="第 1 轮按期", tone="ok", note="2月27日交办，5月27日届满，用时 52 天"
        ),
    ]


def _dues() -> list[Any]:
    calendar = WorkCalendar()
    days = [date(2026, 5, 18), TODAY, date(2026, 5, 27), date(2026, 12, 31)]
    ahead = [due_on(day, today=TODAY, calendar=calendar) for day in days]
    return [*ahead, due_done(date(2026, 4, 9), "4月9日答复", "用时 41 天"), due_none("不需答复")]


def _tiles() -> list[Tile]:
    return [
        Tile(
            name="湘水函〔2026〕87号 答复函.pdf", url="#", kind="pdf", note="3 页，412 KB，已盖章，主动公开"
        ),
        Tile(
            name="46 个村走访情况明细表.xlsx",
            kind="xls",
            locked=True,
            note="88 KB，覃望舒，含个人电话，不公开",
        ),
        Tile(
            name="补充材料.doc", kind="doc", bad=True, note="没有传成：超过 20 MB。请压缩图片，或分成两份。"
        ),
    ]


def context(bad: bool = False) -> dict[str, Any]:
    """Everything that the style guide shows; `bad` shows the form with its errors."""
    form = SampleForm({"title": "水" * 61, "body": ""} if bad else None)
    return {
        "long": LONG, "text": TEXT,
        "steps": _steps(), "rows": _timeline(), "panel": _moves(), "clocks": _clocks(), "dues": _dues(),
        "tiles": _tiles(), "form": form, "page": Paginator(range(386), 20).get_page(1),
        "views": [TabItem(label="我负责的", url="#", count=386, current=True), TabItem(label="逾期", url="#", count=2),
                  TabItem(label="全部", url="#", count=1296)],
        "chips": [Chip(label="承办", value="省级单位", url="#"), Chip(label="代表建议", url="#", count=15),
                  Chip(label="全部", url="#", count=21, current=True)],
        "spark": [3, 5, 4, 8, 9, 12, 11, 15],
    }  # fmt: skip
