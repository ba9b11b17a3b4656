"""What pages about joining say: `{% load joining %}`."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people.registration import Registration, registration
from corridor.web.joining.arrivals import invitation_of
from corridor.web.joining.elsewhere import buttons

register = template.Library()

WHO: dict[Registration, str | Promise] = {
    Registration.OPEN: gettext_lazy("For everybody in medicine, and on the way there."),
    Registration.APPROVAL: gettext_lazy("Those who run this server look at each request."),
    Registration.INVITATION: gettext_lazy("You have been invited."),
    Registration.ROSTER: gettext_lazy("Use the mailbox that your school or society has of you."),
    Registration.DOMAINS: gettext_lazy("Use the mailbox of your school or hospital."),
}
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"))
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


@register.simple_tag(takes_context=True)
def who_joins(context: template.Context) -> str | Promise:
    invitation = invitation_of(context["request"])
    if invitation and invitation.made_by:
        return _("%(name)s has invited you.") % {"name": invitation.made_by.display_name}
    return WHO[registration()]


@register.simple_tag
def ways_elsewhere() -> list[dict[str, str]]:
    return buttons()


@register.filter
def browser(agent: str) -> str:
    """In words, as far as what a browser says of itself can be believed."""
    fallback = "Safari" if "Safari" in agent else _("Another program")
    name = next((name for mark, name in BROWSERS if mark in agent), fallback)
    system = next((name for mark, name in SYSTEMS if mark in agent), "")
    return _("%(name)s on %(system)s") % {"name": name, "system": system} if system else name
