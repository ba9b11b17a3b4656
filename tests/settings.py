"""The settings of an installation, with what would only slow tests down switched off."""

from corridor.config.settings import *  # noqa: F403 - the rest is what people run
from corridor.config.settings import MIDDLEWARE

SECRET_KEY = "tests"  # noqa: S105 - no person's data behind it
ENCRYPTION_KEYS = ["tests"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
API_RATE_LIMIT = 0
STORAGES = {
    "default": {"BACKEND": "tests.files_in_memory.FilesInMemory"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# The live server finds static files by itself; nothing is collected for tests.
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
# What would wait for a worker is done at once, within the transaction of whoever asked.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
