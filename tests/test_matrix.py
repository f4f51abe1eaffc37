"""R3: every address × everybody × own, neighbour, upper and lower congress. An address without a row fails by name.

P1 on the way: no page asks the database more than twelve times, for anybody, however much there is to show.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lianluo.notices.telling import quietly
from lianluo.suggestions.tests import lives
from tests.cast import NOW
from tests.matrix import PUBLIC, ROWS, Row, keys_by_status
from tests.walking import (
    A_FEW,
    ELSEWHERE,
    EVERYONE,
    MARKS,
    MOST,
    ONE_EACH,
    REFUSED,
    Walk,
    addresses,
    questions,
)

pytestmark = pytest.mark.django_db
ADDRESSES = addresses()
SIGN_IN = ("account_", "mfa_", "socialaccount_", "openid_connect_")


def of_the_house(name: str) -> bool:
    """Addresses of sign-in belong to nobody's congress; `lianluo/people/tests` walks them."""
    return not name.startswith(SIGN_IN)


@pytest.fixture(scope="module")
def crowded(walk: Walk) -> Walk:
    """Rows enough for a page that asks once per row to be seen."""
    home = walk.cast.home
    with quietly():
        for _ in range(6):
            lives.submitted(home, NOW)
            lives.assigned(home, NOW, units=("education", "health", "court"))
            lives.replied(home, NOW)
            lives.draft(home, NOW)
    return walk


NAMES = [name for name in ADDRESSES if of_the_house(name)]
KNOWN = [name for name in NAMES if name in ROWS]
OWN_THINGS = [name for name in KNOWN if ROWS[name].is_owned]
WITH_SESSION = [name for name in KNOWN if name not in PUBLIC]


@pytest.mark.parametrize("name", NAMES)
def test_every_address_has_a_row(name: str) -> None:
    assert name in ROWS, f"add {name} to tests/matrix.py (tests/README.md says how)"


def test_no_row_is_left_over() -> None:
    assert set(ROWS) <= set(ADDRESSES)


@pytest.mark.parametrize("name", KNOWN)
def test_at_home_everybody_is_answered_as_the_table_says(crowded: Walk, name: str) -> None:
    row, answers, too_many = ROWS[name], dict[str, int](), dict[str, list[str]]()
    path = crowded.path(name, row.args)
    for key in EVERYONE:
        with CaptureQueriesContext(connection) as asked:
            answers[key] = crowded.answer("home", key, path).status_code
        sqls = questions(asked)
        if answers[key] == 200 and len(sqls) > MOST:
            too_many[key] = sqls
    assert by_status(answers) == keys_by_status(row.get)
    for key, sqls in too_many.items():
        shown = "\n".join(f"{place}. {sql[:240]}" for place, sql in enumerate(sqls, 1))
        pytest.fail(f"{key} on {path}: {len(sqls)} questions, at most {MOST} are allowed\n{shown}")


@pytest.mark.parametrize("name", [name for name in KNOWN if ROWS[name].post])
def test_sending_a_form_is_answered_as_the_table_says(walk: Walk, name: str) -> None:
    row = ROWS[name]
    path = walk.path(name, row.args)
    answers = {key: walk.answer("home", key, path, "post").status_code for key in EVERYONE}
    assert by_status(answers) == keys_by_status(row.post)


@pytest.mark.parametrize("name", [name for name in KNOWN if not ROWS[name].post])
def test_who_may_not_look_may_not_send_either(walk: Walk, name: str) -> None:
    row = ROWS[name]
    path = walk.path(name, row.args)
    for status, keys in keys_by_status(row.get).items():
        for key in keys if status in REFUSED else ():
            assert walk.answer("home", key, path, "post").status_code in {*REFUSED, 405}, key


@pytest.mark.parametrize("name", OWN_THINGS)
@pytest.mark.parametrize("place", ELSEWHERE)
def test_the_things_of_home_are_closed_to_all_others(walk: Walk, name: str, place: str) -> None:
    """404 for what is invisible; 403 where the role alone is refused already; never anything else."""
    row = ROWS[name]
    path, lets_in = walk.path(name, row.args), row.lets_in(place)
    for key in ONE_EACH:
        for method in ("get", "post"):
            answer = walk.answer(place, key, path, method)
            closed = {*REFUSED, 405}
            opened = {200, 405} if method == "get" else {200, 302, *closed}
            expected = opened if key in lets_in else closed
            assert answer.status_code in expected, f"{method} as {key} of {place}: {answer.status_code}"


@pytest.mark.parametrize("name", [n for n in KNOWN if not ROWS[n].is_owned and n not in PUBLIC])
@pytest.mark.parametrize("place", ELSEWHERE)
def test_own_pages_of_others_show_nothing_of_home(walk: Walk, name: str, place: str) -> None:
    row = ROWS[name]
    path = walk.path(name, row.args)
    for key in A_FEW:
        answer = walk.answer(place, key, path)
        assert answer.status_code < 500
        if answer.status_code == 200 and not answer.streaming and key not in row.lets_in(place):
            shown = [mark for mark in MARKS if mark in answer.content.decode(errors="replace")]
            assert not shown, f"{key} of {place} reads {shown}"


@pytest.mark.parametrize("name", WITH_SESSION)
def test_without_sign_in_there_is_only_the_way_to_sign_in(walk: Walk, name: str) -> None:
    """Each address is asked in the way it answers somebody who has signed in; nothing ever opens."""
    path, row = walk.path(name, ROWS[name].args), ROWS[name]
    taken = [
        method
        for method, words in (("get", row.get), ("post", row.post))
        if words and words != "405 everyone"
    ]
    for method in ("get", "post"):
        answer = walk.answer("home", "", path, method)
        sent = answer.status_code == 302 and answer["Location"].startswith("/accounts/login/")
        assert sent or (method not in taken and answer.status_code in {404, 405}), (
            f"{method}: {answer.status_code}"
        )


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_public_addresses_are_open_and_say_nothing_of_anybody(walk: Walk, name: str) -> None:
    answer = walk.answer("home", "", walk.path(name, ROWS[name].args))
    assert answer.status_code in {200, 404, 405}, answer.status_code
    assert answer.streaming or not any(mark in answer.content.decode() for mark in MARKS)


def by_status(answers: dict[str, int]) -> dict[int, set[str]]:
    return {status: {k for k, s in answers.items() if s == status} for status in set(answers.values())}


def test_the_words_of_the_table_are_read_right() -> None:
    read = keys_by_status("200 liaison li; 403 admins; 404 rest")
    assert read[200] == {"wang", "qian", "li"}
    assert read[403] == {"han", "feng", "dong"}
    assert read[404] == set(EVERYONE) - read[200] - read[403]


@pytest.mark.parametrize("words", ["200 liaison", "200 liaison; 403 wang rest", "200 stranger; 404 rest"])
def test_a_table_that_forgets_or_doubles_somebody_is_refused(words: str) -> None:
    with pytest.raises((AssertionError, KeyError)):
        keys_by_status(words)


def test_an_owned_row_is_one_with_a_thing_of_home() -> None:
    assert Row("suggestion", "200 everyone").is_owned
    assert not Row("", "200 everyone").is_owned
    assert not Row("year", "200 everyone").is_owned
