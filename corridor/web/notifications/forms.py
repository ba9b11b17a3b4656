"""How the viewer wants to be told."""

from django import forms
from django.utils.translation import gettext_lazy as _

from corridor.notifications.choices import MAIL, Treatment


def _treatment(label: object) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,  # type: ignore[arg-type]  # a Promise
        choices=Treatment.choices,
    )


class WishesForm(forms.Form):
    mentions = forms.BooleanField(
        label=_("Replies, and posts that name me"),
        required=False,
        help_text=_("At most one mail a day, and none when there is nothing new."),
    )
    follow_requests = forms.BooleanField(label=_("Who asks to follow me"), required=False)
    messages = forms.BooleanField(
        label=_("That a message waits for me"),
        required=False,
        help_text=_("After ten minutes unread, once until I have looked; never what it says."),
    )
    messages_daily = forms.BooleanField(
        label=_("Messages that I have not read, with the daily mail"), required=False
    )
    contacts = forms.BooleanField(
        label=_("Hellos, what comes of them, and answers to my questions to mentors"),
        required=False,
    )
    flags = forms.BooleanField(label=_("What came of what I flagged"), required=False)
    shields = forms.BooleanField(
        label=_("That a shield is offered to me"), required=False, help_text=_("At once.")
    )
    notes = forms.BooleanField(
        label=_("Context notes, and works I named that were retracted"), required=False
    )
    for_not_following = _treatment(_("From people I do not follow"))
    for_not_followers = _treatment(_("From people who do not follow me"))
    for_new_accounts = _treatment(_("From people who joined in the last 30 days"))
    for_private_mentions = _treatment(_("Private posts of people I do not follow"))
    for_limited_accounts = _treatment(_("From people whom moderators have limited"))
    PEOPLE = (
        "for_not_following",
        "for_not_followers",
        "for_new_accounts",
        "for_private_mentions",
        "for_limited_accounts",
    )

    @property
    def mail(self) -> list[forms.BoundField]:
        return [self[name] for name in MAIL]

    @property
    def people(self) -> list[forms.BoundField]:
        return [self[name] for name in self.PEOPLE]
