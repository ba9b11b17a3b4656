"""Everything an installation may set comes from the environment: docs/running/settings.md."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from corsheaders.defaults import default_headers

from corridor.config import environment

PACKAGE = Path(__file__).resolve().parent.parent

DATA_DIR = environment.data_dir(checkout=PACKAGE.parent)
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = environment.flag("DEBUG", default=False)
SECRET_KEY = environment.secret_key(keep_in=DATA_DIR)
ENCRYPTION_KEYS = environment.encryption_keys(keep_in=DATA_DIR)
VAPID_PRIVATE_KEY = environment.push_key(keep_in=DATA_DIR)
VAPID_PUBLIC_KEY = environment.public_push_key(VAPID_PRIVATE_KEY)

PORT = os.environ.get("PORT", "8000")
PUBLIC_URL = os.environ.get("PUBLIC_URL", f"http://localhost:{PORT}").rstrip("/")
SERVED_AT = DATA_DIR / "served-at"
"""Where `corridor serve` says at which address, for commands in other shells."""
_public = urlsplit(PUBLIC_URL)
ALLOWED_HOSTS = [
    *environment.words("ALLOWED_HOSTS"),
    _public.hostname or "",
    "localhost",
    "127.0.0.1",
    "[::1]",
]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
STREAMING_PORT = os.environ.get("STREAMING_PORT") or str(int(PORT) + 1 if PORT.isdecimal() else "")
STREAMING_URL = os.environ.get("STREAMING_URL", "").rstrip("/") or environment.streaming_url(
    PUBLIC_URL, port=STREAMING_PORT
)
PROXIES = environment.number("PROXIES", default=1 if _public.scheme == "https" else 0)

IDENTITY_FEATURES = environment.flag("IDENTITY_FEATURES", default=True)
PROGRAMMES_STARTED_BY = environment.choice(
    "PROGRAMMES_STARTED_BY", among=("verified", "members", "operators"), default="verified"
)
NPI_LOOKUP = environment.flag("NPI_LOOKUP", default=False)
SOURCE_URL = os.environ.get("SOURCE_URL", "")
CONTACT_EMAIL = os.environ.get("CONTACT_EMAIL", "")
CONTACT_HANDLE = os.environ.get("CONTACT_HANDLE", "").removeprefix("@").lower()
RULES = environment.sentences(os.environ.get("RULES", ""))
HELP_LINES = environment.help_lines(os.environ.get("HELP_LINES", ""))
CROSSREF_LOOKUP = environment.flag("CROSSREF_LOOKUP", default=False)
NAME_FINDER = environment.flag("NAME_FINDER", default=False)
ORCID_WORKS = environment.flag("ORCID_WORKS", default=False)

INSTALLED_APPS = [
    "corridor.config.apps.WiringConfig",
    "corridor.background",
    "corridor.library",
    "corridor.mentoring",
    "corridor.people",
    "corridor.reminders",
    "corridor.posts",
    "corridor.conversations",
    "corridor.notifications",
    "corridor.programmes",
    "corridor.safety",
    "corridor.incidents",
    "corridor.context_notes",
    "corridor.helping",
    "corridor.mastodon_api",
    "corridor.web",
    "corridor.config.apps.OperatingConfig",
    "oauth2_provider",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.orcid",
    "allauth.usersessions",
    "corsheaders",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pads by chance, so that lengths give nothing away (BREACH); tokens are masked besides.
    "django.middleware.gzip.GZipMiddleware",
    "corridor.web.security_headers.security_headers",
    "corsheaders.middleware.CorsMiddleware",
    "corridor.mastodon_api.edge.edge",
    "corridor.mastodon_api.unchanged.unchanged",
    "corridor.web.plain_text.refuse_nul",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "corridor.web.viewer.viewer_and_time",
]

ROOT_URLCONF = "corridor.config.urls"
WSGI_APPLICATION = "corridor.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "corridor.web.navigation.navigation",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA_DIR / 'corridor.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A writer takes its lock at BEGIN: waiting then works, upgrading a read lock does not.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Of a file that is mapped all connections share the pages; of one that is larger than that
        # each keeps up to 20 MB of its own.
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            "PRAGMA synchronous=NORMAL;"
            "PRAGMA cache_size=-20000;"
            "PRAGMA mmap_size=1073741824;"
        ),
    }
else:
    # The reading lane asks the same few questions all day: planned once a connection. Compiling
    # them to machine code takes PostgreSQL seconds, each time, where answering takes milliseconds.
    DATABASES["default"].setdefault("OPTIONS", {})["prepare_threshold"] = 5
    # No disk that a server has today takes four times as long for a page out of order.
    # What is asked again keeps its plan: for values it likes, PostgreSQL would make a new one each
    # time, which takes twenty times as long as to look whether there is anything new.
    DATABASES["default"]["OPTIONS"].setdefault(
        "options", "-c jit=off -c random_page_cost=1.1 -c plan_cache_mode=force_generic_plan"
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = os.environ.get("REDIS_URL", "")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# A form asks up to 300 questions, each with boxes to tick; with more ticks than this all that was
# typed would be refused. How large a request may be is limited besides.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
CSRF_FAILURE_VIEW = "corridor.web.errors.views.form_expired"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = 24 * 3600

REGISTRATION = environment.choice(
    "REGISTRATION",
    among=("open", "approval", "invitation", "roster", "domains"),
    default="open",
)
REGISTRATION_DOMAINS = [
    domain.lower().removeprefix("@") for domain in environment.words("REGISTRATION_DOMAINS")
]
if REGISTRATION == "domains" and not REGISTRATION_DOMAINS:
    raise ValueError("REGISTRATION is domains; say which in REGISTRATION_DOMAINS.")

ACCOUNT_ADAPTER = "corridor.web.joining.adapters.Accounts"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_FORMS = {
    "add_email": "corridor.web.joining.forms.NewEmailForm",
    "change_password": "corridor.web.joining.forms.PasswordChangeForm",
    "confirm_email_verification_code": "corridor.web.joining.forms.CodeForm",
    "confirm_reauthentication_code": "corridor.web.joining.forms.CodeAgainForm",
    "login": "corridor.web.joining.forms.SignInForm",
    "reauthenticate": "corridor.web.joining.forms.PasswordAgainForm",
    "reset_password": "corridor.web.joining.forms.PasswordResetForm",
    "reset_password_from_key": "corridor.web.joining.forms.ResetPasswordForm",
    "set_password": "corridor.web.joining.forms.FirstPasswordForm",
    "signup": "corridor.web.joining.forms.JoinForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_RATE_LIMITS = {
    # Six digits are not guessed in what these leave: fifty guesses an hour at one mailbox.
    "confirm_email": "1/10s/key,10/h/key",
    # A whole year joins in one lecture, from behind one address of its school.
    "login": "120/m/ip",
    "login_failed": "30/m/ip,5/300s/key",
    "reset_password": "30/m/ip,5/m/key",
    "signup": "60/m/ip",
}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
MFA_ADAPTER = "corridor.web.joining.second_step.SecondStep"
MFA_FORMS = {
    "activate_totp": "corridor.web.joining.forms.NewAppForm",
    "add_webauthn": "corridor.web.joining.forms.NewPasskeyForm",
    "authenticate": "corridor.web.joining.forms.SecondStepForm",
    "reauthenticate": "corridor.web.joining.forms.SecondStepAgainForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_TOTP_ISSUER = "Corridor"
MFA_TOTP_TOLERANCE = 1
# A browser only offers passkeys on https or on the computer itself.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _public.scheme != "https"
SOCIALACCOUNT_ADAPTER = "corridor.web.joining.elsewhere.SignInsElsewhere"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_REQUIRED = True
SOCIALACCOUNT_FORMS = {"signup": "corridor.web.joining.forms.JoinFromElsewhereForm"}
SOCIALACCOUNT_PROVIDERS = environment.sign_ins_elsewhere()
USERSESSIONS_TRACK_ACTIVITY = False

OAUTH2_PROVIDER = {
    # As in Mastodon, an app stays signed in until somebody signs it out.
    "ACCESS_TOKEN_EXPIRE_SECONDS": 10 * 365 * 24 * 3600,
    # A code may be carried to an app by hand.
    "AUTHORIZATION_CODE_EXPIRE_SECONDS": 10 * 60,
    "COMPLIANT_BCP_RFC9700_TOKEN_STORAGE": True,
}

API_RATE_LIMIT = environment.number("API_RATE_LIMIT", default=300)
FAN_OUT_AT_ONCE = environment.number("FAN_OUT_AT_ONCE", default=3000)

# Apps in a browser come from anywhere; what they may is in their token, never in a cookie.
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/(api/|oauth/(token|revoke|userinfo)/?$|\.well-known/|nodeinfo/)"
CORS_ALLOW_HEADERS = [*default_headers, "idempotency-key"]
CORS_EXPOSE_HEADERS = [
    "Link",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
]
CORS_PREFLIGHT_MAX_AGE = 24 * 3600

EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_SECURITY = environment.choice(
    "EMAIL_SECURITY", among=("starttls", "tls", "none"), default="starttls"
)
EMAIL_USE_TLS = EMAIL_SECURITY == "starttls"
EMAIL_USE_SSL = EMAIL_SECURITY == "tls"
EMAIL_PORT = environment.number(
    "EMAIL_PORT", default={"starttls": 587, "tls": 465, "none": 25}[EMAIL_SECURITY]
)
EMAIL_HOST_USER = os.environ.get("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_PASSWORD", "")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", f"Corridor <corridor@{_public.hostname}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
CALENDAR_REPLY_ADDRESS = os.environ.get("CALENDAR_REPLY_ADDRESS", "")

ALLOWED_SERVERS_ONLY = environment.flag("ALLOWED_SERVERS_ONLY", default=False)
DESK_SECOND_STEP = environment.flag(
    "DESK_SECOND_STEP",
    default=_public.hostname not in {"localhost", "127.0.0.1", "::1"},
)
FEDERATION_HOLD_MINUTES = environment.number("FEDERATION_HOLD_MINUTES", default=5)
EVIDENCE_DAYS = environment.number("EVIDENCE_DAYS", default=365)
SILENT_AFTER_DAYS = environment.number("SILENT_AFTER_DAYS", default=30)

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
if _public.scheme == "https":
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"fontTools": {"level": "WARNING"}},
}
