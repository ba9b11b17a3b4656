"""What is done to a programme itself."""

from corridor.programmes.actions.set_up_rights import NotInTeam, ProgrammeArchived
from corridor.programmes.actions.setting_up.archive_programme import (
    NotArchived,
    RoundsGoOn,
    archive_programme,
    bring_back_programme,
)
from corridor.programmes.actions.setting_up.ask_to_start import AskedTooOften, ask_to_start
from corridor.programmes.actions.setting_up.change_dates import (
    BEFORE_MATCHING,
    DatesAreFixed,
    change_dates,
)
from corridor.programmes.actions.setting_up.change_set_up import change_set_up
from corridor.programmes.actions.setting_up.draft_programme import (
    MayNotStart,
    NewDraft,
    TooManyDrafts,
    draft_programme,
)
from corridor.programmes.actions.setting_up.duplicate_programme import duplicate_programme
from corridor.programmes.actions.setting_up.export_programme import export_programme
from corridor.programmes.actions.setting_up.join_programmes import (
    NotBothYours,
    PartOfItself,
    join_programmes,
)
from corridor.programmes.actions.setting_up.plan_round import Plan, plan_round
from corridor.programmes.actions.setting_up.publish_programme import (
    HashtagTaken,
    NotReady,
    publish_programme,
)
from corridor.programmes.actions.setting_up.tend_rounds import tend_rounds
from corridor.programmes.actions.setting_up.use_instrument import (
    NoInstrument,
    leave_instrument,
    use_instrument,
)
from corridor.programmes.actions.setting_up.write_words import (
    reset_text,
    write_agreement,
    write_text,
)

__all__ = [
    "BEFORE_MATCHING",
    "AskedTooOften",
    "DatesAreFixed",
    "HashtagTaken",
    "MayNotStart",
    "NewDraft",
    "NoInstrument",
    "NotArchived",
    "NotBothYours",
    "NotInTeam",
    "NotReady",
    "PartOfItself",
    "Plan",
    "ProgrammeArchived",
    "RoundsGoOn",
    "TooManyDrafts",
    "archive_programme",
    "ask_to_start",
    "bring_back_programme",
    "change_dates",
    "change_set_up",
    "draft_programme",
    "duplicate_programme",
    "export_programme",
    "join_programmes",
    "leave_instrument",
    "plan_round",
    "publish_programme",
    "reset_text",
    "tend_rounds",
    "use_instrument",
    "write_agreement",
    "write_text",
]
