"""Sessions in the database, as Django keeps them; the one question of every request is prepared."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from lianluo.kernel.prepared import Prepared


def _running(key: str, at: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=at)


_named = Prepared(_running, key=str, at=datetime)


class SessionStore(db.SessionStore):
    """Named by SESSION_ENGINE."""

    def _get_session_from_db(self) -> Any:
        for found in _named(key=str(self.session_key), at=timezone.now()):
            return found
        self._session_key = None
        return None
