"""Steps of a written answer inside its unit."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import Told, brought, fact

REPLY = {
    "to_review": Told(_("答复稿送审")),
    "approve": Told(_("答复稿审核通过")),
    "send_back": Told(_("答复稿退回拟稿"), fact("note"), tone="bad"),
    "discard": Told(_("答复稿作废")),
    "bring": Told(_("上传附件"), brought),
    "drop": Told(_("去掉附件"), fact("name")),
    "mend": Told(quiet=True),
    "begin": Told(quiet=True),
    "sign": Told(quiet=True),
}
