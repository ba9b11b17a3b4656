"""When two people who meant to meet are silent: nothing shows that they are in touch.

A pair has its rhythm, and one missed meeting is none of anybody's business: silence begins half a
rhythm after the meeting that did not come, and never before two weeks.
"""

from datetime import datetime, timedelta

RHYTHM = {
    "weekly": timedelta(days=7),
    "fortnight": timedelta(days=14),
    "monthly": timedelta(days=30),
    "quarterly": timedelta(days=91),
}
USUAL = RHYTHM["monthly"]
LEAST = timedelta(days=14)


def silent_after(cadence: str) -> timedelta:
    """Of a cadence as programmes name it; any other word is taken as monthly."""
    return max(LEAST, RHYTHM.get(cadence, USUAL) * 3 / 2)


def is_silent(last_sign: datetime, *, cadence: str, now: datetime) -> bool:
    """A sign in the future, such as a meeting that is agreed, is one."""
    return now - last_sign > silent_after(cadence)
