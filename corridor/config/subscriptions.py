"""Who reacts to what. The one place where a lower context reaches a higher one."""

from corridor.kernel.events import Subscriptions

SUBSCRIPTIONS: Subscriptions = {}
