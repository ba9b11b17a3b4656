"""Who reacts to what. The one place where a lower context reaches a higher one."""

from collections.abc import Mapping

from corridor.kernel.events import Subscriptions
from corridor.people.events import RoomChanged
from corridor.people.higher_contexts import HigherContext
from corridor.people.tasks import tell_who_waited
from corridor.programmes.personal_archive import ABOUT_PEOPLE

SUBSCRIPTIONS: Subscriptions = {RoomChanged: [tell_who_waited]}

ABOUT_PEOPLE_ABOVE: Mapping[str, HigherContext] = {"programmes": ABOUT_PEOPLE}
"""What contexts above people hold about them: for archives, departures, and who works with whom."""
