"""A story of something personal: for few or for all, never passed on, and it ends."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from corridor.posts.actions import MayIdentifyPatient, NewPost, place_of, publish_post
from corridor.posts.actions.refusals import REFUSALS, sentence
from corridor.posts.choices import Audience, Kind, Repliers
from corridor.posts.help_lines import help_lines
from corridor.web.posts.asking import AskForm, ask
from corridor.web.posts.looking_again import (
    LookAgain,
    kept_because,
    look_again,
    with_suggestions,
)
from corridor.web.viewer import MemberRequest, member_required

UNPROCESSABLE = 422
STORY = place_of(audience=Audience.PUBLIC, is_reply=False)
AUDIENCES = (
    (Audience.RELATIONS, gettext_lazy("My mentors and mentees")),
    (Audience.VERIFIED, gettext_lazy("Verified members")),
    (Audience.PUBLIC, gettext_lazy("Everyone, on the open web")),
)
ENDS = (
    (1, gettext_lazy("After a day")),
    (7, gettext_lazy("After a week")),
    (30, gettext_lazy("After a month")),
    (90, gettext_lazy("After three months")),
    (365, gettext_lazy("After a year")),
)


class StoryForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Your story"), widget=forms.Textarea(attrs={"rows": 8})
    )
    content_note = forms.CharField(
        label=gettext_lazy("Content note"),
        help_text=gettext_lazy("Shown first; the story is folded behind it."),
        max_length=300,
        required=False,
    )
    audience = forms.ChoiceField(label=gettext_lazy("Who may read it"), choices=AUDIENCES)
    ends = forms.TypedChoiceField(
        label=gettext_lazy("When it ends"), choices=ENDS, coerce=int, initial=30
    )
    repliers = forms.ChoiceField(
        label=gettext_lazy("Who may reply at once"), choices=Repliers.choices
    )

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def compose(request: MemberRequest) -> HttpResponse:
    look: LookAgain | None = None
    data: QueryDict | None = request.POST if request.method == "POST" else None
    if data is not None and "take" in data:
        data, look = with_suggestions(request, place=STORY)
    form = StoryForm(data)
    asking: AskForm | None = None
    if form.is_valid() and request.POST.get("deed") == "ask":
        kept, asking = ask(request, _story(form, request))
        if kept is not None:
            words = _("It is sent. Until somebody lets it pass, nobody else sees it.")
            messages.success(request, words)
            return redirect("own-reading", kept.pk)
    elif form.is_valid() and "take" not in request.POST:
        try:
            post = publish_post(_story(form, request), by=request.profile, now=request.now)
        except MayIdentifyPatient as refused:
            look = look_again(refused)
        except REFUSALS as refused:
            form.add_error("text", sentence(refused))
        else:
            messages.success(request, _("Your story is there for those you chose."))
            return redirect("post", request.profile.handle, post.pk)
    shown = {"form": form, "lines": help_lines(request.profile.country), "look": look}
    shown["asking"] = asking
    status = UNPROCESSABLE if form.errors or look or asking else 200
    return render(request, "stories/compose.html", shown, status=status)


def _story(form: StoryForm, request: MemberRequest) -> NewPost:
    said = form.cleaned_data
    return NewPost(
        text=said["text"],
        content_note=said["content_note"],
        kind=Kind.STORY,
        audience=Audience(said["audience"]),
        repliers=Repliers(said["repliers"]),
        expires_at=request.now + timedelta(days=said["ends"]),
        kept_because=kept_because(request),
    )
