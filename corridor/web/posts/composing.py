"""Writing a post: published at once or later, kept as a draft, or shown as others would see it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from corridor.library import queries as library
from corridor.people import queries as people
from corridor.posts import actions, markup, queries
from corridor.posts.actions.refusals import REFUSALS
from corridor.posts.choices import OPEN, Audience
from corridor.web.addresses import is_page_of_ours
from corridor.web.given_numbers import numbers_in
from corridor.web.posts.asking import AskForm, ask
from corridor.web.posts.covering import address_of_picture
from corridor.web.posts.forms import ComposeForm, typed
from corridor.web.posts.guiding import cards_beside, keep_answers
from corridor.web.posts.looking_again import (
    LookAgain,
    kept_because,
    look_again,
    with_suggestions,
)
from corridor.web.posts.noting import dismiss, notes_beside
from corridor.web.posts.on_device import is_here_now
from corridor.web.posts.pictures import Pictures
from corridor.web.posts.readings import address
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.models import Draft, Post
    from corridor.posts.queries import ShownPost

UNPROCESSABLE = 422
Asks = Literal["", "for words", "whether for all"]
WIDTH: Mapping[str, int] = {Audience.PUBLIC: 0, Audience.QUIET: 1}
"""The widest first; of the others none includes another."""
OF_TEXT = (actions.EmptyPost, actions.PostTooLong)
LATER = {
    actions.TooSoon: gettext_lazy("Between five minutes and a year from now."),
    actions.TooManyThatDay: gettext_lazy("Twenty-five posts wait for that day already."),
    actions.TooManyScheduled: gettext_lazy("Three hundred posts wait already: publish some first."),
}
DRAFTS = {
    actions.DraftTooLong: gettext_lazy("This is too long even for a draft."),
    actions.TooManyDrafts: gettext_lazy("A hundred drafts are kept already: end one first."),
}


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the composer shows beside the words."""

    answered: "ShownPost | None" = None
    quoted: "ShownPost | None" = None
    draft: "Draft | None" = None
    look: LookAgain | None = None
    """What in the words may identify a patient."""
    asking: AskForm | None = None
    """Whom she asks to read it first."""


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def compose(request: MemberRequest) -> HttpResponse:
    said = request.POST if request.method == "POST" else request.GET
    around = Around(
        answered=_shown(request, said.get("reply", "")),
        quoted=_shown(request, said.get("quote", "")),
        draft=_draft(request, said.get("draft", "")),
    )
    return _sent(request, around) if request.method == "POST" else _begin(request, around)


def _sent(request: MemberRequest, around: Around) -> HttpResponse:
    keep_answers(request)
    if "take" in request.POST:
        return _take(request, around)
    form = ComposeForm(request.POST, viewer=request.profile, now=request.now)
    pictures = Pictures.sent(request)
    is_fine = form.is_valid()
    deed = request.POST.get("deed", "publish")
    if deed == "keep" or "cover" in request.POST:
        return _keep(request, form, pictures, around)
    if pictures.problem:
        form.add_error(None, pictures.problem)
        is_fine = False
    dismiss(request, deed)
    if deed not in {"publish", "ask"} or not is_fine:
        return _show(request, form, pictures, around)
    asks = _asks(request, form, pictures)
    if asks and deed == "publish":
        return _show(request, form, pictures, around, asks=asks)
    go_on = _ask if deed == "ask" else _publish
    return go_on(request, form, pictures, around)


def _take(request: MemberRequest, around: Around) -> HttpResponse:
    """Other words in place of those that may identify a patient."""
    place = actions.place_of(
        audience=request.POST.get("audience", ""), is_reply=around.answered is not None
    )
    data, look = with_suggestions(request, place=place)
    form = ComposeForm(data, viewer=request.profile, now=request.now)
    form.is_valid()
    return _show(request, form, Pictures.sent(request), replace(around, look=look))


def _asks(request: MemberRequest, form: ComposeForm, pictures: Pictures) -> Asks:
    """What she is asked before it is published, as she may wish."""
    if pictures.undescribed and "as_is" not in request.POST:
        return "for words"
    if form.cleaned_data["audience"] != Audience.PUBLIC or "sure" in request.POST:
        return ""
    return "whether for all" if queries.posting_defaults(request.profile.pk).asks_first else ""


def _begin(request: MemberRequest, around: Around) -> HttpResponse:
    initial: dict[str, Any] = {"text": request.GET.get("text", "")}
    if request.GET.get("audience", "") in Audience.values:
        initial["audience"] = request.GET["audience"]
    if around.draft is not None:
        initial |= typed(around.draft.words)
        around = Around(
            answered=_shown(request, str(initial.get("reply", ""))),
            quoted=_shown(request, str(initial.get("quote", ""))),
            draft=around.draft,
        )
    elif around.answered is not None:
        initial |= as_answer(around.answered.post, by=request.profile)
    if around.quoted is not None:
        initial["quote"] = around.quoted.post.pk
    form = ComposeForm(viewer=request.profile, now=request.now, initial=initial)
    pictures = Pictures.of_draft(around.draft) if around.draft else Pictures()
    return _show(request, form, pictures, around)


def as_answer(answered: "Post", *, by: "Profile") -> dict[str, Any]:
    """Names those who talk, and is for nobody who could not read the other."""
    talking = [one.handle for one in markup.mentions(answered.text) if not one.host]
    named = dict.fromkeys([answered.author.handle, *talking])
    others = [handle for handle in named if handle != by.handle]
    audience: str = Audience.NAMED
    if answered.audience in OPEN:
        audience = _narrower(answered.audience, queries.posting_defaults(by.pk).audience)
    return {
        "reply": answered.pk,
        "text": "".join(f"@{handle} " for handle in others),
        "audience": audience,
        "content_note": answered.content_note,
    }


def _narrower(one: str, other: str) -> str:
    """Of an open audience and any."""
    return max(one, other, key=lambda audience: WIDTH.get(audience, len(WIDTH)))


def _publish(
    request: MemberRequest, form: ComposeForm, pictures: Pictures, around: Around
) -> HttpResponse:
    new, due = form.new_post(attachments=pictures.ids), form.due()
    new = replace(new, kept_because=kept_because(request))
    try:
        if due is not None:
            kept = actions.schedule_post(new, due_at=due, by=request.profile, now=request.now)
            when = date_format(localtime(kept.due_at), "j F, H:i")
            messages.success(request, _("It is published on %(when)s.") % {"when": when})
            answer: HttpResponse = redirect("scheduled")
        else:
            post = actions.publish_post(new, by=request.profile, now=request.now)
            answer = _published(request, post)
    except tuple(LATER) as refused:
        form.add_error("due_on", str(LATER[type(refused)]))
    except actions.MayIdentifyPatient as refused:
        return _show(request, form, pictures, replace(around, look=look_again(refused)))
    except REFUSALS as refused:
        form.add_error(_field_of(refused), actions.sentence(refused))
    else:
        if around.draft is not None:
            actions.delete_draft(draft=around.draft, by=request.profile)
        return is_here_now(request, answer)
    return _show(request, form, pictures, around)


def _ask(
    request: MemberRequest, form: ComposeForm, pictures: Pictures, around: Around
) -> HttpResponse:
    """Somebody else reads it first; asked whom, and why it may be posted."""
    new = form.new_post(attachments=pictures.ids)
    kept, asking = ask(request, new, publish_at=form.due())
    if kept is None:
        return _show(request, form, pictures, replace(around, asking=asking))
    if around.draft is not None:
        actions.delete_draft(draft=around.draft, by=request.profile)
    messages.success(request, _("It is sent. Until somebody lets it pass, nobody else sees it."))
    return is_here_now(request, redirect("own-reading", kept.pk))


def _published(request: MemberRequest, post: "Post") -> HttpResponse:
    if post.is_held and not post.is_behind_shield:
        words = _("Your reply waits until the author of the post lets it through.")
        messages.info(request, words)
    else:
        messages.success(request, _("Your post is published."))
    for work in library.questioned_in(post.text):
        words = _("It names %(work)s. %(notice)s: readers see that beneath your post.")
        messages.warning(request, words % {"work": work.identifier.label, "notice": work.words})
    url = request.POST.get("next", "")
    return redirect(url if is_page_of_ours(url, request) else address(post))


def _field_of(refused: Exception) -> str | None:
    if isinstance(refused, OF_TEXT):
        return "text"
    return "option_1" if isinstance(refused, actions.PollRefused) else None


def _keep(
    request: MemberRequest, form: ComposeForm, pictures: Pictures, around: Around
) -> HttpResponse:
    """Whatever is wrong with it may be put right later."""
    try:
        kept = actions.keep_draft(
            form.as_typed(),
            by=request.profile,
            now=request.now,
            attachments=pictures.ids,
            draft=around.draft,
        )
    except tuple(DRAFTS) as refused:
        form.add_error("text", str(DRAFTS[type(refused)]))
        return _show(request, form, pictures, around)
    here = f"{reverse('compose')}?draft={kept.pk}"
    covers = [one for one in pictures.ids if str(one) == request.POST.get("cover")]
    if covers:
        return is_here_now(request, redirect(address_of_picture(covers[0], back=here)))
    messages.success(request, _("The draft is kept, for every device of yours."))
    return is_here_now(request, redirect(here))


def _show(
    request: MemberRequest,
    form: ComposeForm,
    pictures: Pictures,
    around: Around,
    *,
    asks: Asks = "",
) -> HttpResponse:
    is_preview = request.POST.get("deed") == "preview" and not form.errors
    shown = {
        "form": form,
        "pictures": pictures,
        "around": around,
        "asks_for_words": asks == "for words",
        "asks_whether_for_all": asks == "whether for all",
        "as_is": "as_is" in request.POST,
        "sure": "sure" in request.POST,
        "look": around.look,
        "asking": around.asking,
        "guidance": cards_beside(request) if around.look else [],
        "notes": notes_beside(
            request,
            text=str(form["text"].value() or ""),
            audience=str(form["audience"].value() or ""),
            answered=around.answered.post if around.answered else None,
        ),
        "preview": _preview(request, str(form["text"].value() or "")) if is_preview else None,
        "next": request.POST.get("next", ""),
        "drafts": queries.own_drafts(request.profile.pk).count(),
    }
    is_asked = asks or around.look or around.asking
    status = UNPROCESSABLE if form.errors or is_asked else 200
    return render(request, "posts/compose.html", shown, status=status)


def _preview(request: MemberRequest, text: str) -> SafeString:
    named = [one for one in markup.mentions(text) if not one.host]
    seen = people.profiles_seen(
        (one.handle for one in named), viewer=request.profile, today=request.now.date()
    )
    known = {one: f"/@{one.handle}/" for one in named if one.handle in seen}
    return mark_safe(markup.html(text, known))  # noqa: S308 - it escapes whatever is no link


def _shown(request: MemberRequest, said: str) -> "ShownPost | None":
    found = queries.shown_posts(numbers_in([said]), viewer_id=request.profile.pk, now=request.now)
    return found[0] if found else None


def _draft(request: MemberRequest, said: str) -> "Draft | None":
    if not said:
        return None
    draft = queries.own_drafts(request.profile.pk).filter(pk__in=numbers_in([said])).first()
    if draft is None:
        raise Http404
    return draft
