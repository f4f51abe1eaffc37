"""Steps of a request for more time."""

from django.utils.translation import gettext_lazy as _

from lianluo.suggestions.selectors.told.words import Told, because

EXTENSION = {
    "grant": Told(_("同意延期到{until}"), because),
    "refuse": Told(_("不同意延期"), because),
    "take_effect": Told(_("告知代表后，延期到{until}")),
    "begin": Told(quiet=True),
}
