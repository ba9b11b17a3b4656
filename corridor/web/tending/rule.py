"""The rule by which old posts are deleted: looked at first, then kept, ended at any time."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from corridor.posts import actions, queries
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import DeletionRule

UNPROCESSABLE = 422
SHOWN = 20
AGES = (
    (7, gettext_lazy("1 week")),
    (14, gettext_lazy("2 weeks")),
    (30, gettext_lazy("1 month")),
    (60, gettext_lazy("2 months")),
    (90, gettext_lazy("3 months")),
    (180, gettext_lazy("6 months")),
    (365, gettext_lazy("1 year")),
    (730, gettext_lazy("2 years")),
)


class RuleForm(forms.Form):
    days = forms.TypedChoiceField(
        label=gettext_lazy("Delete posts older than"), choices=AGES, coerce=int
    )
    keeps_pinned = forms.BooleanField(label=gettext_lazy("Pinned posts"), required=False)
    keeps_named = forms.BooleanField(
        label=gettext_lazy("Posts for the people named in them"), required=False
    )
    keeps_media = forms.BooleanField(
        label=gettext_lazy("Posts with pictures, sound or video"), required=False
    )
    keeps_polls = forms.BooleanField(label=gettext_lazy("Posts with polls"), required=False)
    keeps_saved = forms.BooleanField(label=gettext_lazy("Posts I saved"), required=False)
    keeps_own_kudos = forms.BooleanField(
        label=gettext_lazy("Posts I gave kudos myself"), required=False
    )
    keeps_kudos_from = forms.IntegerField(
        label=gettext_lazy("Posts with at least so many kudos"),
        min_value=1,
        max_value=1_000_000,
        required=False,
    )
    keeps_boosts_from = forms.IntegerField(
        label=gettext_lazy("Posts with at least so many boosts"),
        min_value=1,
        max_value=1_000_000,
        required=False,
    )

    @property
    def exceptions(self) -> list[forms.BoundField]:
        fields = [self[name] for name in self.fields]
        return [one for one in fields if isinstance(one.field, forms.BooleanField)]


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def rule(request: MemberRequest) -> HttpResponse:
    """A look changes nothing: only `deed=begin` keeps the rule."""
    kept = queries.deletion_rule(request.profile.pk)
    if request.method != "POST":
        return _page(request, RuleForm(initial=_initial(request, kept)), kept, looked_at=kept)
    form = RuleForm(request.POST)
    if not form.is_valid():
        return _page(request, form, kept)
    own = request.profile.pk
    asked = queries.rule_to_try(own, form.cleaned_data, now=request.now)
    if request.POST.get("deed") != "begin":
        return _page(request, form, kept, looked_at=asked)
    actions.keep_deletion_rule(asked, by=request.profile, now=request.now)
    messages.success(request, _("Kept. Nothing is deleted for a week; a mail says so too."))
    return redirect("deletion-rule")


@require_POST
@member_required
def end(request: MemberRequest) -> HttpResponse:
    actions.end_deletion_rule(by=request.profile)
    messages.success(request, _("No posts are deleted by themselves any more."))
    return redirect("deletion-rule")


def _page(
    request: MemberRequest,
    form: RuleForm,
    kept: "DeletionRule | None",
    *,
    looked_at: "DeletionRule | None" = None,
) -> HttpResponse:
    shown: dict[str, Any] = {"form": form, "rule": kept, "looked_at": looked_at}
    if looked_at is not None:
        posts = queries.deletable(looked_at, now=request.now)
        shown |= {"count": posts.count(), "posts": posts[:SHOWN]}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "tending/rule.html", shown, status=status)


def _initial(request: MemberRequest, kept: "DeletionRule | None") -> dict[str, Any]:
    first = kept or queries.rule_to_try(request.profile.pk, {}, now=request.now)
    return {name: getattr(first, name) for name in RuleForm.base_fields}
