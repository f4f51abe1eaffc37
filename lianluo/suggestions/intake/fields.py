"""The columns of a table of suggestions: what stands once a suggestion, and what may stand once a unit, reply or rating."""

from django.utils.translation import gettext_lazy as _

from lianluo.exchange.kinds import Field

ONCE = (
    Field(key="title", label=_("标题"), names=("建议标题", "建议题目", "题目", "建议名称", "案由", "留言主题"), required=True),
    Field(key="text", label=_("正文"), names=("内容", "建议内容", "建议正文", "全文", "留言详情", "主要内容"),
          hint=_("没有分成两部分时用这一栏")),
    Field(key="situation", label=_("情况与问题"), names=("情况", "问题", "存在问题")),
    Field(key="proposals", label=_("具体建议"), names=("建议", "对策建议", "意见建议")),
    Field(key="lead", label=_("领衔代表"), names=("第一提出人", "提出代表", "提出人", "领衔人", "代表姓名", "建议人", "代表"),
          required=True),
    Field(key="lead_card", label=_("领衔代表证号"), names=("代表证号", "证号")),
    Field(key="cosigners", label=_("联名代表"), names=("附议人", "附议代表", "联名人", "附议"), hint=_("用“、”分开")),
    Field(key="submitted_at", label=_("提出时间"), required=True, looks=r"\d{4}\s*[-/.年].+",
          names=("提出日期", "日期", "提交时间", "提交日期", "收到日期", "留言时间")),
    Field(key="passed_at", label=_("初审通过时间")),
    Field(key="number", label=_("编号"), names=("建议编号", "建议号", "案号")),
    Field(key="formed_by", label=_("形成方式")),
    Field(key="consent", label=_("公开意愿"), names=("是否公开",)),
    Field(key="reply_wanted", label=_("需要书面答复")),
    Field(key="raised_before", label=_("是否多次提出")),
    Field(key="wished_units", label=_("希望承办的单位"), names=("建议承办单位",)),
    Field(key="topic", label=_("内容分类"), names=("分类", "类别代号", "专题", "topic")),
    Field(key="accepted_at", label=_("立案时间"), names=("立案日期", "受理时间")),
    Field(key="outcome", label=_("审核结果"), hint=_("不作建议处理、转为参阅件、退回修改、已撤回；立案的不填")),
    Field(key="outcome_at", label=_("审核时间")),
    Field(key="outcome_ground", label=_("不作处理的情形")),
    Field(key="outcome_reason", label=_("审核说明"), names=("退回意见", "撤回原因")),
    Field(key="assigned_at", label=_("交办时间"), names=("交办日期", "分办日期")),
    Field(key="committee", label=_("督办委员会")),
    Field(key="concluded_at", label=_("评价结束时间")),
    Field(key="closed_at", label=_("办结时间"), names=("办结日期",)),
    Field(key="source_id", label=_("来源编号"), names=("留言编号", "来源号", "唯一编号", "id"),
          hint=_("同一编号的连续几行是同一件建议")),
)  # fmt: skip

EACH = (
    Field(key="unit", label=_("承办单位"),
          names=("主办单位", "办理单位", "承办单位名称", "答复单位", "交给谁", "department", "dept")),
    Field(key="mode", label=_("办理方式")),
    Field(key="part", label=_("负责的部分")),
    Field(key="co_units", label=_("会办单位"), names=("协办单位",), hint=_("用“、”分开")),
    Field(key="dispatched_at", label=_("分办时间")),
    Field(key="signed_at", label=_("签收时间"), names=("签收日期",)),
    Field(key="round", label=_("答复轮次")),
    Field(key="rework_at", label=_("重新办理时间")),
    Field(key="rework_note", label=_("重新办理要求")),
    Field(key="reply_class", label=_("答复类别"), names=("办理结果类别",)),
    Field(key="document_number", label=_("发文字号"), names=("文号", "答复文号", "字号")),
    Field(key="reply", label=_("答复内容"), names=("答复意见", "复函", "答复正文", "答复", "reply_text")),
    Field(key="explanation", label=_("不能解决的原因"), names=("原因说明",)),
    Field(key="signer", label=_("签发人")),
    Field(key="contact_name", label=_("联系人")),
    Field(key="contact_phone", label=_("联系电话")),
    Field(key="public_attribute", label=_("公开属性")),
    Field(key="withheld_reason", label=_("不公开理由")),
    Field(key="delivered_at", label=_("答复时间"), names=("送达时间", "答复日期")),
    Field(key="rater", label=_("评价代表")),
    Field(key="rate_round", label=_("评价轮次")),
    Field(key="attitude", label=_("办理态度")),
    Field(key="result", label=_("办理结果"), names=("满意度", "评价")),
    Field(key="comment", label=_("具体意见"), names=("评价意见",)),
    Field(key="rated_at", label=_("评价时间"), names=("评价日期",)),
)  # fmt: skip

FIELDS = ONCE + EACH
