"""What the machine tells Lianluo is read once and correctly."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lianluo.site import database_url, environment, keys


def test_a_database_on_another_machine() -> None:
    told = database_url.read("postgresql://rd:p%40ss@db.example.cn:6432/lianluo?sslmode=require")
    assert (told["HOST"], told["PORT"], told["NAME"]) == ("db.example.cn", "6432", "lianluo")
    assert (told["USER"], told["PASSWORD"]) == ("rd", "p@ss")
    assert told["OPTIONS"] == {"sslmode": "require"}


def test_a_database_behind_a_socket_in_a_folder_with_a_blank() -> None:
    told = database_url.read("postgres://rd@/lian%20luo?host=%2Fsrv%2Fmy%20data%2Fsocket&port=5433")
    assert (told["HOST"], told["PORT"], told["NAME"]) == ("/srv/my data/socket", "5433", "lian luo")


@pytest.mark.parametrize("url", ["mysql://x/y", "lianluo", "postgresql://host/", "postgresql://host"])
def test_an_address_that_is_none_is_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(database_url.BadDatabaseUrl, match="DATABASE_URL"):
        database_url.read(url)


def test_at_home_nothing_needs_to_be_set() -> None:
    told = environment.read({})
    assert told.data == environment.ROOT / "var"
    assert not told.secure
    assert told.allowed_hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert not any((told.debug, told.pool, told.second_factor))


def test_a_public_address_brings_its_host_and_secure_cookies() -> None:
    told = environment.read({"LIANLUO_ORIGIN": "https://rd.example.cn/", "LIANLUO_HOSTS": "a.cn, b.cn,"})
    assert told.secure
    assert told.origin == "https://rd.example.cn"
    assert told.allowed_hosts[3:] == ["rd.example.cn", "a.cn", "b.cn"]


def settings_of(tmp_path: Path, **env: str) -> dict[str, object]:
    """The settings as another process reads them."""
    ask = (
        "import json, lianluo.site.settings as s;"
        "print(json.dumps({n: str(v) for n, v in vars(s).items() if n.isupper()}))"
    )
    own = {n: v for n, v in os.environ.items() if not n.startswith(("LIANLUO_", "DJANGO_"))}
    told = own | {"LIANLUO_DATA": str(tmp_path)} | env
    done = subprocess.run([sys.executable, "-c", ask], env=told, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def test_under_https_cookies_belong_to_this_host_alone(tmp_path: Path) -> None:
    told = settings_of(tmp_path, LIANLUO_ORIGIN="https://rd.example.cn")
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_NAME", "MFA_TRUST_COOKIE_NAME")
    assert all(str(told[name]).startswith("__Host-") for name in names)
    for name in ("SESSION_COOKIE", "CSRF_COOKIE"):
        assert (told[f"{name}_SECURE"], told[f"{name}_HTTPONLY"]) == ("True", "True")
    assert int(str(told["SECURE_HSTS_SECONDS"])) >= 365 * 24 * 60 * 60
    assert told["SECURE_HSTS_INCLUDE_SUBDOMAINS"] == "True"
    assert told["DEBUG"] == "False"


def test_sessions_end_after_an_hour_unless_the_machine_says_otherwise() -> None:
    assert environment.read({}).idle == 60 * 60
    assert environment.read({"LIANLUO_IDLE_MINUTES": "15"}).idle == 15 * 60


@pytest.mark.parametrize(
    ("said", "staff", "everybody"), [("", False, False), ("1", True, False), ("all", False, True)]
)
def test_of_whom_a_second_factor_is_demanded(said: str, staff: bool, everybody: bool) -> None:
    told = environment.read({"LIANLUO_SECOND_FACTOR": said})
    assert (told.second_factor, told.second_factor_for_all) == (staff, everybody)


def test_plain_http_is_not_called_secure() -> None:
    assert not environment.read({"LIANLUO_ORIGIN": "http://10.0.0.8:8000"}).secure


@pytest.mark.parametrize(
    ("url", "tls", "ssl", "port"),
    [
        ("smtp://rd:x@mail.example.cn", False, False, 25),
        ("smtp+tls://rd:x@mail.example.cn:587", True, False, 587),
        ("smtps://rd:x@mail.example.cn:465", False, True, 465),
    ],
)
def test_mail_goes_where_the_address_says(url: str, tls: bool, ssl: bool, port: int) -> None:
    email = environment.read({"EMAIL_URL": url}).email
    assert (email["EMAIL_HOST"], email["EMAIL_PORT"]) == ("mail.example.cn", port)
    assert (email["EMAIL_USE_TLS"], email["EMAIL_USE_SSL"]) == (tls, ssl)


def test_single_sign_on_is_a_list_of_providers() -> None:
    provider = {"provider_id": "gov", "name": "统一身份", "client_id": "lianluo"}
    assert environment.read({"LIANLUO_OIDC": json.dumps([provider])}).oidc == (provider,)


def test_secrets_are_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    first = keys.load(tmp_path / "new")
    file = tmp_path / "new" / keys.FILE
    assert file.stat().st_mode & 0o777 == 0o600
    assert keys.load(tmp_path / "new") == first
    assert [left.name for left in (tmp_path / "new").iterdir()] == [keys.FILE]


def test_two_installations_share_no_secret(tmp_path: Path) -> None:
    one, other = keys.load(tmp_path / "one"), keys.load(tmp_path / "other")
    assert one.signing != other.signing
    assert not set(one.field_keys.values()) & set(other.field_keys.values())


def test_whoever_is_second_takes_the_first_ones_secrets(tmp_path: Path) -> None:
    keys._write_once(tmp_path / keys.FILE, keys._fresh())
    before = (tmp_path / keys.FILE).read_text()
    keys._write_once(tmp_path / keys.FILE, keys._fresh())
    assert (tmp_path / keys.FILE).read_text() == before


def test_passwords_are_kept_as_argon2_and_nothing_weaker() -> None:
    from lianluo.site import settings as real

    assert real.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_field_keys_fit_their_ciphers(tmp_path: Path) -> None:
    made = keys.load(tmp_path)
    sizes = {"sm4": 16, "aes": 32}
    assert {name: len(key) for name, key in made.field_keys.items()} == {
        name: sizes[name.split("-")[0]] for name in made.field_keys
    }
    assert made.field_key in made.field_keys


def test_fonts_are_pairs_and_what_is_none_is_left_out() -> None:
    told = environment.read(
        {"LIANLUO_PAPER_FONTS": "仿宋_GB2312=Noto Serif CJK SC, 黑体 = Noto Sans CJK SC,x,y="}
    )
    assert told.paper_fonts == {"仿宋_GB2312": "Noto Serif CJK SC", "黑体": "Noto Sans CJK SC"}
