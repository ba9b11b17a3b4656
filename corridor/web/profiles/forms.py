"""What somebody says of herself, one form a section; each keeps itself through actions."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import formset_factory
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_countries import countries

from corridor.algorithms.careers import CAREERS, Phase, find_career
from corridor.algorithms.specialties import SPECIALTIES
from corridor.people import actions, queries
from corridor.people.actions import NewLink, Place, ProfileFacts
from corridor.people.choices import TagKind
from corridor.people.vocabulary import INTERESTS, LANGUAGES
from corridor.web.fields.tags import TagsField, TagsInput
from corridor.web.fields.week import WeekField
from corridor.web.fields.zones import ZoneField

if TYPE_CHECKING:
    from corridor.people.models import Profile

FEW = 12
PHASES: dict[Phase, Promise] = {
    Phase.STUDENT: gettext_lazy("Student"),
    Phase.TRAINEE: gettext_lazy("In training"),
    Phase.FACULTY: gettext_lazy("Attending, consultant, faculty"),
    Phase.OUTSIDE: gettext_lazy("Elsewhere"),
}


def stage_choices() -> list[tuple[object, object]]:
    ladder = [
        (label, [(career.code, career.name) for career in CAREERS if career.phase == phase])
        for phase, label in PHASES.items()
    ]
    return [("", _("Choose")), *ladder]


def specialty_choices() -> list[tuple[str, str]]:
    return [("", _("Choose")), *((one.slug, one.name) for one in SPECIALTIES)]


def country_choices() -> list[tuple[str, str]]:
    return [("", _("Not said")), *((code, str(name)) for code, name in countries)]


class SectionForm(forms.Form):
    """`keep` calls actions; what they refuse becomes errors of the form."""

    previews: ClassVar[bool] = True

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.profile = profile

    def keep(self, *, by: "Profile", now: datetime) -> None:
        raise NotImplementedError

    def refuse(self, refusal: ValidationError) -> None:
        by_field = refusal.message_dict if hasattr(refusal, "error_dict") else {}
        for field, messages in by_field.items():
            known = field if field in self.fields and field != NON_FIELD_ERRORS else None
            self.add_error(known, [str(message) for message in messages])
        if not by_field:
            self.add_error(None, refusal)

    def _edit(self, by: "Profile", *names: str) -> None:
        changed = {name: self.cleaned_data[name] for name in names}
        facts = replace(ProfileFacts.of(self.profile), **changed)
        actions.edit_profile(profile=self.profile, facts=facts, by=by)


class AboutForm(SectionForm):
    display_name = forms.CharField(
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("As you want others to call you, in any script."),
        max_length=100,
    )
    pronouns = forms.CharField(
        label=gettext_lazy("Pronouns"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"list": "pronouns"}),
    )
    bio = forms.CharField(
        label=gettext_lazy("About you"),
        help_text=gettext_lazy("Plain text; #hashtags and addresses become links."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Country"), required=False, choices=country_choices
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        names = ("display_name", "pronouns", "bio", "country")
        initial = {name: getattr(profile, name) for name in names}
        super().__init__(*args, profile=profile, initial=initial, **kwargs)

    def keep(self, *, by: "Profile", now: datetime) -> None:
        del now
        self._edit(by, "display_name", "pronouns", "bio", "country")


class PlaceForm(forms.Form):
    institution = forms.CharField(label=gettext_lazy("Institution"), max_length=160, required=False)
    since = forms.DateField(
        label=gettext_lazy("Since"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    until = forms.DateField(
        label=gettext_lazy("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if (since or until) and not given.get("institution"):
            self.add_error("institution", _("Say where."))
        if since and until and until < since:
            self.add_error("until", _("It ends before it begins."))
        return given


Places = formset_factory(PlaceForm, extra=2, max_num=actions.MOST_AFFILIATIONS, validate_max=True)


class WorkForm(SectionForm):
    stage = forms.ChoiceField(label=gettext_lazy("Stage"), required=False, choices=stage_choices)
    grade = forms.CharField(
        label=gettext_lazy("What it is called where you are"),
        help_text=gettext_lazy("Registrar, Oberärztin, externe. Others see this word."),
        max_length=60,
        required=False,
    )
    specialty = forms.ChoiceField(
        label=gettext_lazy("Specialty"), required=False, choices=specialty_choices
    )
    subspecialty = forms.CharField(
        label=gettext_lazy("Subspecialty"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"list": "subspecialties"}),
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        names = ("stage", "grade", "specialty", "subspecialty")
        initial = {name: getattr(profile, name) for name in names}
        super().__init__(*args, profile=profile, initial=initial, **kwargs)
        self.places = Places(
            self.data if self.is_bound else None,
            prefix="places",
            initial=[
                {"institution": place.institution, "since": place.since, "until": place.until}
                for place in profile.affiliations.all()
            ],
        )

    @property
    def subspecialties(self) -> list[str]:
        return sorted({name for one in SPECIALTIES for name in one.subspecialties})

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("grade") and not given.get("stage"):
            career = find_career(given["grade"])
            given["stage"] = career.code if career else ""
        if not self.places.is_valid():
            self.add_error(None, _("Look at the places of work below."))
        return given

    def keep(self, *, by: "Profile", now: datetime) -> None:
        self._edit(by, "stage", "grade", "specialty", "subspecialty")
        places = [
            Place(
                institution=given["institution"], since=given.get("since"), until=given.get("until")
            )
            for given in (form.cleaned_data for form in self.places)
            if given.get("institution")
        ]
        today: date = now.date()
        actions.set_affiliations(profile=self.profile, places=places, by=by, today=today)


class InterestsForm(SectionForm):
    interests = TagsField(
        label=gettext_lazy("Interests"),
        help_text=gettext_lazy("Others find you by them."),
        required=False,
    )
    languages = TagsField(label=gettext_lazy("Languages you can meet in"), required=False)

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        tags = profile.tags.all()
        initial = {
            "interests": [tag.tag for tag in tags if tag.kind == TagKind.INTEREST],
            "languages": [tag.tag for tag in tags if tag.kind == TagKind.LANGUAGE],
        }
        super().__init__(*args, profile=profile, initial=initial, **kwargs)
        for name, kind, besides in (
            ("interests", TagKind.INTEREST, INTERESTS),
            ("languages", TagKind.LANGUAGE, LANGUAGES),
        ):
            known = queries.known_tags(kind, besides=besides)
            self.fields[name].widget = TagsInput(suggested=known[:FEW], known=known)

    def keep(self, *, by: "Profile", now: datetime) -> None:
        del now
        given = self.cleaned_data
        actions.set_interests(profile=self.profile, interests=given["interests"], by=by)
        actions.set_languages(profile=self.profile, languages=given["languages"], by=by)


class HoursForm(SectionForm):
    week = WeekField(
        label=gettext_lazy("When you can meet"),
        help_text=gettext_lazy("In the time of where you live; members see it."),
        required=False,
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        initial = {"time_zone": profile.time_zone, "week": queries.free_spans(profile)}
        super().__init__(*args, profile=profile, initial=initial, **kwargs)
        self.fields["time_zone"] = ZoneField(
            label=_("Time zone"), current=profile.time_zone, guess=not self.is_bound
        )
        self.order_fields(["time_zone", "week"])

    def keep(self, *, by: "Profile", now: datetime) -> None:
        del now
        self._edit(by, "time_zone")
        actions.set_free_hours(profile=self.profile, spans=self.cleaned_data["week"], by=by)


class LinkForm(forms.Form):
    label = forms.CharField(label=gettext_lazy("What it is"), max_length=60, required=False)
    url = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://"}),
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("label") and not given.get("url"):
            self.add_error("url", _("Say where it is."))
        return given


Links = formset_factory(
    LinkForm, extra=2, max_num=actions.MOST_LINKS, absolute_max=actions.MOST_LINKS
)


class LinksForm(SectionForm):
    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        super().__init__(*args, profile=profile, **kwargs)
        self.links = Links(
            self.data if self.is_bound else None,
            prefix="links",
            initial=[{"label": link.label, "url": link.url} for link in profile.links.all()],
        )

    @property
    def own_address(self) -> str:
        """What a page elsewhere has to link to."""
        return f"{settings.PUBLIC_URL}{reverse('profile', args=[self.profile.handle])}"

    def clean(self) -> dict[str, Any]:
        if not self.links.is_valid():
            self.add_error(None, _("Look at the addresses below."))
        return super().clean() or self.cleaned_data

    def keep(self, *, by: "Profile", now: datetime) -> None:
        del now
        links = [
            NewLink(label=given.get("label") or _bare(given["url"])[:60], url=given["url"])
            for given in (form.cleaned_data for form in self.links)
            if given.get("url")
        ]
        actions.set_links(profile=self.profile, links=links, by=by)


def _bare(url: str) -> str:
    return url.removeprefix("https://").rstrip("/")


class HandleForm(SectionForm):
    previews = False

    handle = forms.CharField(
        label=gettext_lazy("Handle"),
        help_text=gettext_lazy("Small letters, digits and underscores, at most 30."),
        max_length=31,
    )

    def __init__(self, *args: Any, profile: "Profile", **kwargs: Any) -> None:
        super().__init__(*args, profile=profile, initial={"handle": profile.handle}, **kwargs)

    def keep(self, *, by: "Profile", now: datetime) -> None:
        handle = self.cleaned_data["handle"]
        try:
            actions.change_handle(profile=self.profile, handle=handle, by=by, now=now)
        except actions.HandleTaken as taken:
            words = _("Somebody has this handle, or gave it up less than a year ago.")
            raise ValidationError({"handle": [words]}) from taken
