"""The screens of the way in; each keeps itself through actions."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people import actions, queries
from corridor.people.actions import MOST_PLACES, NewOffer, NewWish, Place
from corridor.people.choices import Kind, TagKind
from corridor.people.vocabulary import INTERESTS, LANGUAGES, TOPICS, goals_for
from corridor.people.way_in import DIRECTS, GIVES, SEEKS
from corridor.web.fields.tags import TagsField, TagsInput
from corridor.web.fields.week import WeekField
from corridor.web.fields.zones import ZoneField
from corridor.web.profiles.forms import SectionForm, specialty_choices, stage_choices

if TYPE_CHECKING:
    from corridor.people.models import Profile

FEW = 10
MOST_GOALS = 3


class ChoiceForm(SectionForm):
    paths = forms.MultipleChoiceField(
        label=gettext_lazy("What brings you here?"),
        choices=[
            (SEEKS, gettext_lazy("I am looking for a mentor, a coach or a sponsor")),
            (GIVES, gettext_lazy("I want to give: time, questions, an open door")),
            (DIRECTS, gettext_lazy("I run a mentoring programme")),
        ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose one at least, or skip.")},
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        initial = {"paths": queries.way_in(profile).chosen}
        super().__init__(*args, profile=profile, initial=initial, **kwargs)

    def keep(self, *, by: "Profile", now: datetime) -> None:
        paths = self.cleaned_data["paths"]
        actions.choose_paths(profile=self.profile, paths=paths, by=by, now=now)


class NowForm(SectionForm):
    display_name = forms.CharField(label=gettext_lazy("What others call you"), max_length=100)
    stage = forms.ChoiceField(label=gettext_lazy("Stage"), required=False, choices=stage_choices)
    grade = forms.CharField(
        label=gettext_lazy("What it is called where you are"), max_length=60, required=False
    )
    specialty = forms.ChoiceField(
        label=gettext_lazy("Specialty, or the one you think of"),
        required=False,
        choices=specialty_choices,
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        names = ("display_name", "stage", "grade", "specialty")
        initial = {name: getattr(profile, name) for name in names}
        super().__init__(*args, profile=profile, initial=initial, **kwargs)

    def keep(self, *, by: "Profile", now: datetime) -> None:
        del now
        self._edit(by, "display_name", "stage", "grade", "specialty")


class GoalsForm(SectionForm):
    goals = forms.MultipleChoiceField(
        label=gettext_lazy("What would help?"),
        help_text=gettext_lazy("Up to three."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    goal = forms.CharField(
        label=gettext_lazy("In your own words"),
        help_text=gettext_lazy("One sentence, for members who look at your profile."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        self.offered = goals_for(profile.career.phase if profile.career else None)
        wishes = {wish.kind: wish for wish in profile.wishes.prefetch_related("topics")}
        has = {topic.topic for wish in wishes.values() for topic in wish.topics.all()}
        initial = {
            "goals": [goal.code for goal in self.offered if set(goal.topics) <= has],
            "goal": wishes[Kind.MENTORSHIP].goal if Kind.MENTORSHIP in wishes else "",
        }
        super().__init__(*args, profile=profile, initial=initial, **kwargs)
        field = self.fields["goals"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(goal.code, goal.words) for goal in self.offered]

    def clean_goals(self) -> list[str]:
        goals: list[str] = self.cleaned_data["goals"]
        if len(goals) > MOST_GOALS:
            raise forms.ValidationError(_("Three at most: the rest can wait for the next mentor."))
        return goals

    def keep(self, *, by: "Profile", now: datetime) -> None:
        """Other wishes that she has stay."""
        del now
        _, before = queries.offers_and_wishes(self.profile)
        topics = {wish.kind: [one.topic for one in wish.topics.all()] for wish in before}
        words = {wish.kind: wish.goal for wish in before}
        for goal in self.offered:
            if goal.code in self.cleaned_data["goals"]:
                topics.setdefault(goal.kind, []).extend(goal.topics)
        if self.cleaned_data["goal"] or topics:
            words[Kind.MENTORSHIP] = self.cleaned_data["goal"]
        if self.cleaned_data["goal"]:
            topics.setdefault(Kind.MENTORSHIP, [])
        wishes = [
            NewWish(kind=kind, topics=tuple(named), goal=words.get(kind, ""))
            for kind, named in topics.items()
        ]
        actions.set_wishes(profile=self.profile, wishes=wishes, by=by)


class TagsForm(SectionForm):
    """Interests, languages and hours: what suggestions are made of besides goals."""

    interests = TagsField(label=gettext_lazy("Interests"), required=False)
    languages = TagsField(label=gettext_lazy("Languages you can meet in"), required=False)
    week = WeekField(label=gettext_lazy("When you can meet"), required=False)

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        tags = list(profile.tags.all())
        initial = {
            "interests": [tag.tag for tag in tags if tag.kind == TagKind.INTEREST],
            "languages": [tag.tag for tag in tags if tag.kind == TagKind.LANGUAGE],
            "time_zone": profile.time_zone,
            "week": queries.free_spans(profile),
        }
        super().__init__(*args, profile=profile, initial=initial, **kwargs)
        for name, kind, besides in (
            ("interests", TagKind.INTEREST, INTERESTS),
            ("languages", TagKind.LANGUAGE, LANGUAGES),
        ):
            known = queries.known_tags(kind, besides=besides)
            self.fields[name].widget = TagsInput(suggested=known[:FEW], known=known)
        self.fields["time_zone"] = ZoneField(
            label=_("Time zone"), current=profile.time_zone, guess=not self.is_bound
        )
        self.order_fields(["interests", "languages", "time_zone", "week"])

    def keep(self, *, by: "Profile", now: datetime) -> None:
        del now
        given = self.cleaned_data
        self._edit(by, "time_zone")
        actions.set_interests(profile=self.profile, interests=given["interests"], by=by)
        actions.set_languages(profile=self.profile, languages=given["languages"], by=by)
        actions.set_free_hours(profile=self.profile, spans=given["week"], by=by)


class RoomForm(SectionForm):
    stage = forms.ChoiceField(label=gettext_lazy("Stage"), required=False, choices=stage_choices)
    capacity = forms.IntegerField(
        label=gettext_lazy("How many people at once"), min_value=0, max_value=MOST_PLACES
    )
    topics = TagsField(label=gettext_lazy("What you can help with"), required=False)

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        self.offer = profile.offers.filter(kind=Kind.MENTORSHIP).first()
        topics = [topic.topic for topic in self.offer.topics.all()] if self.offer else []
        initial = {
            "stage": profile.stage,
            "capacity": self.offer.capacity if self.offer else 1,
            "topics": topics,
        }
        super().__init__(*args, profile=profile, initial=initial, **kwargs)
        self.fields["topics"].widget = TagsInput(suggested=TOPICS)

    def keep(self, *, by: "Profile", now: datetime) -> None:
        del now
        self._edit(by, "stage")
        _keep_mentoring(
            self.profile,
            by,
            capacity=self.cleaned_data["capacity"],
            topics=tuple(self.cleaned_data["topics"]),
        )


class HoursForm(TagsForm):
    not_for = forms.CharField(
        label=gettext_lazy("What you are not the right person for"), max_length=200, required=False
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        super().__init__(*args, profile=profile, **kwargs)
        offer = profile.offers.filter(kind=Kind.MENTORSHIP).first()
        self.initial["not_for"] = offer.not_for if offer else ""

    def keep(self, *, by: "Profile", now: datetime) -> None:
        super().keep(by=by, now=now)
        _keep_mentoring(self.profile, by, not_for=self.cleaned_data["not_for"])


class ProgrammeForm(SectionForm):
    institution = forms.CharField(
        label=gettext_lazy("Institution or society"), max_length=160, required=False
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        initial = {"institution": profile.institution}
        super().__init__(*args, profile=profile, initial=initial, **kwargs)

    def keep(self, *, by: "Profile", now: datetime) -> None:
        """Before the places she has, unless it is one of them."""
        name = self.cleaned_data["institution"]
        places = [
            Place(institution=one.institution, since=one.since, until=one.until)
            for one in self.profile.affiliations.all()
        ]
        if name and name not in {place.institution for place in places}:
            places = [Place(institution=name), *places]
        today = now.date()
        actions.set_affiliations(profile=self.profile, places=places, by=by, today=today)


def _keep_mentoring(profile: "Profile", by: "Profile", **changed: Any) -> None:
    """The mentoring that she offers, made or changed; her other offers stay."""
    offers = {
        offer.kind: {
            "capacity": offer.capacity,
            "carries": offer.carries,
            "months": offer.months,
            "topics": tuple(topic.topic for topic in offer.topics.all()),
            "not_for": offer.not_for,
        }
        for offer in queries.offers_and_wishes(profile)[0]
    }
    offers[Kind.MENTORSHIP] = offers.get(Kind.MENTORSHIP, {}) | changed
    new = [NewOffer(kind=kind, **facts) for kind, facts in offers.items()]  # type: ignore[arg-type]
    actions.set_offers(profile=profile, offers=new, by=by)
