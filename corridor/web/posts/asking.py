"""Having somebody read it first, from whichever page a post is written on."""

from datetime import datetime
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from corridor.posts import actions as posting
from corridor.safety import actions, queries, what_is_read
from corridor.safety.actions import LONGEST_REQUEST, Wish
from corridor.safety.choices import OF_HELD, Grounds
from corridor.safety.what_is_read import A_NEW_POST, About
from corridor.web.posts.reading_refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.posts.actions import NewPost
    from corridor.safety.models import SecondReading

OF_WORDS = (actions.SayMore, actions.RequestTooLong)
ANYBODY = _("A second reader of this server")


class AskForm(forms.Form):
    """`ask_grounds` where it is held, `ask_wanted` where it is not."""

    ask_sent = forms.CharField(widget=forms.HiddenInput, initial="1", required=False)
    ask_grounds = forms.ChoiceField(
        label=_("Why it may be posted"),
        choices=[("", _("Choose why")), *[(one.value, one.label) for one in OF_HELD]],
        required=False,
    )
    ask_wanted = forms.ChoiceField(label=_("Who reads it"), required=False)
    ask_words = forms.CharField(
        label=_("To the reader"),
        max_length=LONGEST_REQUEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, said: QueryDict | None, *, viewer: "Profile", now: datetime, is_held: bool
    ) -> None:
        super().__init__(said)
        self.auto_id = "%s"
        self.is_held = is_held
        today = now.date()
        if is_held:
            del self.fields["ask_wanted"]
            self.fields["ask_words"].help_text = _(
                "Where the agreement lies, who signed it and when, and what it covers; where it is"
                " published; or why the check is wrong. Without names."
            )
            return
        del self.fields["ask_grounds"]
        people = queries.may_be_asked(viewer, today=today)
        choices: list[tuple[str, object]] = [(str(one.pk), one.display_name) for one in people]
        if queries.has_second_readers(viewer, today=today):
            choices.append(("", ANYBODY))
        wanted = self.fields["ask_wanted"]
        assert isinstance(wanted, forms.ChoiceField)  # noqa: S101 - as it stands above
        wanted.choices = choices
        self.fields["ask_words"].help_text = _("What you are not sure about, if you like.")

    @property
    def has_readers(self) -> bool:
        """Where nobody could read it, there is nothing to choose."""
        wanted = self.fields.get("ask_wanted")
        return not isinstance(wanted, forms.ChoiceField) or bool(wanted.choices)

    def wish(self, *, publish_at: datetime | None, about: About) -> Wish:
        said = self.cleaned_data
        wanted = said.get("ask_wanted", "")
        return Wish(
            grounds=said.get("ask_grounds", "") if self.is_held else Grounds.UNSURE,
            words=said["ask_words"],
            wanted=int(wanted) if wanted else None,
            publish_at=publish_at,
            about=about,
        )


def ask(
    request: MemberRequest,
    new: "NewPost",
    *,
    publish_at: datetime | None = None,
    reading: "SecondReading | None" = None,
    about: About = A_NEW_POST,
) -> "tuple[SecondReading | None, AskForm]":
    """What is read now, or the form that still needs an answer."""
    form = ask_form(request, new, about=about)
    if not form.is_bound or not form.is_valid():
        return None, form
    try:
        kept = actions.ask_second_reader(
            new,
            form.wish(publish_at=publish_at, about=about),
            by=request.profile,
            now=request.now,
            reading=reading,
        )
    except REFUSED as refused:
        field = "ask_words" if isinstance(refused, OF_WORDS) else None
        form.add_error(field, sentence(refused))
    except posting.PUBLISHING_REFUSALS as refused:
        form.add_error(None, posting.sentence(refused))
    else:
        return kept, form
    return None, form


def ask_form(
    request: MemberRequest,
    new: "NewPost",
    *,
    reading: "SecondReading | None" = None,
    about: About = A_NEW_POST,
) -> AskForm:
    """Of one that was sent before, with what was said to its reader then."""
    is_held = what_is_read.is_held(new, about, by=request.profile)
    said = request.POST if "ask_sent" in request.POST else None
    form = AskForm(said, viewer=request.profile, now=request.now, is_held=is_held)
    if reading is not None:
        form.initial = {"ask_grounds": reading.grounds, "ask_words": reading.said["words"]}
    return form
