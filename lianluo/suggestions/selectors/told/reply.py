"""Steps of a written answer inside its unit."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import Told, fact

REPLY = {
    "to_review": Told(_("答复稿送审")),
    "approve": Told(_("答复稿审核通过")),
    "send_back": Told(_("答复稿退回拟稿"), fact("note"), tone="bad"),
    "discard": Told(_("答复稿作废")),
    "begin": Told(quiet=True),
    "sign": Told(quiet=True),
}
