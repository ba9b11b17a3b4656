"""Whether an answer answers its question, and what is kept of it. Nothing here reads a database."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.algorithms.matching.week import DAYS, MINUTES_PER_DAY
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.questions import Asked

Value = str | int | bool | list[str] | None
"""None where she left it empty."""
LONGEST = {Kind.SHORT: 200, Kind.LONG: 2_000}
LONGEST_WORD = 60
MOST_WORDS, MOST_PEOPLE, MOST_SPANS = 30, 20, 42
LARGEST_NUMBER = 1_000_000
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Nobody types these: controls, halves of letters, and marks that turn the reading order."""
_NUMBER = re.compile(r"[+-]?\d{1,9}\Z")
_HANDLE = re.compile(r"[a-z0-9_]{1,40}\Z")
_SPAN = re.compile(r"([a-z]{3}) (\d{1,4}) (\d{1,4})\Z")


class AnswerRefused(Exception):
    """Its message says to whoever answers what to do."""


def check_answer(asked: Asked, given: Sequence[str]) -> Value:
    """What is kept of ``given``, as a form or a file has it. Raises AnswerRefused.

    A choice is given by its value, ranked ones best first; a date as 2026-03-20; a yes as "yes";
    people by handle, best first; free hours as "tue 1080 1200", in minutes after midnight.
    """
    said = [cleaned(one) for one in given]
    said = [one for one in said if one]
    if not said:
        if asked.is_required:
            raise AnswerRefused(_("This one has to be answered."))
        return None
    return _READING[asked.kind](asked, said)


def cleaned(text: str) -> str:
    """Composed letters, plain line ends, nothing unseen, no space around it."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _UNSEEN.sub("", text).strip()


def _text(asked: Asked, said: list[str]) -> str:
    text = said[0] if asked.kind == Kind.LONG else " ".join(said[0].split())
    most = asked.most if asked.most is not None else LONGEST[asked.kind]
    if len(text) > most:
        raise AnswerRefused(
            _("That is too long: %(is)d letters, and at most %(most)d fit.")
            % {"is": len(text), "most": most}
        )
    if asked.least is not None and len(text) < asked.least:
        raise AnswerRefused(
            _("Please say a little more: at least %(least)d letters.") % {"least": asked.least}
        )
    return text


def _one(asked: Asked, said: list[str]) -> str:
    if len(said) > 1:
        raise AnswerRefused(_("Choose one of them."))
    return _from_list(asked, said)[0]


def _several(asked: Asked, said: list[str]) -> list[str]:
    return _as_many(asked, _from_list(asked, list(dict.fromkeys(said))))


def _ranked(asked: Asked, said: list[str]) -> list[str]:
    if len(set(said)) < len(said):
        raise AnswerRefused(_("The same choice stands at two places."))
    return _as_many(asked, _from_list(asked, said))


def _from_list(asked: Asked, said: list[str]) -> list[str]:
    known = {option.value for option in asked.options}
    if not set(said) <= known:
        raise AnswerRefused(_("Choose from the list; it may have changed meanwhile."))
    return said


def _as_many(asked: Asked, said: list[str], *, most: int | None = None) -> list[str]:
    most = asked.most if asked.most is not None else most
    if most is not None and len(said) > most:
        raise AnswerRefused(ngettext("At most %d, please.", "At most %d, please.", most) % most)
    if asked.least is not None and len(said) < asked.least:
        raise AnswerRefused(
            ngettext("At least %d, please.", "At least %d, please.", asked.least) % asked.least
        )
    return said


def _yes_no(_asked: Asked, said: list[str]) -> bool:
    if said not in (["yes"], ["no"]):
        raise AnswerRefused(_("Answer with yes or no."))
    return said == ["yes"]


def _consent(_asked: Asked, said: list[str]) -> bool:
    if said != ["yes"]:
        raise AnswerRefused(_("Tick it if you agree."))
    return True


def _number(asked: Asked, said: list[str]) -> int:
    if len(said) > 1 or not _NUMBER.match(said[0]):
        raise AnswerRefused(_("A whole number, in digits."))
    number = int(said[0])
    least = asked.least or 0
    most = asked.most if asked.most is not None else LARGEST_NUMBER
    if not least <= number <= most:
        raise AnswerRefused(
            _("A number from %(least)d to %(most)d.") % {"least": least, "most": most}
        )
    return number


def _date(_asked: Asked, said: list[str]) -> str:
    unreadable = AnswerRefused(_("A date such as 2026-03-20: year, month, day."))
    if len(said) > 1 or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", said[0]):
        raise unreadable
    try:
        return date.fromisoformat(said[0]).isoformat()
    except ValueError as no_such_day:
        raise unreadable from no_such_day


def _words(asked: Asked, said: list[str]) -> list[str]:
    lines = [" ".join(line.split()) for one in said for line in one.splitlines()]
    words = list({line.casefold(): line for line in reversed(lines) if line}.values())[::-1]
    if any(len(word) > LONGEST_WORD for word in words):
        raise AnswerRefused(
            _("One a line, each of at most %(most)d letters.") % {"most": LONGEST_WORD}
        )
    return _as_many(asked, words, most=MOST_WORDS)


def _people(asked: Asked, said: list[str]) -> list[str]:
    handles = [part.removeprefix("@").casefold() for one in said for part in one.split()]
    for handle in handles:
        if not _HANDLE.match(handle):
            raise AnswerRefused(
                _("“%(word)s” is no handle. A handle looks like @amara_nwosu.")
                % {"word": handle[:40]}
            )
    return _as_many(asked, list(dict.fromkeys(handles)), most=MOST_PEOPLE)


def _hours(_asked: Asked, said: list[str]) -> list[str]:
    unreadable = AnswerRefused(_("Free hours have a day, a beginning and a later end."))
    if len(said) > MOST_SPANS:
        raise unreadable
    for one in said:
        parts = _SPAN.match(one)
        if parts is None or parts[1] not in DAYS:
            raise unreadable
        if not int(parts[2]) < int(parts[3]) <= MINUTES_PER_DAY:
            raise unreadable
    return said


_READING: Mapping[Kind, Callable[[Asked, list[str]], Value]] = {
    Kind.SHORT: _text,
    Kind.LONG: _text,
    Kind.ONE: _one,
    Kind.SEVERAL: _several,
    Kind.RANKED: _ranked,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.CONSENT: _consent,
    Kind.WORDS: _words,
    Kind.PEOPLE: _people,
    Kind.HOURS: _hours,
}
