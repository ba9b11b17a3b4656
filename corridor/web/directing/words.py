"""Agreement and mails of a programme: written, looked at, put back to ours."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.programmes import queries
from corridor.programmes.actions import setting_up
from corridor.programmes.choices import Message
from corridor.programmes.policies import Right
from corridor.programmes.public_words import EXAMPLE_HANDLE, public_answer
from corridor.programmes.texts import (
    EXAMPLES,
    FITTING,
    PLACEHOLDERS,
    UnknownPlaceholder,
    Words,
    check_words,
    filled,
)
from corridor.web.directing.deeds import done
from corridor.web.directing.forms import Mistaken
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Programme


class TextForm(Mistaken):
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    body = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=5000,
        help_text=gettext_lazy("An empty line begins a new paragraph. The button follows below."),
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def __init__(self, *args: Any, message: Message, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.message = message
        if message == Message.ANSWER:
            del self.fields["subject"]
            self.fields["body"].help_text = _(
                "It stands under a post for everybody to read, after the handle of whom it answers."
            )

    def clean(self) -> dict[str, Any]:
        try:
            check_words(
                self.message,
                subject=self.cleaned_data.get("subject", ""),
                body=self.cleaned_data.get("body", ""),
            )
        except UnknownPlaceholder as unknown:
            self.add_error(
                "body",
                _("{%(name)s} means nothing here. The names that can stand in braces are below.")
                % {"name": str(unknown)[:40]},
            )
        return self.cleaned_data

    def words(self) -> Words:
        return Words(subject=self.cleaned_data.get("subject", ""), body=self.cleaned_data["body"])


class AgreementForm(Mistaken):
    text = forms.CharField(
        label=gettext_lazy("What both agree to"),
        max_length=10_000,
        help_text=gettext_lazy("An empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 18}),
    )


@require_safe
@team_required(Right.SET_UP)
def texts(request: MemberRequest, programme: "Programme") -> HttpResponse:
    own = queries.own_texts(programme)
    listed = [
        (message, queries.text(programme, message), message.value in own) for message in Message
    ]
    context = {"programme": programme, "texts": listed}
    return render(request, "directing/texts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def text(request: MemberRequest, programme: "Programme", name: str) -> HttpResponse:
    """Written, and shown as somebody gets it: "See it first" keeps nothing."""
    message = _message(name)
    now_used = queries.text(programme, message)
    first = {"subject": now_used.subject, "body": now_used.body}
    posted = request.POST if request.method == "POST" else None
    form = TextForm(posted, initial=first, message=message)
    is_valid = form.is_bound and form.is_valid()
    words = form.words() if is_valid else now_used
    if is_valid and "see" not in request.POST and _is_written(request, programme, message, form):
        messages.success(request, _("Kept. From now on it is said so."))
        return redirect("directing-texts", programme.slug)
    context = {
        "programme": programme,
        "message": message,
        "form": form,
        "names": [(name, PLACEHOLDERS[name]) for name in FITTING[message]],
        "shown": _example(request, programme, message, words),
        "is_own": queries.own_text(programme, message) is not None,
    }
    return render(request, "directing/text.html", context, status=422 if form.errors else 200)


@require_POST
@team_required(Right.SET_UP)
def text_end(request: MemberRequest, programme: "Programme", name: str) -> HttpResponse:
    message = _message(name)

    def do() -> str:
        setting_up.reset_text(programme, message, by=request.profile, now=request.now)
        return _("Our words are used again. Yours stay in the record of versions.")

    return done(request, do, to="directing-text", at=(programme.slug, message.value))


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def agreement(request: MemberRequest, programme: "Programme") -> HttpResponse:
    now_used = queries.agreement(programme)
    form = AgreementForm(
        request.POST if request.method == "POST" else None, initial={"text": now_used.text}
    )
    if form.is_bound and form.is_valid():
        try:
            setting_up.write_agreement(
                programme, form.cleaned_data["text"], by=request.profile, now=request.now
            )
        except ValidationError as refusal:
            form.add_all(refusal)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Kept. Whoever agreed before keeps what she read."))
            return redirect("directing", programme.slug)
    context = {"programme": programme, "form": form, "agreement": now_used}
    return render(request, "directing/agreement.html", context, status=422 if form.errors else 200)


def _is_written(
    request: MemberRequest, programme: "Programme", message: Message, form: TextForm
) -> bool:
    try:
        setting_up.write_text(
            programme, message, words=form.words(), by=request.profile, now=request.now
        )
    except ValidationError as refusal:
        form.add_all(refusal)
    except REFUSED as refusal:
        form.add_error(None, sentence(refusal))
    else:
        return True
    return False


def _example(
    request: MemberRequest, programme: "Programme", message: Message, words: Words
) -> Words:
    """As somebody gets it."""
    if message != Message.ANSWER:
        return filled(words, _values(request, programme))
    body = public_answer(
        programme, handle=EXAMPLE_HANDLE, person=str(EXAMPLES["person"]), words=words
    )
    return Words(subject="", body=body)


def _values(request: MemberRequest, programme: "Programme") -> Mapping[str, Any]:
    """An example."""
    round = queries.current_round(programme)
    today = request.now.astimezone(ZoneInfo(programme.time_zone)).date()
    day = round.closes_on if round is not None else today
    return {
        **EXAMPLES,
        "programme": programme.name,
        "hashtag": f"#{programme.hashtag}",
        "round": round.name if round is not None else today.year,
        "date": formats.date_format(day, "j F Y"),
        "months": programme.months,
    }


def _message(name: str) -> Message:
    try:
        return Message(name)
    except ValueError as unknown:
        raise Http404 from unknown
