from datetime import datetime

from corridor.programmes.actions.forms.versions import latest_or_first
from corridor.programmes.choices import Side
from corridor.programmes.models import FormVersion, Programme, Round


def hold_form(*, round: Round, side: Side, now: datetime) -> FormVersion:
    """The form that somebody begins to answer now.

    Inside the transaction that stores her application with this version: until then no director
    can change it under her.
    """
    programme = Programme.objects.select_for_update().get(pk=round.programme_id)
    return latest_or_first(programme, side, now=now)
