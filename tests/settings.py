"""Settings of the test suite: the real ones, but quick, and with a data folder and a database of its own.

Without DATABASE_URL a throw-away PostgreSQL is started by the first process; the parallel workers inherit its
address. pytest reads settings before any conftest, therefore this happens here.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_worker = os.environ.get("PYTEST_XDIST_WORKER", "")
for _name in (
    "POOL",
    "ORIGIN",
    "HOSTS",
    "DEBUG",
    "SECOND_FACTOR",
    "PROXIES",
    "OIDC",
    "NOTICE_CHANNELS",
    "CLAMD",
    "IDLE_MINUTES",
):
    os.environ.pop(f"LIANLUO_{_name}", None)
os.environ.pop("EMAIL_URL", None)
os.environ.setdefault("LIANLUO_LOG_LEVEL", "CRITICAL")


def _own_data_folder() -> str:
    folder = tempfile.mkdtemp(prefix="lianluo-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _own_database() -> str:
    from runner import database, migrated, places

    here = places.find()
    cluster = database.throwaway(here)
    migrated.lay(here, cluster)
    os.environ["LIANLUO_TEST_TEMPLATE"] = migrated.NAME
    process = cluster.start(Path(os.environ["LIANLUO_DATA"]) / "postgres.log")

    def end() -> None:
        cluster.stop(process)
        shutil.rmtree(cluster.folder.parent, ignore_errors=True)

    atexit.register(end)
    return cluster.url("lianluo")


if _worker:
    os.environ["LIANLUO_DATA"] = str(Path(os.environ["LIANLUO_DATA"]) / _worker)
else:
    os.environ["LIANLUO_DATA"] = _own_data_folder()
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = _own_database()

from lianluo.site.settings import *  # noqa: E402, F403

if _template := os.environ.get("LIANLUO_TEST_TEMPLATE"):
    DATABASES["default"]["TEST"] = {"TEMPLATE": _template}  # noqa: F405
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = False
# Many people sign in from one address here; wrong passwords stay limited as they are.
ACCOUNT_RATE_LIMITS = {**ACCOUNT_RATE_LIMITS, "login": "1000/m/ip"}  # noqa: F405
