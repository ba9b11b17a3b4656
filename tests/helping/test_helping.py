"""What helpers do is allowed in that moment, done on her behalf, and written down for her."""

import pytest

from corridor.helping import actions, queries
from corridor.helping.actions import guard
from corridor.helping.choices import Deed, Scope
from corridor.incidents import actions as incidents
from corridor.incidents import queries as files
from corridor.incidents.actions import NewPiece
from corridor.incidents.choices import CheckIns, Kind
from corridor.incidents.models import Incident, Piece
from corridor.people.models import Block, Mute
from corridor.posts.actions import EmptyPost
from corridor.posts.models import Post
from corridor.safety import actions as safety
from corridor.safety.actions import NewFlag
from corridor.safety.choices import HeldAnswer, Reason
from corridor.safety.models import Flag, Held


def done(amara):
    return [one.deed.deed for one in queries.done_for(amara)][:-1]  # without that he agreed


def blocks(amara, mallory):
    return Block.objects.filter(blocker=amara, blocked=mallory).exists()


def mutes(amara, mallory):
    return Mute.objects.filter(muter=amara, muted=mallory).exists()


@pytest.fixture
def tends(dr_osei, now):
    """`tends(helper, [held], Deed.BLOCKED)`"""

    def tend(helper, rows, deed, by=dr_osei):
        ids = [one.pk for one in rows]
        safety.tend_for(ids, deed=deed, helper_id=helper.pk, by=by, now=now)

    return tend


def test_he_mutes_and_blocks_on_her_behalf(helper, amara, dr_osei, mallory, now):
    actions.mute_for(helper.pk, who=mallory, by=dr_osei, now=now)
    actions.block_for(helper.pk, who=mallory, by=dr_osei, now=now)

    assert blocks(amara, mallory)
    assert not blocks(dr_osei, mallory)
    assert done(amara) == [Deed.BLOCKED, Deed.MUTED]
    assert queries.done_for(amara)[0].about["who"] == "mallory_crane"


def test_neither_of_the_two_is_blocked_by_it(helper, amara, dr_osei, now):
    for who in (amara, dr_osei):
        with pytest.raises(actions.NotOfThem):
            actions.block_for(helper.pk, who=who, by=dr_osei, now=now)

    assert done(amara) == []


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        (Deed.PUT_AWAY, HeldAnswer.AWAY),
        (Deed.LET, HeldAnswer.LET),
        (Deed.MUTED, HeldAnswer.AWAY),
        (Deed.BLOCKED, HeldAnswer.AWAY),
    ],
)
def test_he_tends_what_lies_apart(helper, held, tends, amara, dr_osei, mallory, now, deed, answer):
    one = held()

    tends(helper, [one], deed)

    one.refresh_from_db()
    assert one.answer == answer
    assert one.answered_by == dr_osei
    assert mutes(amara, mallory) == (deed == Deed.MUTED)
    assert blocks(amara, mallory) == (deed == Deed.BLOCKED)
    assert done(amara) == [deed]
    assert queries.done_for(amara)[0].about["who"] == "mallory_crane"


def test_looking_is_written_down_once_in_half_an_hour(helper, amara, dr_osei, now):
    actions.note_look(helper.pk, by=dr_osei, now=now)
    actions.note_look(helper.pk, by=dr_osei, now=now)
    actions.note_look(helper.pk, by=dr_osei, now=now + guard.LOOKING)

    assert done(amara) == [Deed.LOOKED, Deed.LOOKED]


def test_he_flags_under_his_own_name(helper, held, says, amara, dr_osei, mallory, now):
    one, post = held(), says(mallory, "Diversity hire")
    new = NewFlag(reason=Reason.HARASSMENT)

    safety.flag_held_for(new, held_ids=[one.pk], helper_id=helper.pk, by=dr_osei, now=now)
    safety.flag_for(new, post=post, helper_id=helper.pk, by=dr_osei, now=now)

    assert {flag.by for flag in Flag.objects.all()} == {dr_osei}
    assert done(amara) == [Deed.FLAGGED, Deed.FLAGGED]


def test_he_keeps_evidence_in_a_file_that_he_does_not_read(helper, held, amara, dr_osei, now):
    one = held()
    note = NewPiece(kind=Kind.NOTE, words="It began at nine")

    incidents.keep_held_for([one.pk], helper_id=helper.pk, by=dr_osei, now=now)
    incidents.add_piece_for(note, helper_id=helper.pk, by=dr_osei, now=now)

    incident = Incident.objects.get()
    assert incident.owner == amara
    assert incident.check_ins == CheckIns.HERE
    assert files.own_incident(incident.pk, viewer=dr_osei) is None
    whole = files.opened(incident)
    assert "kwame_osei" in whole.told.what_happened
    assert [piece.record["kept_by"] for piece in whole.shown] == ["kwame_osei"] * 2
    assert whole.shown[0].words_shown == "@amara_nwosu I know when your shift ends"
    assert whole.fault is None
    assert done(amara) == [Deed.KEPT, Deed.KEPT]


def test_it_goes_into_her_newest_open_file(helper, amara, dr_osei, now):
    told = incidents.Told(what_happened="They write to my school")
    older, newer = (
        incidents.open_incident(told, check_ins=CheckIns.NONE, by=amara, now=now) for _ in "12"
    )
    incidents.close_incident("", incident=newer, by=amara, now=now)

    new = NewPiece(kind=Kind.NOTE, words="x")
    incidents.add_piece_for(new, helper_id=helper.pk, by=dr_osei, now=now)

    assert Piece.objects.get().incident == older


def test_he_reads_no_post_of_others_by_keeping_it(helper, says, amara, dr_osei, mallory, now):
    private = says(mallory, "@amara_nwosu only you", audience="named")
    new = NewPiece(kind=Kind.POST, where=f"/@mallory_crane/{private.pk}/")

    with pytest.raises(incidents.PostNotThere):
        incidents.add_piece_for(new, helper_id=helper.pk, by=dr_osei, now=now)

    assert not Piece.objects.exists()


def test_a_kind_reply_is_his_own(helper, says, amara, dr_osei, now):
    post = says(amara, "My first paper is out")

    made = actions.reply_kindly(
        "@amara_nwosu this is good work", helper_id=helper.pk, post=post, by=dr_osei, now=now
    )

    assert made.author == dr_osei
    assert made.in_reply_to == post
    assert done(amara) == [Deed.REPLIED]


@pytest.mark.parametrize(
    "words",
    [
        "Do not listen to @mallory_crane",
        "See https://localhost/@mallory_crane/1",
        "See http://x.example",
        "See /@mallory_crane/1",
    ],
)
def test_a_kind_reply_gives_the_attacker_no_room(helper, says, amara, dr_osei, now, words):
    post = says(amara, "My first paper is out")

    with pytest.raises(actions.NamesOthers):
        actions.reply_kindly(words, helper_id=helper.pk, post=post, by=dr_osei, now=now)

    assert Post.objects.count() == 1
    assert done(amara) == []


def test_a_kind_reply_stands_under_no_attack(helper, says, amara, dr_osei, mallory, now):
    attack = says(mallory)
    named = {"helper_id": helper.pk, "by": dr_osei, "now": now}

    with pytest.raises(actions.NotHerPost):
        actions.reply_kindly("Stop", post=attack, **named)
    with pytest.raises(EmptyPost):
        actions.reply_kindly(" ", post=says(amara, "Blocks"), **named)

    assert done(amara) == []


def everything(helper, held, says, amara, mallory, now):
    """(what it needs, doing it) for each that a helper can do."""
    one, post, note = held(), says(mallory), NewPiece(kind=Kind.NOTE, words="x")
    her_post, new = says(amara, "Blocks"), NewFlag(reason=Reason.SPAM)
    pk = helper.pk

    def tend(deed):
        return lambda by: safety.tend_for([one.pk], deed=deed, helper_id=pk, by=by, now=now)

    return [
        (Scope.READ, lambda by: actions.note_look(pk, by=by, now=now)),
        (Scope.READ, tend(Deed.LET)),
        (Scope.READ, tend(Deed.PUT_AWAY)),
        (Scope.GUARD, tend(Deed.MUTED)),
        (Scope.GUARD, tend(Deed.BLOCKED)),
        (Scope.GUARD, lambda by: actions.mute_for(pk, who=mallory, by=by, now=now)),
        (Scope.GUARD, lambda by: actions.block_for(pk, who=mallory, by=by, now=now)),
        (Scope.FLAG, lambda by: safety.flag_for(new, post=post, helper_id=pk, by=by, now=now)),
        (
            Scope.FLAG,
            lambda by: safety.flag_held_for(new, held_ids=[one.pk], helper_id=pk, by=by, now=now),
        ),
        (Scope.DOCUMENT, lambda by: incidents.add_piece_for(note, helper_id=pk, by=by, now=now)),
        (
            Scope.DOCUMENT,
            lambda by: incidents.keep_held_for([one.pk], helper_id=pk, by=by, now=now),
        ),
        (
            None,
            lambda by: actions.reply_kindly("Good", helper_id=pk, post=her_post, by=by, now=now),
        ),
    ]


def nothing_changed(amara, mallory):
    assert not mutes(amara, mallory)
    assert not blocks(amara, mallory)
    assert not Flag.objects.exists()
    assert not Incident.objects.exists()
    assert Held.objects.get().answer == ""
    assert Post.objects.count() == 3
    assert done(amara) == []


@pytest.mark.parametrize("who", ["mallory", "amara", "asked only", "ended", "nothing given"])
def test_whoever_is_no_helper_does_none_of_it(asks, held, says, amara, dr_osei, mallory, now, who):
    helper = asks(frozenset() if who == "nothing given" else frozenset(Scope))
    ways = everything(helper, held, says, amara, mallory, now)
    if who != "asked only":
        actions.agree_to_help(helper.pk, by=dr_osei, now=now)
    if who == "ended":
        actions.end_helper(helper.pk, by=amara, now=now)
    by = {"mallory": mallory, "amara": amara}.get(who, dr_osei)
    refusal = actions.OutsideScope if who == "nothing given" else actions.NoHelper

    for scope, do in ways:
        if who == "nothing given" and scope is None:
            continue
        with pytest.raises(refusal):
            do(by)

    if who == "asked only":
        actions.agree_to_help(helper.pk, by=dr_osei, now=now)
    nothing_changed(amara, mallory)


@pytest.mark.parametrize("missing", list(Scope))
def test_each_right_is_for_itself(asks, held, says, amara, dr_osei, mallory, now, missing):
    helper = asks(frozenset(Scope) - {missing})
    ways = everything(helper, held, says, amara, mallory, now)
    actions.agree_to_help(helper.pk, by=dr_osei, now=now)

    for scope, do in ways:
        if scope == missing:
            with pytest.raises(actions.OutsideScope):
                do(dr_osei)

    nothing_changed(amara, mallory)
