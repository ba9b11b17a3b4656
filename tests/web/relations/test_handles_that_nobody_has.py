"""Whoever keeps away from somebody is nobody to her, in every form that takes a handle."""

import re
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from corridor.people import actions, queries
from corridor.people.choices import EvaluationKind

NOBODY = "nobody_nwosu"
EVALUATES = EvaluationKind.EVALUATES_ME.value
ADDRESSES = [
    ("dismissal", {}),
    ("dismissal-end", {}),
    ("awaiting", {}),
    ("awaiting-end", {}),
    ("profile", None),
    ("profile-feed", None),
    ("achievements", None),
    ("tutorials-by", None),
    ("vouch", None),
    ("vouch", {"knows_from": "The ward."}),
    ("vouch", {}),
    ("vouch-withdrawal", {}),
    ("follow", {}),
    ("follow-end", {}),
    ("follower", {}),
    ("follower-end", {}),
    ("block", {}),
    ("block-end", {}),
    ("block-network", None),
    ("block-network", {}),
    ("mute", {"days": "7"}),
    ("mute-end", {}),
    ("flag", None),
    ("flag", {"reason": "spam"}),
    ("flag", {}),
    ("hello", None),
    ("hello", {"who": "Me", "why": "You", "ask": "How?", "role": "mentor"}),
    ("like", {}),
    ("like-end", {}),
]
"""Name of an address with a handle in it, and what is posted there; None is read."""
OF_POSTS = {"post", "post-history", "post-boosts"}
"""They name a post besides; `tests/posts/test_who_reads_what.py` holds them to its table."""
FIELDS = [
    ("/you/evaluators/", {"kind": EVALUATES}),
    ("/you/evaluators/", {"kind": EVALUATES, "ends_on": "2001-01-01"}),
    ("/you/evaluators/", {"kind": EVALUATES, "ends_on": "2126-01-01"}),
    ("/you/evaluators/", {"kind": EVALUATES, "ends_on": "soon"}),
    ("/you/evaluators/", {"kind": "friend"}),
    ("/you/helpers/", {"scopes": ["read"]}),
    ("/you/helpers/", {"scopes": ["fly"]}),
    ("/you/lists/{list}/people/", {}),
    ("/you/lists/{list}/people/end/", {}),
]
"""Address of a form with a field for a handle, and what else is written in it."""


def block(amara, mallory, now):
    actions.block(blocker=amara, blocked=mallory, now=now)


def evaluate(amara, mallory, now):
    actions.declare_evaluation(
        profile=amara, other=mallory, kind=EvaluationKind.EVALUATES_ME, now=now
    )


def close(amara, mallory, now):
    del mallory, now
    amara.account.is_active = False
    amara.account.save(update_fields=["is_active"])


def leave(amara, mallory, now):
    del mallory
    actions.ask_to_leave(profile=amara, by=amara, now=now)


HIDING = pytest.mark.parametrize("hide", [block, evaluate, close, leave])


@pytest.fixture
def told_apart(signed_in, amara, mallory):
    """Of addresses with what is posted there, those by which Mallory learns that Amara exists:
    the answer about her is another than about nobody, but for the handle in it.

    After each answer everything is as it was before.
    """

    def ask(asked):
        session = signed_in(mallory).cookies["sessionid"].value
        return [
            (address, body)
            for address, body in asked
            if _answer(session, address, body, amara.handle)
            != _answer(session, address, body, NOBODY)
        ]

    return ask


def _answer(session, address, body, handle):
    path = address.replace("HANDLE", handle)
    client = Client()
    client.cookies["sessionid"] = session
    with transaction.atomic(), CaptureQueriesContext(connection) as made:
        if body is None:
            response = client.get(path)
        else:
            response = client.post(path, _named(body, handle), follow=True)
        transaction.set_rollback(True)
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", response.text)
    return (
        response.status_code,
        getattr(response, "redirect_chain", []),
        text.replace(handle, "HANDLE"),
        len(made),
    )


def _named(body, handle):
    return {key: handle if value == "HANDLE" else value for key, value in body.items()}


@HIDING
def test_an_address_answers_as_for_a_handle_that_nobody_has(told_apart, amara, mallory, now, hide):
    hide(amara, mallory, now)

    assert told_apart([(reverse(name, args=["HANDLE"]), body) for name, body in ADDRESSES]) == []


def test_every_address_with_a_handle_is_held_to_it():
    named = {
        name
        for name in get_resolver().reverse_dict
        if isinstance(name, str)
        for possibility, *_ in [get_resolver().reverse_dict[name]]
        if any("handle" in fields for _, fields in possibility)
    }

    assert named == {name for name, _ in ADDRESSES} | OF_POSTS


@HIDING
def test_a_field_answers_as_for_a_handle_that_nobody_has(told_apart, amara, mallory, now, hide):
    kept = actions.make_list(owner=mallory, title="Colleagues")
    hide(amara, mallory, now)

    asked = [
        (address.format(list=kept.pk), body | {"handle": "HANDLE"}) for address, body in FIELDS
    ]

    assert told_apart(asked) == []


def test_she_names_again_whom_she_keeps_away_herself(signed_in, amara, mallory, now):
    actions.block(blocker=amara, blocked=mallory, now=now)
    later = (now + timedelta(days=400)).date()

    declared = signed_in(amara).post(
        "/you/evaluators/", {"handle": "mallory_crane", "kind": EVALUATES}, follow=True
    )
    lifted = signed_in(amara).post("/@mallory_crane/block/end/", follow=True)

    assert "You and Mallory Crane are kept apart here." in declared.text
    assert "You see Mallory Crane again." in lifted.text
    assert queries.kept_from(amara, today=later) == {mallory.pk}


def test_a_block_of_somebody_unseen_is_not_made(signed_in, amara, mallory, now):
    actions.block(blocker=amara, blocked=mallory, now=now)

    signed_in(mallory).post("/@amara_nwosu/block/")
    signed_in(mallory).post("/you/evaluators/", {"handle": "amara_nwosu", "kind": EVALUATES})

    assert list(queries.blocks(mallory)) == []
    assert list(queries.evaluations(mallory)) == []


def test_whoever_was_muted_and_keeps_away_is_gone_from_the_page(signed_in, amara, mallory, now):
    actions.mute(muter=mallory, muted=amara, now=now)
    actions.block(blocker=amara, blocked=mallory, now=now)

    assert "Amara" not in signed_in(mallory).get("/you/blocked/").text
