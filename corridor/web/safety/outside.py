"""`/flag/`: somebody without an account says that something is wrong here."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from corridor.kernel.rate_limits import is_within_limit
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.safety import actions, queries
from corridor.safety.actions import LONGEST_WORDS, NewOutsideFlag
from corridor.safety.choices import MEANS, Reason
from corridor.safety.outside_links import token_of
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from datetime import datetime

    from corridor.people.models import Profile
    from corridor.posts.models import Post

MOST_A_DAY = 20
"""From one address: a hospital is behind one."""
A_DAY = 24 * 60 * 60


class OutsideForm(forms.Form):
    url = forms.CharField(
        label=gettext_lazy("Address of the post or profile"),
        max_length=500,
        help_text=gettext_lazy("The whole address, as your browser shows it."),
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose what is wrong: it decides who looks first.")
        },
    )
    words = forms.CharField(
        label=gettext_lazy("Why, in your own words"),
        max_length=LONGEST_WORDS,
        help_text=gettext_lazy(
            "So that somebody who knows nothing of it can judge. If it is against a law, say which."
            " Do not repeat what identifies a patient."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    is_abuse_of_a_child = forms.BooleanField(
        label=gettext_lazy("It shows or offers sexual abuse of a child"), required=False
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Moderators see it only if two of them agree that it is needed."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"),
        required=False,
        help_text=gettext_lazy("We send a link there first, and later what was decided."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    is_in_good_faith = forms.BooleanField(
        label=gettext_lazy("I say this in good faith: I believe it to be true and complete."),
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def flag(request: ViewerRequest) -> HttpResponse:
    form = OutsideForm(request.POST or None, initial={"url": request.GET.get("url", "")[:500]})
    if request.method == "POST" and form.is_valid():
        made = _made(request, form)
        if made is not None:
            return made
    context = {
        "form": form,
        "reasons": [(reason, MEANS[reason]) for reason in Reason],
    }
    return render(request, "safety/outside.html", context, status=422 if form.errors else 200)


def _made(request: ViewerRequest, form: OutsideForm) -> HttpResponse | None:
    """None where it is to be put right."""
    if not is_within_limit(request, "flag-from-outside", most=MOST_A_DAY, seconds=A_DAY):
        form.add_error(None, sentence(actions.TooManyFlags()))
        return None
    found = _named(form.cleaned_data["url"], request.now)
    if found is None:
        form.add_error("url", _("Nothing that anybody may read is at this address on this server."))
        return None
    about, post = found
    said: dict[str, Any] = form.cleaned_data | {"reason": Reason(form.cleaned_data["reason"])}
    try:
        made = actions.flag_from_outside(
            NewOutsideFlag(**said), about=about, post=post, now=request.now
        )
    except REFUSED as refusal:
        form.add_error(FIELDS.get(type(refusal)), sentence(refusal))
        return None
    if made.said["email"]:
        return redirect("outside-flag-mailed")
    return redirect("outside-flag-sent", token_of(made))


FIELDS: dict[type[Exception], str] = {
    actions.TooFewWords: "words",
    actions.SayWhoYouAre: "email",
    actions.SayInGoodFaith: "is_in_good_faith",
}


def _named(url: str, now: "datetime") -> "tuple[Profile, Post | None] | None":
    """What an address of ours leads to, as far as anybody without an account reads it."""
    match = _page_at(url)
    if match is None:
        return None
    if match.url_name == "profile":
        person = people.profile_seen(match.kwargs["handle"], viewer=None, today=now.date())
        return (person, None) if person else None
    if match.url_name != "post":
        return None
    rows = posts.readable(None, now=now).filter(pk=int(match.kwargs["post_id"]))
    post = rows.select_related("author").first()
    return (post.author, post) if post else None


def _page_at(url: str) -> ResolverMatch | None:
    """Of this server; what a person types need be no address at all."""
    try:
        parts = urlsplit(url.strip())
        is_ours = parts.netloc.lower() == urlsplit(settings.PUBLIC_URL).netloc.lower()
        return resolve(parts.path) if is_ours else None
    except (ValueError, Resolver404):
        return None


@require_http_methods(["GET", "HEAD"])
@never_cache
def mailed(request: ViewerRequest) -> HttpResponse:
    return render(request, "safety/outside_mailed.html")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def sent(request: ViewerRequest, token: str) -> HttpResponse:
    """A press shows the mailbox, since programs open links in mails; then what came of it."""
    found = queries.outside_flag_of_link(token)
    if found is None:
        raise Http404
    refusal = ""
    if request.method == "POST":
        try:
            actions.confirm_outside_flag(outside=found.outside, now=request.now)
        except actions.ShownAlready:
            return redirect(request.path)
        except REFUSED as refused:
            refusal = sentence(refused)
        else:
            return redirect(request.path)
    context = {"one": found, "refusal": refusal}
    answer = render(request, "safety/outside_sent.html", context, status=422 if refusal else 200)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
