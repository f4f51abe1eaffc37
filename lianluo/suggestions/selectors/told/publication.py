"""Steps of a text on its way to the public."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import Told, because, fact, recounted

PUBLICATION = {
    "publish_full": Told(_("{what}全文公开"), fact("note")),
    "publish_summary": Told(_("{what}摘要公开"), fact("note")),
    "publish_title": Told(_("{what}只公开标题"), fact("note")),
    "withhold": Told(_("{what}不公开"), because),
    "take_back": Told(_("{what}撤下，不再公开"), because, tone="bad"),
    "lapse": Told(_("{what}不再公开"), because),
    "refused": Told(_("代表不同意公开答复")),
    "edit": Told(_("{what}修改公开文本")),
    "renew": Told(_("{what}按改动后的正文重做公开文本")),
    "recount": Told(_("{what}的公开期限重新计算"), recounted),
    "begin": Told(quiet=True),
}
