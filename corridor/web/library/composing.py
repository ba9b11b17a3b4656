"""The composer of threads: whatever button is pressed, what was typed is kept first."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from corridor.kernel.outbound_http import NotReached
from corridor.library import actions, queries
from corridor.posts.actions import LONGEST_POST, MayIdentifyPatient
from corridor.posts.actions.refusals import REFUSALS, sentence
from corridor.safety import queries as safety
from corridor.safety.what_is_read import About
from corridor.web.library.forms import PROBLEMS, BeginForm, ThreadForm
from corridor.web.library.parts import keep_typed, version_or_404
from corridor.web.library.reading import tutorial_or_404
from corridor.web.posts.asking import AskForm, ask
from corridor.web.posts.looking_again import LookAgain, by_hand, kept_because
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.library.models import Version

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def begin(request: MemberRequest) -> HttpResponse:
    form = BeginForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        tutorial = actions.begin_tutorial(
            title=said["title"], text=said["text"], by=request.profile, now=request.now
        )
        return redirect("thread", tutorial.pk)
    own = queries.own_tutorials(request.profile.pk)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "library/begin.html", {"form": form, "own": own}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def write(request: MemberRequest, tutorial_id: int) -> HttpResponse:
    version = version_or_404(request, tutorial_id)
    if request.method != "POST":
        return _page(request, version, _filled(version))
    form = ThreadForm(request.POST)
    if not form.is_valid():
        return _page(request, version, form)
    version = keep_typed(request, version, form)
    deed = request.POST.get("deed", "keep")
    if deed in {"publish", "ask"}:
        return (_publish if deed == "publish" else _ask)(request, version, form)
    if deed == "look-up":
        _look_up(request, version)
    else:
        messages.success(request, _("Kept."))
    return redirect("thread", tutorial_id)


@require_POST
@member_required
def begin_version(request: MemberRequest, slug: str) -> HttpResponse:
    tutorial = tutorial_or_404(request, slug)
    try:
        actions.begin_version(tutorial=tutorial, by=request.profile, now=request.now)
    except actions.NotYourTutorial as refused:
        raise Http404 from refused
    return redirect("thread", tutorial.pk)


@require_POST
@member_required
def end(request: MemberRequest, tutorial_id: int) -> HttpResponse:
    tutorial = queries.own_tutorials(request.profile.pk).filter(pk=tutorial_id).first()
    if tutorial is None:
        raise Http404
    actions.delete_tutorial(tutorial=tutorial, by=request.profile)
    if tutorial.published:
        messages.success(request, _("The page is gone. What you posted stands as posts."))
    else:
        messages.success(request, _("The draft is gone."))
    return redirect("compose-thread")


def _publish(request: MemberRequest, version: "Version", form: ThreadForm) -> HttpResponse:
    try:
        tutorial = actions.publish_version(
            version=version,
            by=request.profile,
            now=request.now,
            kept_because=kept_because(request),
        )
    except actions.NotReady as refused:
        _say_problems(form, refused.problems)
    except MayIdentifyPatient as refused:
        return _page(request, version, form, look=by_hand(refused))
    except REFUSALS as refused:
        form.add_error(None, sentence(refused))
    else:
        messages.success(request, _("Published: as a thread, and as one page."))
        return redirect("tutorial", tutorial.slug)
    return _page(request, version, form)


def _ask(request: MemberRequest, version: "Version", form: ThreadForm) -> HttpResponse:
    """Somebody with the right reads all of it first; it is published when they let it pass."""
    missing = queries.problems(version)
    if missing:
        _say_problems(form, missing)
        return _page(request, version, form)
    kept, asking = ask(
        request,
        queries.said_in(version),
        about=About(version=version),
        reading=safety.reading_of_thread(version.pk, viewer=request.profile),
    )
    if kept is None:
        return _page(request, version, form, asking=asking)
    messages.success(request, _("It is sent. Until somebody lets it pass, nobody else sees it."))
    return redirect("own-reading", kept.pk)


def _say_problems(form: ThreadForm, problems: "Sequence[queries.Problem]") -> None:
    for problem in problems:
        words = str(PROBLEMS[problem.code])
        where = _("Part %(number)d: %(words)s")
        form.add_error(
            None if problem.number else "title",
            where % {"number": problem.number, "words": words} if problem.number else words,
        )


def _look_up(request: MemberRequest, version: "Version") -> None:
    try:
        asked = actions.look_up_references(version=version, by=request.profile, now=request.now)
    except actions.ReferencesNotAsked:
        messages.error(request, _("This server looks nothing up."))
    except NotReached:
        messages.error(request, _("Crossref did not answer. Your text is kept; try again later."))
    else:
        words = ngettext("Asked about %d reference.", "Asked about %d references.", asked)
        messages.success(request, words % asked)


def _filled(version: "Version") -> ThreadForm:
    named = ("title", "summary", "language", "change")
    initial: dict[str, Any] = {name: getattr(version, name) for name in named}
    return ThreadForm(initial=initial | {"audience": version.tutorial.audience})


def _page(
    request: MemberRequest,
    version: "Version",
    form: ThreadForm,
    *,
    look: LookAgain | None = None,
    asking: AskForm | None = None,
) -> HttpResponse:
    outline = queries.outline(version)
    if version.number == 1:
        form.fields.pop("change", None)
    else:
        form.fields.pop("audience", None)
    shown = {
        "form": form,
        "version": version,
        "tutorial": version.tutorial,
        "parts": [(one, [PROBLEMS[problem.code] for problem in one.problems]) for one in outline],
        "longest": LONGEST_POST,
        "references": queries.references_in(one.part.text for one in outline),
        "looks_up": settings.CROSSREF_LOOKUP,
        "look": look,
        "asking": asking,
        "reading": safety.reading_of_thread(version.pk, viewer=request.profile),
    }
    status = UNPROCESSABLE if form.errors or look or asking else 200
    return render(request, "library/thread.html", shown, status=status)
