"""The form of one application: what it begins with, and what is sent of it."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from corridor.people import queries as people
from corridor.programmes import queries
from corridor.programmes.actions import applying
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.filling_in import KEPT_FROM_MAIL, answers_of, fields_said, known_of
from corridor.web.applying.asking import Asking, Typed, typed_of
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Application, Interest, Round
    from corridor.programmes.queries import AskedForm
    from corridor.programmes.questions import Asked

LISTED = frozenset({Kind.ONE, Kind.SEVERAL, Kind.RANKED})


def beginning(
    request: MemberRequest, round: "Round", side: str, *, kept: "Application | None"
) -> tuple["AskedForm", Asking]:
    """With what she typed, else what she sent, else what she said before, else her profile."""
    form = queries.form(round, side)
    if kept is not None and "typed" in kept.written:
        return form, Asking(form.questions, kept.written["typed"])
    return form, Asking(form.questions, _known(request, form, side, kept))


def with_interest(form: "AskedForm", typed: Typed, said: "Interest") -> Typed:
    """What was read from a post is added to what is known."""
    fields = {asked.field: asked for asked in form.questions if asked.field}
    role = fields.get("wishes" if said.side == "mentee" else "offers")
    if role is not None and said.role in {option.value for option in role.options}:
        typed = typed | {role.key: list({*typed.get(role.key, []), said.role})}
    about = fields.get("interests")
    if about is not None and said.about:
        before = "\n".join(typed.get(about.key, []))
        if said.about.casefold() not in before.casefold():
            typed = typed | {about.key: [f"{before}\n{said.about}".strip()]}
    return typed


def _known(
    request: MemberRequest, form: "AskedForm", side: str, kept: "Application | None"
) -> Typed:
    by_key: dict[str, Any] = {}
    by_field = known_of(request.profile, side)
    last = queries.last_sent(request.profile, side=side)
    for said in (last, kept):
        if said is not None:
            by_field |= fields_said(said.answers)
            by_key |= said.written.get("answers", {})
    known = {one.key: by_key.get(one.key, by_field.get(one.field)) for one in form.questions}
    return {
        asked.key: _fitting(asked, typed_of(asked, known[asked.key]))
        for asked in form.questions
        if asked.kind != Kind.CONSENT or kept is not None
    }


def _fitting(asked: "Asked", typed: list[str]) -> list[str]:
    """Of a list only what stands in it today."""
    if asked.kind not in LISTED:
        return typed
    known = {option.value.casefold(): option.value for option in asked.options}
    return [known[one.casefold()] for one in typed if one.casefold() in known]


def filled(
    request: MemberRequest, form: "AskedForm", asking: Asking, *, round: "Round"
) -> applying.Filled | None:
    """None where something is wrong; it stands beside its question."""
    values = asking.check()
    _check_people(request, asking, values)
    if asking.errors:
        return None
    told = tuple(
        (field.label, field.in_words())
        for field in asking
        if field.asked.field not in KEPT_FROM_MAIL
    )
    answers = answers_of(form.questions, values, programme=round.programme)
    return applying.Filled(number=form.number, values=values, answers=answers, told=told)


def _check_people(request: MemberRequest, asking: Asking, values: dict[str, Any]) -> None:
    """Handles of somebody whom she may know of, and not of herself."""
    for field in asking:
        if field.asked.kind != Kind.PEOPLE:
            continue
        for handle in values.get(field.asked.key) or ():
            named = people.profile_named(handle, viewer=request.profile, today=request.now.date())
            if named is None or named == request.profile:
                text = _("Nobody here whom you could name is called @%(handle)s.")
                field.errors = [text % {"handle": handle}]
