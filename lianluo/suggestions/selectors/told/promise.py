"""Steps of a promise."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import Told, because, fact, kept

PROMISE = {
    "report": Told(_("通报承诺落实进展"), fact("text")),
    "keep": Told(_("承诺事项落实完成"), fact("text")),
    "carry_on": Told(_("承诺结转到{until}"), because),
    "change": Told(_("调整承诺"), because, tone="bad"),
    "rate_promise": Told(_("{who}代表评价承诺落实"), kept),
    "look_back": Told(_("联工委回头看"), fact("text")),
    "inherit": Told(_("机构调整，承诺由{to}继续落实")),
    "begin": Told(_("作出承诺，{until}前完成"), fact("text")),
}
