"""Django settings. The machine's part comes from `environment`, the secrets from `keys`; the rest is fixed here."""

import mimetypes
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

import pghistory
from csp.constants import NONE, SELF

from lianluo.site import database_url, environment, keys, logs

ENV = environment.read()
SECRETS = keys.load(ENV.data)

DEBUG = ENV.debug
SECRET_KEY = SECRETS.signing
ALLOWED_HOSTS = ENV.allowed_hosts
ORIGIN = ENV.origin
METRICS_TOKEN = SECRETS.metrics_token

ROOMS = [
    "site",
    "desk",
    "crossings",
    "suggestions",
    "exchange",
    "ui",
    "figures",
    "papers",
    "search",
    "notices",
    "trail",
    "people",
    "congress",
    "kernel",
]
INSTALLED_APPS = [
    *(f"lianluo.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "lianluo.site.middleware.RequestId",
    "lianluo.site.middleware.Measured",
    "django.middleware.security.SecurityMiddleware",
    "lianluo.site.middleware.Headers",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lianluo.people.signin.session_life.SessionLife",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "lianluo.site.middleware.Readable",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "lianluo.people.middleware.ActorMiddleware",
    "lianluo.people.gates.Gates",
]

ROOT_URLCONF = "lianluo.site.urls"
WSGI_APPLICATION = "lianluo.site.wsgi.application"

_FOLDERS = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
_LOADERS = _FOLDERS if DEBUG else [("django.template.loaders.cached.Loader", _FOLDERS)]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("template_partials.loader.Loader", _LOADERS)],
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lianluo.ui.context.frame",
            ],
        },
    }
]

# Without DATABASE_URL nothing can connect; the launcher and the test suite always set it.
DATABASES = {"default": database_url.read(ENV.database_url or "postgresql:///lianluo")}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if ENV.pool:
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits count here, so that they hold for all processes together.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "site_cache"}}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["lianluo.people.signin.backend.NameOrPhone"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "lianluo.people.signin.words.HouseWords"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

_SIGNIN = "lianluo.people.signin"
ACCOUNT_ADAPTER = f"{_SIGNIN}.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = f"{_SIGNIN}.adapters.OutsideAdapter"
MFA_ADAPTER = f"{_SIGNIN}.adapters.SecondFactorAdapter"
ACCOUNT_FORMS = {
    "login": f"{_SIGNIN}.forms.SignInForm",
    "change_password": f"{_SIGNIN}.forms.ChangePasswordForm",
    "set_password": f"{_SIGNIN}.forms.SetPasswordForm",
    "reset_password": f"{_SIGNIN}.forms.ForgottenForm",
    "reset_password_from_key": f"{_SIGNIN}.forms.NewPasswordForm",
    "reauthenticate": f"{_SIGNIN}.forms.PasswordAgainForm",
}
MFA_FORMS = {
    "authenticate": f"{_SIGNIN}.forms.CodeForm",
    "reauthenticate": f"{_SIGNIN}.forms.CodeAgainForm",
    "activate_totp": f"{_SIGNIN}.forms.AuthenticatorForm",
    "add_webauthn": f"{_SIGNIN}.forms.PasskeyForm",
    "edit_webauthn": f"{_SIGNIN}.forms.PasskeyNameForm",
}
# The backend finds the account by username, phone or mail address; to allauth all of them are a username.
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
# Wrong passwords of one account are counted in people.signin.lock; here only what comes from one address.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.proxies
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": list(ENV.oidc)}}
SOCIALACCOUNT_ONLY = False
USERSESSIONS_TRACK_ACTIVITY = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TRUST_ENABLED = True
MFA_TRUST_COOKIE_AGE = timedelta(days=7)
MFA_TOTP_ISSUER = "联络 Lianluo"
# Passkeys need https, except on the machine itself, where browsers allow plain http for localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENV.secure
SECOND_FACTOR_REQUIRED = ENV.second_factor
SECOND_FACTOR_FOR_ALL = ENV.second_factor_for_all

FIELD_KEYS = SECRETS.field_keys
FIELD_KEY = ENV.field_cipher or SECRETS.field_key
NOTICE_CHANNELS = ENV.channels
PAPER_FONTS = ENV.paper_fonts

# What is deleted stays in the field-level history too, also by SQL.
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
# Reading writes no history: the context of a change is only worth its cost where something may change.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# Under https a browser keeps cookies of such a name to this very host, and nobody beside it can set them.
COOKIE_PREFIX = "__Host-" if ENV.secure else ""
SESSION_ENGINE = "lianluo.people.signin.session_store"
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE = ENV.idle
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = ENV.secure
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_SECURE = ENV.secure
CSRF_COOKIE_HTTPONLY = True  # scripts take the token from the page
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}lang"
MFA_TRUST_COOKIE_NAME = f"{COOKIE_PREFIX}trusted"
MESSAGE_STORAGE = "lianluo.site.messages.Messages"
CSRF_TRUSTED_ORIGINS = [ORIGIN] if ORIGIN else []
CSRF_FAILURE_VIEW = "lianluo.site.errors.csrf"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.secure else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if ENV.secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENV.secure
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# A form that leads to another system's sign-in is a form action to the browser.
_OUTSIDE = [urljoin(app["settings"]["server_url"], "/").rstrip("/") for app in ENV.oidc]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF, *_OUTSIDE],
        "frame-ancestors": [NONE],
        "worker-src": [SELF],
        "manifest-src": [SELF],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [environment.ROOT / "lianluo" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

mimetypes.add_type("application/manifest+json", ".webmanifest", strict=True)
STATIC_URL = "/static/"
STATIC_ROOT = ENV.data / "static"
MEDIA_ROOT = ENV.data / "attachments"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
ATTACHMENT_LIMIT = 50 * 1024 * 1024  # bytes of one uploaded file
CLAMD = ENV.clamd
FILE_UPLOAD_HANDLERS = [
    "lianluo.trail.uploads.Limited",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": _STATIC if DEBUG else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA = ENV.data

EMAIL_BACKEND = "django.core.mail.backends." + ("smtp" if ENV.email else "filebased") + ".EmailBackend"
EMAIL_FILE_PATH = ENV.data / "mail"
EMAIL_TIMEOUT = 20
globals().update(ENV.email)
DEFAULT_FROM_EMAIL = "lianluo@localhost"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
LOGGING = logs.configure(ENV.log_level)
LOGGING_CONFIG = "logging.config.dictConfig"
