"""What somebody gives and seeks, on one screen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people.actions import MOST_PLACES, NewOffer, NewWish
from corridor.people.choices import Kind
from corridor.people.vocabulary import TOPICS, TOPICS_OF
from corridor.web.fields.tags import TagsField, TagsInput

if TYPE_CHECKING:
    from corridor.people.models import Offer, Profile, Wish

LONGEST_REPLY = 60


class OfferForm(forms.Form):
    is_given = forms.BooleanField(required=False)
    topics = TagsField(label=gettext_lazy("What you can help with"), required=False)
    capacity = forms.IntegerField(
        label=gettext_lazy("How many people at once"),
        min_value=0,
        max_value=MOST_PLACES,
        initial=1,
        required=False,
    )
    carries = forms.IntegerField(
        label=gettext_lazy("How many of them you have already, outside of this server"),
        min_value=0,
        max_value=1000,
        initial=0,
        required=False,
    )
    months = forms.IntegerField(
        label=gettext_lazy("For how many months"),
        help_text=gettext_lazy("Leave it empty where that is open."),
        min_value=1,
        max_value=60,
        required=False,
    )
    not_for = forms.CharField(
        label=gettext_lazy("What you are not the right person for"),
        max_length=200,
        required=False,
    )

    def __init__(self, data: Any, *, kind: Kind, offer: "Offer | None") -> None:
        super().__init__(data, prefix=f"offer-{kind.value}", initial=_of_offer(offer))
        self.kind = kind
        self.fields["topics"].widget = TagsInput(suggested=TOPICS)
        self.fields["is_given"].label = GIVES[kind]

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data["is_given"]:
            # Fields that nobody sees any more cannot be wrong.
            self.errors.clear()
        return self.cleaned_data

    def offer(self) -> NewOffer | None:
        given = self.cleaned_data
        if not given["is_given"]:
            return None
        return NewOffer(
            kind=self.kind,
            capacity=1 if given["capacity"] is None else given["capacity"],
            carries=given["carries"] or 0,
            months=given["months"],
            topics=tuple(given["topics"]),
            not_for=given["not_for"],
        )


class WishForm(forms.Form):
    is_sought = forms.BooleanField(required=False)
    topics = TagsField(label=gettext_lazy("What you want help with"), required=False)
    goal = forms.CharField(label=gettext_lazy("What you hope for"), max_length=200, required=False)

    def __init__(self, data: Any, *, kind: Kind, wish: "Wish | None", profile: "Profile") -> None:
        super().__init__(data, prefix=f"wish-{kind.value}", initial=_of_wish(wish))
        self.kind = kind
        career = profile.career
        suggested = TOPICS_OF[career.phase] if career else TOPICS
        self.fields["topics"].widget = TagsInput(suggested=suggested)
        self.fields["is_sought"].label = SEEKS[kind]

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data["is_sought"]:
            self.errors.clear()
        return self.cleaned_data

    def wish(self) -> NewWish | None:
        given = self.cleaned_data
        if not given["is_sought"]:
            return None
        return NewWish(kind=self.kind, topics=tuple(given["topics"]), goal=given["goal"])


class OffersAndWishes:
    """All forms of the screen as one."""

    def __init__(self, data: Any, *, profile: "Profile") -> None:
        offers = {offer.kind: offer for offer in profile.offers.prefetch_related("topics")}
        wishes = {wish.kind: wish for wish in profile.wishes.prefetch_related("topics")}
        self.offers = [OfferForm(data, kind=kind, offer=offers.get(kind)) for kind in Kind]
        self.wishes = [
            WishForm(data, kind=kind, wish=wishes.get(kind), profile=profile) for kind in Kind
        ]
        self.promise = PromiseForm(data, initial={"days": profile.reply_within_days})

    def is_valid(self) -> bool:
        # Every form is asked, so that each shows its mistakes.
        return not [form for form in self._forms() if not form.is_valid()]

    @property
    def errors(self) -> list[forms.BoundField]:
        return [field for field in self if field.errors]

    def __iter__(self) -> Iterator[forms.BoundField]:
        for form in self._forms():
            yield from form

    def _forms(self) -> list[forms.Form]:
        return [*self.offers, *self.wishes, self.promise]


class PromiseForm(forms.Form):
    days = forms.IntegerField(
        label=gettext_lazy("Within how many days you answer"),
        min_value=1,
        max_value=LONGEST_REPLY,
    )


class AwayForm(forms.Form):
    starts_on = forms.DateField(
        label=gettext_lazy("Away from"), widget=forms.DateInput(attrs={"type": "date"})
    )
    ends_on = forms.DateField(
        label=gettext_lazy("Back on"),
        help_text=gettext_lazy("Leave it empty where you do not know yet."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        starts_on, ends_on = given.get("starts_on"), given.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", _("The day back comes after the first day away."))
        return given


GIVES = {
    Kind.MENTORSHIP: gettext_lazy("I mentor"),
    Kind.COACHING: gettext_lazy("I coach"),
    Kind.SPONSORSHIP: gettext_lazy("I sponsor"),
}
SEEKS = {
    Kind.MENTORSHIP: gettext_lazy("I look for a mentor"),
    Kind.COACHING: gettext_lazy("I look for a coach"),
    Kind.SPONSORSHIP: gettext_lazy("I look for a sponsor"),
}


def _of_offer(offer: "Offer | None") -> dict[str, Any]:
    if offer is None:
        return {}
    facts = {name: getattr(offer, name) for name in ("capacity", "carries", "months", "not_for")}
    return facts | {"is_given": True, "topics": [topic.topic for topic in offer.topics.all()]}


def _of_wish(wish: "Wish | None") -> dict[str, Any]:
    if wish is None:
        return {}
    topics = [topic.topic for topic in wish.topics.all()]
    return {"is_sought": True, "goal": wish.goal, "topics": topics}
