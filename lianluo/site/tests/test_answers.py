"""What every answer carries, and what machines and the lost are told."""

import json
import logging
import re
from typing import Any

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, reverse
from pytest_django import DjangoAssertNumQueries, Settings

from lianluo.site import errors, logs, urls

pytestmark = pytest.mark.django_db


def _refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("建议已经交办，不能再修改。")


def _break(request: HttpRequest) -> HttpResponse:
    secret = "430102198001011234"
    raise RuntimeError("broken on purpose" + secret[:0])


def _misread(request: HttpRequest) -> HttpResponse:
    raise BadRequest


urlpatterns = [*urls.urlpatterns, path("t/403", _refuse), path("t/500", _break), path("t/400", _misread)]
handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)


@pytest.fixture
def visitor(settings: Settings) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


def policy(response: HttpResponse) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


def test_nothing_may_come_from_elsewhere_and_nothing_inline(visitor: Client) -> None:
    told = policy(visitor.get("/accounts/login/"))
    assert told["default-src"] == "'self'"
    assert told["frame-ancestors"] == told["object-src"] == told["base-uri"] == "'none'"
    assert not {"script-src", "style-src"} & set(told)
    assert "unsafe" not in "".join(told.values())


@pytest.mark.parametrize("address", ["/healthz", "/accounts/login/", "/nowhere", "/t/403", "/t/500"])
def test_every_answer_has_the_headers(visitor: Client, address: str) -> None:
    response = visitor.get(address)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert "default-src 'self'" in response["Content-Security-Policy"]


def test_cookies_are_closed_to_other_sites_and_to_scripts(visitor: Client, settings: Settings) -> None:
    visitor.get("/accounts/login/")
    assert visitor.cookies["csrftoken"]["samesite"] == "Lax"
    assert visitor.cookies["csrftoken"]["httponly"]
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"


def test_an_answer_has_an_id_and_keeps_the_one_a_proxy_sent(visitor: Client) -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", visitor.get("/healthz")["X-Request-ID"])
    assert (
        visitor.get("/healthz", headers={"X-Request-ID": "proxy-12345678"})["X-Request-ID"]
        == "proxy-12345678"
    )


@pytest.mark.parametrize("sent", ["short", "x" * 65, "with blank 1", 'q"uote12345'])
def test_an_id_that_could_forge_a_log_line_is_not_kept(visitor: Client, sent: str) -> None:
    assert visitor.get("/healthz", headers={"X-Request-ID": sent})["X-Request-ID"] != sent


def test_the_probe_is_open_and_says_nothing_more(visitor: Client) -> None:
    assert visitor.get("/healthz").json() == {"status": "ok"}


def test_the_probe_fails_when_the_database_does(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", gone)
    assert visitor.get("/healthz").status_code == 503


def test_the_machine_itself_may_read_the_counters(visitor: Client) -> None:
    visitor.get("/nowhere")
    text = visitor.get("/metrics").content.decode()
    assert 'lianluo_requests_total{method="GET",page="other",status="404"}' in text
    assert "lianluo_request_seconds_bucket" in text


def test_counters_name_pages_never_addresses(visitor: Client) -> None:
    visitor.get("/nowhere/zhang-san")
    assert "zhang-san" not in visitor.get("/metrics").content.decode()


def test_counters_say_how_many_jobs_wait(visitor: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_jobs (task_name, queue_name) VALUES ('a', 'default')")
    assert 'lianluo_jobs{status="todo"} 1.0' in visitor.get("/metrics").content.decode()


@pytest.mark.parametrize(
    "sent",
    [{"REMOTE_ADDR": "10.1.2.3"}, {"HTTP_X_FORWARDED_FOR": "10.1.2.3"}, {"HTTP_FORWARDED": "for=10.1.2.3"}],
)
def test_from_afar_the_counters_need_the_token(visitor: Client, settings: Settings, sent: dict) -> None:
    assert visitor.get("/metrics", **sent).status_code == 403
    assert visitor.get("/metrics", HTTP_AUTHORIZATION="Bearer wrong", **sent).status_code == 403
    token = f"Bearer {settings.METRICS_TOKEN}"
    assert visitor.get("/metrics", HTTP_AUTHORIZATION=token, **sent).status_code == 200


@pytest.mark.parametrize("address", ["/healthz", "/metrics"])
def test_probes_are_only_read(visitor: Client, address: str) -> None:
    assert visitor.post(address).status_code == 405


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/t/400", 400, "这个请求读不懂"),
        ("/t/403", 403, "建议已经交办，不能再修改。"),
        ("/nowhere", 404, "没有找到这个页面"),
        ("/t/500", 500, "系统出了问题"),
    ],
)
def test_an_error_page_says_what_to_do_and_the_id_to_quote(
    visitor: Client, address: str, status: int, said: str
) -> None:
    response = visitor.get(address)
    page = response.content.decode()
    assert response.status_code == status
    assert said in page
    assert response["X-Request-ID"] in page
    assert 'href="/"' in page


@pytest.mark.parametrize("address", ["/t/400", "/nowhere", "/t/500"])
def test_an_error_page_speaks_english_too(visitor: Client, address: str) -> None:
    """Needs the compiled catalogue: `run.py` makes it."""
    page = visitor.get(address, headers={"Accept-Language": "en"}).content.decode()
    said = page.split("<main")[1].split("</main>")[0]
    assert not re.search("[\u4e00-\u9fff]", said), said


def test_a_form_without_its_token_is_told_to_reload(settings: Settings) -> None:
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "li"})
    assert response.status_code == 403
    assert "刷新后再提交" in response.content.decode()


def test_the_page_for_a_breakdown_asks_the_database_nothing(
    django_assert_num_queries: DjangoAssertNumQueries, rf: RequestFactory
) -> None:
    with django_assert_num_queries(0):
        assert errors.broken(rf.get("/")).status_code == 500


def test_a_reason_cannot_carry_markup(rf: RequestFactory) -> None:
    page = errors.forbidden(rf.get("/"), PermissionDenied("<script>x</script>")).content.decode()
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def _logged(name: str, message: str, **more: object) -> dict[str, object]:
    formatter = logs.configure("INFO")["formatters"]["json"]
    made = formatter.pop("()")(**formatter)
    record = logging.getLogger(name).makeRecord(name, logging.ERROR, "f", 1, message, (), None)
    record.__dict__.update(more)
    return dict(json.loads(made.format(record)))


def test_a_log_line_is_json_with_the_request_it_belongs_to(visitor: Client) -> None:
    visitor.get("/nowhere", headers={"X-Request-ID": "abcdefgh12345678"})
    line = _logged("django.request", "没有找到")
    assert (line["event"], line["level"], line["request_id"]) == ("没有找到", "error", "abcdefgh12345678")


def test_a_refused_page_is_kept_with_who_asked_for_what(cast: Any, caplog: pytest.LogCaptureFixture) -> None:
    assert cast.client("li").get("/accounts-of/").status_code == 404
    assert cast.client("li").get(reverse("desk:accounts")).status_code == 403
    assert [record.status_code for record in caplog.records if record.name == "django.request"] == [404, 403]
    line = _logged("django.request", "Forbidden")
    assert (line["account"], line["path"]) == (cast.li.account_id, reverse("desk:accounts"))


def test_a_refused_act_is_kept_too(cast: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, logger="lianluo.refused")
    own = cast.home.accounts["feng"]
    address = reverse("desk:account_password", args=[own.pk])
    assert cast.client("feng").post(address, {"confirmed": "1"}).status_code == 302
    assert [record.name for record in caplog.records] == ["lianluo.refused"]


def test_a_log_line_holds_no_variables_of_the_code() -> None:
    try:
        _break(HttpRequest())
    except RuntimeError as error:
        line = _logged("django.request", "x", exc_info=(RuntimeError, error, error.__traceback__))
    assert "broken on purpose" in json.dumps(line)
    assert "430102198001011234" not in json.dumps(line)
