"""All addresses of the desk. Each module brings its own `urlpatterns`; here they are only lined up."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver

app_name = "desk"

# One line per module, so that two people adding a module do not meet.
MODULES = [
    "home",
    "accounts",
    "account_acts",
    "account_roles",
    "roster",
    "roster_acts",
    "me",
    "stand_ins",
    "pick",
    "audit",
    "notices",
    "notice_admin",
    "jobs",
    "find",
    "figures",
    "templates_admin",
    "tree",
    "units",
    "terms",
    "groups",
    "rules",
    "calendar",
    "offices",
]

urlpatterns: list[URLPattern | URLResolver] = [
    pattern
    for name in MODULES
    if find_spec(f"lianluo.desk.{name}")
    for pattern in import_module(f"lianluo.desk.{name}").urlpatterns
]
