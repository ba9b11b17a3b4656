"""Lists of people that the viewer keeps for herself."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from corridor.people import actions, queries
from corridor.people.choices import RepliesShown
from corridor.web.relations.forms import ListForm, ListSettingsForm, SomebodyForm
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import PersonList

UNPROCESSABLE = 422
REFUSALS: dict[type[Exception], Promise] = {
    actions.TitleMissing: gettext_lazy("Give the list a name."),
    actions.TitleTaken: gettext_lazy("You have a list of this name."),
    actions.TitleTooLong: gettext_lazy("At most 60 letters."),
    actions.TooManyLists: gettext_lazy("You have as many lists as there can be: end one first."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def lists(request: MemberRequest) -> HttpResponse:
    form = ListForm(request.POST or None)
    if form.is_valid():
        try:
            made = actions.make_list(owner=request.profile, title=form.cleaned_data["title"])
        except tuple(REFUSALS) as refused:
            form.add_error("title", str(REFUSALS[type(refused)]))
        else:
            return redirect("list", made.pk)
    shown = {"form": form, "lists": queries.lists(request.profile)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "relations/lists.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def one(request: MemberRequest, list_id: int) -> HttpResponse:
    """The list; a POST gives it another name, and says what is in it."""
    kept = _kept(request, list_id)
    form = _settings(kept, request.POST or None)
    if form.is_valid():
        try:
            _change(request, kept, form)
        except tuple(REFUSALS) as refused:
            form.add_error("title", str(REFUSALS[type(refused)]))
        else:
            messages.success(request, _("Kept."))
            return redirect("list", list_id)
    return _show(request, kept, form, _somebody(request, None))


@require_POST
@member_required
def put(request: MemberRequest, list_id: int) -> HttpResponse:
    kept = _kept(request, list_id)
    form = _somebody(request, request.POST)
    if form.is_valid():
        try:
            actions.put_on_list(
                kept=kept, profile=form.somebody, by=request.profile, today=request.now.date()
            )
        except actions.CannotBeListed:
            form.add_error("handle", _("Nobody here has this handle."))
        else:
            messages.success(
                request, _("%(name)s is on the list.") % {"name": form.somebody.display_name}
            )
            return redirect("list", list_id)
    return _show(request, kept, _settings(kept), form)


@require_POST
@member_required
def take(request: MemberRequest, list_id: int) -> HttpResponse:
    kept = _kept(request, list_id)
    form = _somebody(request, request.POST)
    if form.is_valid():
        actions.take_off_list(kept=kept, profile=form.somebody, by=request.profile)
        messages.success(
            request, _("%(name)s is off the list.") % {"name": form.somebody.display_name}
        )
    return redirect("list", list_id)


@require_POST
@member_required
def end(request: MemberRequest, list_id: int) -> HttpResponse:
    kept = _kept(request, list_id)
    title = kept.title
    actions.end_list(kept=kept, by=request.profile)
    messages.success(
        request, _("“%(title)s” is gone; the people on it are not touched.") % {"title": title}
    )
    return redirect("lists")


def _kept(request: MemberRequest, list_id: int) -> "PersonList":
    kept = queries.list_kept(list_id, viewer=request.profile)
    if kept is None:
        raise Http404
    return kept


def _settings(kept: "PersonList", said: QueryDict | None = None) -> ListSettingsForm:
    initial = {name: getattr(kept, name) for name in ListSettingsForm.base_fields}
    return ListSettingsForm(said, initial=initial)


@transaction.atomic
def _change(request: MemberRequest, kept: "PersonList", form: ListSettingsForm) -> None:
    chosen = form.cleaned_data
    actions.rename_list(kept=kept, title=chosen["title"], by=request.profile)
    actions.tune_list(
        kept=kept,
        replies=RepliesShown(chosen["replies"]),
        is_exclusive=chosen["is_exclusive"],
        by=request.profile,
    )


def _somebody(request: MemberRequest, said: QueryDict | None) -> SomebodyForm:
    today = request.now.date()
    return SomebodyForm(said, viewer=request.profile, today=today, auto_id="put_%s")


def _show(
    request: MemberRequest, kept: "PersonList", naming: ListSettingsForm, putting: SomebodyForm
) -> HttpResponse:
    people = queries.people_on_list(kept, today=request.now.date())
    shown = {"kept": kept, "people": people, "naming": naming, "putting": putting}
    status = UNPROCESSABLE if naming.errors or putting.errors else 200
    return render(request, "relations/list.html", shown, status=status)
