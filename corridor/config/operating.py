"""Django's admin for whoever runs the server: entered by the same door as everything else."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

NOT_HERE = frozenset(
    {
        "account",
        "auth",
        "django_tasks_database",
        "mfa",
        "oauth2_provider",
        "socialaccount",
        "usersessions",
    }
)
"""Apps whose rows nobody edits: a mailbox or passkey put in here would open somebody's account."""


class OperatingSite(AdminSite):
    site_title = _("Corridor")
    site_header = _("Running this server")
    index_title = _("What operators look after")

    def register(self, model_or_iterable: Any, *args: Any, **kwargs: Any) -> None:
        models: Any = model_or_iterable
        if isinstance(models, type):
            models = [models]
        ours = [model for model in models if model._meta.app_label not in NOT_HERE]
        super().register(ours, *args, **kwargs)

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """No second form to guess passwords at; for members who do not run it, it is not there."""
        del extra_context
        if request.user.is_authenticated:
            return self._not_there(request)
        return redirect_to_login(request.get_full_path())

    def _not_there(self, request: HttpRequest) -> HttpResponse:
        from corridor.web.errors.views import not_found  # noqa: PLC0415 - pages need the registry

        return not_found(request, Exception())
