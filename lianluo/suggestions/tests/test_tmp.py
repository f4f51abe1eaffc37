import pytest, re
from django.utils import timezone
from tests.browser.test_meeting import of_a_session, TITLES
from lianluo.suggestions.services import planning
pytestmark = pytest.mark.django_db
def test_x(cast):
    of_a_session(cast)
    plan = planning.draw_up(cast.home.session, actor=cast.wang, at=timezone.now())
    w = cast.client("wang")
    t = w.get(f"/suggestions/plan-rows/?plan={plan.pk}&decided=no").content.decode()
    print([(r.tasks, r.why) for r in plan.rows.all()])
    print(re.findall(r'<a class="t".*?</a>', t))
    u = cast.home.units["education"]
    q = cast.client("qian")
    t = q.post(f"/admin/units/{u.pk}/close/", {"heir": cast.home.units["health"].pk, "on": timezone.localdate().isoformat(), "note": "x"}).content.decode()
    print(re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", t[t.index("<main"):]))[:900])
    w2 = cast.client("wu")
    print(planning)
