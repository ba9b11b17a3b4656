"""When the people of the demo were here last, who is away, and who is a role model."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zlib import crc32

from corridor.demo.people import DemoPerson
from corridor.people import actions

if TYPE_CHECKING:
    from corridor.people.models import Profile

REPLIES_WITHIN = (2, 3, 5, 7, 7, 10, 14)
SILENT_SINCE = timedelta(days=45)
"""Longer than the directory waits for anybody."""

GALLERY_WORDS = {
    "ingrid_lindqvist": "Nobody told me that one may ask. So: one may ask, and twice.",
    "kwame_osei": "I failed my first licensing exam. No patient noticed; I was kinder for it.",
    "adaeze_okonkwo": "Keep a list of those who said yes. Some day you are on somebody’s.",
    "priya_raman": "There is no right year for a child. There are departments worth working in.",
    "kwame_mensa": "I came to medicine by ambulance, driving it. Late is a direction too.",
    "rosa_delgado": "The village clinic taught me as much as the lecture hall. Say both.",
    "eilidh_o_briain": "Apply with the draft you have. Mine had a typo in the first line.",
    "helen_vaughan": "You belong in the room from the day you walk in. The badge comes later.",
}
"""Handle -> what they tell those after them."""


def arrive(profile: "Profile", who: DemoPerson, *, now: datetime) -> None:
    """The same for the same person in every demo, whoever else is in it."""
    draw = crc32(who.handle.encode())
    today = now.date()
    is_known = who.handle in GALLERY_WORDS
    if who.offers and not is_known and draw % 12 == 0:
        seen_on = today - SILENT_SINCE
    else:
        seen_on = today - timedelta(days=draw % 9)
    actions.note_visit(profile=profile, today=seen_on)
    if not who.offers:
        return
    days = REPLIES_WITHIN[draw % len(REPLIES_WITHIN)]
    actions.set_reply_promise(profile=profile, days=days, by=profile)
    if who.handle == "priya_raman" or draw % 17 == 0:
        back_on = today + timedelta(days=10 + draw % 40) if draw % 3 else None
        actions.set_away(
            profile=profile, starts_on=today - timedelta(days=3), ends_on=back_on, by=profile
        )


def show(profile: "Profile") -> None:
    words = GALLERY_WORDS.get(profile.handle)
    if words:
        actions.show_in_gallery(profile=profile, words=words, by=profile)
