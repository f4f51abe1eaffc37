"""P1: no page asks the database more than twelve times, for anybody, however much there is to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lianluo.suggestions.tests import lives
from tests.cast import NOW
from tests.matrix import ROWS, keys_by_status
from tests.walking import Walk

pytestmark = pytest.mark.django_db
MOST = 12
PAGES = [name for name, row in ROWS.items() if 200 in keys_by_status(row.get)]
BOOKKEEPING = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


@pytest.fixture(scope="module")
def crowded(walk: Walk) -> Walk:
    """Rows enough for a page that asks once per row to be seen."""
    home = walk.cast.home
    for _ in range(6):
        lives.submitted(home, NOW)
        lives.assigned(home, NOW, units=("education", "health", "court"))
        lives.replied(home, NOW)
        lives.draft(home, NOW)
    return walk


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_at_most_twelve_times(crowded: Walk, name: str) -> None:
    row = ROWS[name]
    path = crowded.path(name, row.args)
    for key in sorted(keys_by_status(row.get)[200]):
        with CaptureQueriesContext(connection) as asked:
            assert crowded.answer("home", key, path).status_code == 200
        sqls = [query["sql"] for query in asked.captured_queries if not query["sql"].startswith(BOOKKEEPING)]
        shown = "\n".join(f"{place}. {sql[:240]}" for place, sql in enumerate(sqls, 1))
        assert len(sqls) <= MOST, f"{key} on {path}: {len(sqls)} queries\n{shown}"
