"""Numbers and code lists (2-domain 1.5, 1.7, 1.8)."""

from django.utils.translation import gettext_lazy as _

from lianluo.congress.levels import RuleKind
from lianluo.congress.rules.kinds import Column, RuleGroup, rule

CODE, LABEL, MEANING = Column("code", _("代号")), Column("label", _("名称")), Column("meaning", _("说明"))

NUMBERS = (
    rule(
        RuleGroup.NUMBER,
        "number.session",
        RuleKind.PATTERN,
        "{seq:04d}",
        label=_("大会期间编号"),
        explain=_(
            "每次会议从 1 起，全体代表团一起排。{seq:04d} 是四位流水号，还可以用 {term} 届、{session} 次、{year} 年。"
        ),
        compare={"全国": "第1234号", "湖南 2021 年": "1、2、3 …", "红古区": "HG-201901287"},
    ),
    rule(
        RuleGroup.NUMBER,
        "number.recess",
        RuleKind.PATTERN,
        "闭{seq:03d}",
        label=_("闭会期间编号"),
        explain=_("编号用过不再用，撤回的留空。"),
        compare={"湖南省水利厅答复": "闭020", "常见": "闭会第N号"},
    ),
    rule(
        RuleGroup.NUMBER,
        "number.recess_series",
        RuleKind.CHOICE,
        "year",
        label=_("闭会期间编号何时从头排"),
        choices=(("year", _("每年")), ("session", _("每次大会闭幕后")), ("term", _("每届"))),
        explain=_("决定闭会期间的流水号从什么时候重新开始。"),
    ),
    rule(
        RuleGroup.NUMBER,
        "number.assignment",
        RuleKind.PATTERN,
        "代表交〔{year}〕{seq}号",
        label=_("交办单文号"),
        explain=_("每个承办单位一份交办单、一个文号，每年从 1 起；“代表交”换成本单位的机关代字。"),
    ),
    rule(
        RuleGroup.NUMBER,
        "number.transfer",
        RuleKind.PATTERN,
        "代表改〔{year}〕{seq}号",
        label=_("退办（改办）单编号"),
        explain=_("裁定承办单位的异议时编号，每年从 1 起。"),
    ),
    rule(
        RuleGroup.NUMBER,
        "number.notice",
        RuleKind.PATTERN,
        "代表告〔{year}〕{seq}号",
        label=_("处理告知文号"),
        explain=_("不作建议处理、转为参阅件等告知代表的函，每年从 1 起。"),
    ),
    rule(
        RuleGroup.NUMBER,
        "archive.number",
        RuleKind.PATTERN,
        "{year}-JY-{seq:04d}",
        label=_("档号"),
        explain=_("归档时给案卷的编号，每年从 1 起。恢复办理后再归档的，沿用原来的档号。"),
    ),
    rule(
        RuleGroup.NUMBER,
        "archive.retention",
        RuleKind.CHOICE,
        "permanent",
        label=_("案卷保管期限"),
        choices=(("permanent", _("永久")), ("30", _("30 年")), ("10", _("10 年"))),
        explain=_("归档时写进案卷；以后改规则，已归档的不变。"),
        source=_("机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）"),
    ),
)

_GROUNDS = [
    ("SELF", "解决代表本人、亲属或者所在单位个别问题的", ""),
    ("CASE", "涉及具体司法、监察案件的", "有的地方只限尚未审结的案件"),
    ("TENDER", "对正在进行的招标投标等具体经济活动提出要求的", ""),
    ("LETTER", "转交群众来信、材料的", ""),
    ("PETITION", "属于检举、控告、申诉的", ""),
    ("ACADEMIC", "属于学术探讨的", ""),
    ("PRODUCT", "推介产品、做广告的", ""),
    ("CONSULT", "属于法律、政策咨询的", ""),
    ("EMPTY", "没有实际内容的", ""),
    ("JURIS", "超出本级职权范围的", ""),
    ("OTHER", "其他不宜作为建议提出的", "须写明原因"),
]
_TOPICS = [
    ("GEN", "综合与发展规划", "", "财政经济委员会"),
    ("IND", "工业交通", "", "财政经济委员会"),
    ("AGR", "农林水利", "", "农业与农村委员会"),
    ("FIN", "财政金融", "", "财政经济委员会"),
    ("EDU", "科教文卫体", "", "教育科学文化卫生委员会"),
    ("CIT", "城建环保", "", "环境与资源保护委员会"),
    ("LAW", "政法", "", "监察和司法委员会"),
    ("SOC", "社会保障", "", "社会建设委员会"),
    ("ETH", "民族宗教侨务外事", "", "民族华侨外事委员会"),
    ("ORG", "组织人事与党群", "", ""),
    ("OTH", "其他", "", ""),
]

LISTS = (
    rule(
        RuleGroup.LIST,
        "review.grounds",
        RuleKind.LIST,
        [{"code": code, "label": label, "meaning": meaning} for code, label, meaning in _GROUNDS],
        label=_("不作为建议的情形"),
        columns=(CODE, LABEL, MEANING),
        explain=_("审核不通过时必须从中选一项，并记下与代表沟通的人、时间和方式。"),
        compare={
            "青岛、重庆、上海": "含具体司法案件",
            "浙江、北京": "案件只限尚未审结；另有招标投标",
            "湖南 2016 年": "本人亲属事项、招标投标、具体案件三项改为第四条的行为要求，不再作为排除情形",
        },
    ),
    rule(
        RuleGroup.LIST,
        "content.topics",
        RuleKind.LIST,
        [dict(zip(("code", "label", "parent", "committee"), row, strict=True)) for row in _TOPICS],
        label=_("内容分类"),
        columns=(CODE, LABEL, Column("parent", _("上级代号")), Column("committee", _("对口专门委员会"))),
        explain=_("建议的内容分类，可以分层：下级写上级的代号。改动只用于以后的建议，以前的保留原分类。"),
        compare={
            "五类做法": "财政经济、内务司法、城乡建设、农业农村、教科文卫与民宗",
            "六类做法": "另设社会建设",
        },
    ),
)
