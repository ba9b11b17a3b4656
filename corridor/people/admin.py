"""What operators can do about people: little, and nothing that people said in confidence.

Self-description, documents and messages are not registered, so that the product never shows
them to whoever runs the server. Every page about one person is noted in that person's log.
"""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from corridor.people.actions import record_access
from corridor.people.choices import Deed
from corridor.people.models import (
    Account,
    EmailDomain,
    Option,
    Profile,
    Question,
    Reviewer,
)

if TYPE_CHECKING:
    AccountAdmin = admin.ModelAdmin[Account]
    ProfileAdmin = admin.ModelAdmin[Profile]
    QuestionAdmin = admin.ModelAdmin[Question]
    DomainAdmin = admin.ModelAdmin[EmailDomain]
    ReviewerAdmin = admin.ModelAdmin[Reviewer]
    OptionInline = admin.TabularInline[Option, Question]
else:
    AccountAdmin = ProfileAdmin = QuestionAdmin = DomainAdmin = ReviewerAdmin = admin.ModelAdmin
    OptionInline = admin.TabularInline


class Kept:
    """Rows come and go by what people do, not by an operator's hand."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        del request, args
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        del request, obj
        return False


@admin.register(Account)
class Accounts(Kept, AccountAdmin):
    """Closing an account signs its owner out; she can be let in again."""

    list_display = ("email", "is_active", "is_operator", "joined_at")
    list_filter = ("is_active", "is_operator")
    search_fields = ("email", "profile__handle", "profile__display_name")
    ordering = ("email",)
    fields = ("email", "is_active", "is_operator", "joined_at", "last_login")
    readonly_fields = ("email", "joined_at", "last_login")

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        account = self.get_object(request, object_id)
        profile = Profile.objects.filter(account=account).first() if account else None
        _note(request, profile)
        return super().change_view(request, object_id, *args, **kwargs)


@admin.register(Profile)
class Profiles(Kept, ProfileAdmin):
    """To be looked at: what a profile says is its owner's."""

    list_display = ("handle", "display_name", "stage", "institution", "seen_on")
    list_filter = ("visibility", "is_listed")
    search_fields = ("handle", "display_name", "institution")
    ordering = ("handle",)
    fields = (
        "handle",
        "display_name",
        "bio",
        "stage",
        "specialty",
        "institution",
        "visibility",
        "is_listed",
        "seen_on",
    )
    readonly_fields = fields

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        _note(request, self.get_object(request, object_id))
        return super().change_view(request, object_id, *args, **kwargs)


def _note(request: HttpRequest, subject: Profile | None) -> None:
    if subject is not None:
        by = Profile.objects.filter(account=request.user.pk).first()
        record_access(subject=subject, by=by, deed=Deed.OPERATOR_SAW, now=timezone.now())


class Options(OptionInline):
    model = Option
    extra = 0


@admin.register(Question)
class Questions(QuestionAdmin):
    """What people may say of themselves; a question is switched off, never deleted."""

    list_display = ("wording", "position", "is_active", "is_experience")
    ordering = ("position", "pk")
    inlines = (Options,)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        del request, obj
        return False


@admin.register(EmailDomain)
class Domains(DomainAdmin):
    readonly_fields = ("added_at", "changed_by")
    list_display = ("domain", "institution", "country", "source", "is_active")
    list_filter = ("is_active", "country")
    search_fields = ("domain", "institution")
    ordering = ("domain",)

    def save_model(
        self,
        request: HttpRequest,
        obj: EmailDomain,
        form: Any,
        change: bool,  # noqa: FBT001 - Django's own signature
    ) -> None:
        obj.added_at = obj.added_at or timezone.now()
        super().save_model(request, obj, form, change)


@admin.register(Reviewer)
class Reviewers(ReviewerAdmin):
    """Who works at the verification desk."""

    list_display = ("profile", "since")
    search_fields = ("profile__handle", "profile__display_name")
    ordering = ("profile__handle",)
    raw_id_fields = ("profile",)
    readonly_fields = ("since",)

    def save_model(
        self,
        request: HttpRequest,
        obj: Reviewer,
        form: Any,
        change: bool,  # noqa: FBT001 - Django's own signature
    ) -> None:
        obj.since = obj.since or timezone.now()
        super().save_model(request, obj, form, change)
