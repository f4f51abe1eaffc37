"""Steps of a recount of deadlines."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import Told, because

RECOUNT = {
    "begin": Told(_("测算了 {n} 个期限")),
    "approve": Told(_("核准重算 {n} 个期限"), because),
    "discard": Told(_("期限全部不改"), because),
    "replace": Told(quiet=True),
}
