"""What people do with tutorials and answers. Each raises by name what it refuses."""

from corridor.library.actions.arrange_parts import (
    PartKeepsPlace,
    TooManyParts,
    add_part,
    move_part,
    remove_part,
)
from corridor.library.actions.begin_tutorial import NotYourTutorial, begin_tutorial, begin_version
from corridor.library.actions.delete_tutorial import delete_tutorial
from corridor.library.actions.illustrate_part import TooManyPictures, add_picture, remove_picture
from corridor.library.actions.import_retractions import (
    Imported,
    NothingInIt,
    import_retractions,
)
from corridor.library.actions.keep_answer import (
    LONGEST,
    AgreedAlready,
    KeptWordsTooLong,
    NothingToKeep,
    NotYourAnswer,
    SaidAnswer,
    WithdrawnByTheOther,
    agree_to_keep,
    withdraw_kept,
)
from corridor.library.actions.keep_version import (
    PartWords,
    VersionIsPublished,
    Words,
    keep_version,
)
from corridor.library.actions.look_up_references import ReferencesNotAsked, look_up_references
from corridor.library.actions.publish_version import NotReady, publish_version
from corridor.library.actions.withhold_kept import (
    KeptGone,
    give_back_kept,
    give_back_kept_from,
    withhold_kept,
    withhold_kept_from,
)

__all__ = [
    "LONGEST",
    "AgreedAlready",
    "Imported",
    "KeptGone",
    "KeptWordsTooLong",
    "NotReady",
    "NotYourAnswer",
    "NotYourTutorial",
    "NothingInIt",
    "NothingToKeep",
    "PartKeepsPlace",
    "PartWords",
    "ReferencesNotAsked",
    "SaidAnswer",
    "TooManyParts",
    "TooManyPictures",
    "VersionIsPublished",
    "WithdrawnByTheOther",
    "Words",
    "add_part",
    "add_picture",
    "agree_to_keep",
    "begin_tutorial",
    "begin_version",
    "delete_tutorial",
    "give_back_kept",
    "give_back_kept_from",
    "import_retractions",
    "keep_version",
    "look_up_references",
    "move_part",
    "publish_version",
    "remove_part",
    "remove_picture",
    "withdraw_kept",
    "withhold_kept",
    "withhold_kept_from",
]
