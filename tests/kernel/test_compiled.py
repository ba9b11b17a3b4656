"""What is compiled once answers and writes as the ORM does."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from corridor.kernel.compiled import (
    CannotBeCompiled,
    Compiled,
    CompiledObjects,
    CompiledPieces,
    CompiledRows,
    CompiledSeveral,
    Insert,
    deleting,
    updating,
)
from corridor.kernel.compiled.asking import fetch
from corridor.kernel.compiled.once import asked_once
from corridor.kernel.query_plans import outside
from corridor.mastodon_api import reads
from corridor.people.models import Follow, Mute, Profile
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import Post, Tag


def test_objects_are_those_of_the_orm(amara, dr_osei):
    def build(handle: str):
        found = Profile.objects.filter(handle=handle)
        return found.select_related("account__departure")

    compiled = CompiledObjects(build, handle=str)

    for profile in (amara, dr_osei):
        found, same = compiled.first(handle=profile.handle), build(profile.handle).get()
        assert fields(found) == fields(same)
        assert fields(found.account) == fields(same.account)
        assert found == profile
        assert compiled.first(handle="nobody") is None


def fields(row):
    return {name: value for name, value in vars(row).items() if name != "_state"}


def test_objects_come_with_their_relations(amara, django_assert_num_queries):
    def build(profile: int):
        return Profile.objects.filter(pk=profile).select_related("account__departure")

    compiled = CompiledObjects(build, profile=int)

    with django_assert_num_queries(1):
        found = compiled.first(profile=amara.pk)
        assert found.account.profile == found
        assert not hasattr(found.account, "departure")


def test_moments_and_booleans_come_as_such(amara, dr_osei, now):
    kept = Follow.objects.create(follower=amara, followed=dr_osei, asked_at=now, notifies=True)

    def build(after):
        rows = Follow.objects.filter(asked_at__gt=after)
        return rows.values_list("asked_at", "notifies", "accepted_at", "pk")

    compiled = CompiledRows(build, after=type(now))

    assert compiled.told(after=now - timedelta(minutes=1)) == [[now, True, None, kept.pk]]
    assert compiled.told(after=now) == []


@pytest.mark.parametrize(("count", "queries"), [(0, 0), (1, 1), (5, 1), (64, 1), (70, 2)])
def test_several_are_asked_for_in_few_queries(db, django_assert_num_queries, count, queries):
    Tag.objects.bulk_create(Tag(name=f"tag{n}", shown_as=f"Tag{n}") for n in range(80))
    names = [f"tag{n}" for n in range(count)]

    def build(names, before):
        return Tag.objects.filter(name__in=names, pk__lt=before).values_list("name", "shown_as")

    compiled = CompiledSeveral(CompiledRows, build, str, before=int)

    with django_assert_num_queries(queries):
        found = dict(compiled.told(names, before=1 << 40))

    assert found == {f"tag{n}": f"Tag{n}" for n in range(count)}


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        (slice(0, 2), ["Tag0", "Tag1"]),
        (slice(3, 9), ["Tag3", "Tag4"]),
        (slice(2, 2), []),
        (slice(1 << 70, (1 << 70) + 1), []),
    ],
)
def test_a_piece_is_that_of_the_orm(db, piece, found):
    Tag.objects.bulk_create(Tag(name=f"tag{n}", shown_as=f"Tag{n}") for n in range(6))

    def build(but: str):
        return Tag.objects.exclude(name=but).order_by("name").values_list("shown_as")

    told = CompiledPieces(build, but=str).piece(piece, {"but": "tag5"})

    assert [name for (name,) in told] == found


def test_a_table_of_which_nothing_is_wanted_is_not_joined(amara, dr_osei, now):
    post = publish_post(NewPost(text="On call"), by=dr_osei, now=now)
    publish_post(NewPost(text="Me too", in_reply_to=post.pk), by=amara, now=now)

    def build(
        before, columns=("pk", "author__figures__posts", "in_reply_to_author__figures__posts")
    ):
        return Post.objects.filter(at__lt=before).order_by("pk").values_list(*columns)

    compiled = Compiled(build, before=type(now))
    soon = now + timedelta(minutes=1)

    assert "people_profile" not in compiled.sql
    assert [tuple(row) for row in compiled.rows({"before": soon})] == list(build(soon))


@pytest.mark.parametrize(
    ("columns", "only"),
    [
        (["author__figures__posts", "author__handle"], {}),
        (["in_reply_to_author__figures__posts"], {"in_reply_to_author__figures__posts__gte": 0}),
    ],
)
def test_a_table_that_decides_is_joined(amara, dr_osei, now, columns, only):
    post = publish_post(NewPost(text="On call"), by=dr_osei, now=now)
    publish_post(NewPost(text="Me too", in_reply_to=post.pk), by=amara, now=now)

    def build(before):
        found = Post.objects.filter(at__lt=before, **only).order_by("pk")
        return found.values_list(*columns)

    compiled = Compiled(build, before=type(now))
    soon = now + timedelta(minutes=1)

    assert "people_profile" in compiled.sql
    assert [tuple(row) for row in compiled.rows({"before": soon})] == list(build(soon))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is asked otherwise")
def test_a_set_that_stands_twice_is_asked_for_once(amara, dr_osei, mallory, now):
    def apart(one: int, other: int):
        follows = Follow.objects.filter(
            outside("followed", muted_by(one)) & outside("follower", muted_by(one)),
            outside("followed", muted_by(other)),
        )
        return follows.order_by("pk").values_list("follower", "followed")

    def muted_by(profile):
        return Mute.objects.filter(muter=profile).values("muted")

    compiled = Compiled(apart, one=int, other=int)
    among = [(amara, dr_osei), (dr_osei, amara), (mallory, dr_osei), (dr_osei, mallory)]
    for follower, followed in among:
        Follow.objects.create(follower=follower, followed=followed, asked_at=now)
    assert compiled.rows({"one": amara.pk, "other": dr_osei.pk}) == [
        (follower.pk, followed.pk) for follower, followed in among
    ]
    Mute.objects.create(muter=amara, muted=mallory, at=now)

    found = compiled.rows({"one": amara.pk, "other": dr_osei.pk})

    assert found == [(amara.pk, dr_osei.pk), (dr_osei.pk, amara.pk)]
    assert compiled.sql.count('FROM "people_mute"') == 2


def test_a_bracket_in_a_text_closes_no_set():
    told = "ARRAY(SELECT 1 WHERE ')' = $1 AND 2 IN (2))::bigint[]"

    found = asked_once(f"SELECT 3 WHERE 4 <> ALL({told}) AND 5 <> ALL({told})")

    once = '(SELECT "set0" FROM "asked_once")::bigint[]'
    assert found.count(told) == 1
    assert found.endswith(f"SELECT 3 WHERE 4 <> ALL({once}) AND 5 <> ALL({once})")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is asked otherwise")
def test_a_home_timeline_asks_once_who_is_hidden():
    home = reads.compiled(reads.HOME, is_visitor=False, places=(), limit=20)

    assert home.sql.count('FROM "people_departure"') == 1
    assert home.sql.count('FROM "people_mute"') == 1


def test_a_query_that_computes_with_a_value_says_so(db):
    def build(profile: int):
        return Profile.objects.filter(pk=profile + 1)

    with pytest.raises(CannotBeCompiled):
        Compiled(build, profile=int)


@pytest.mark.parametrize("number", [1 << 63, -(1 << 80)])
def test_numbers_that_no_database_keeps_are_nobodys(amara, number):
    def build(profile: int):
        return Profile.objects.filter(pk=profile)

    assert CompiledObjects(build, profile=int).first(profile=number) is None


def tags_named(name):
    return Tag.objects.filter(name=name).values_list("shown_as")


@pytest.mark.django_db(transaction=True)
def test_between_transactions_it_answers_again_and_again():
    Tag.objects.create(name="oncall", shown_as="OnCall")
    compiled = Compiled(
        lambda name: Tag.objects.filter(name=name).values_list("shown_as"), name=str
    )

    for _ in range(3):
        assert [tuple(row) for row in compiled.rows({"name": "oncall"})] == [("OnCall",)]
        assert compiled.rows({"name": "nobody's"}) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite forgets nothing")
def test_what_the_database_forgot_is_told_to_it_again():
    Tag.objects.create(name="oncall", shown_as="OnCall")
    compiled = Compiled(
        lambda name: Tag.objects.filter(name=name).values_list("shown_as"), name=str
    )
    compiled.rows({"name": "oncall"})

    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")

    assert compiled.rows({"name": "oncall"}) == [("OnCall",)]


@pytest.fixture
def begun_request(transactional_db):
    """After something was answered before it."""
    Tag.objects.create(name="oncall", shown_as="OnCall")
    compiled = Compiled(tags_named, name=str)
    compiled.rows({"name": "oncall"})
    connection.health_check_enabled = True
    connection.close_if_unusable_or_obsolete()
    return compiled


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is no server")
def test_what_is_asked_first_tells_whether_the_database_answers(begun_request, monkeypatch):
    def asked():
        raise AssertionError

    monkeypatch.setattr(connection, "is_usable", asked)

    assert begun_request.rows({"name": "oncall"}) == [("OnCall",)]
    assert Tag.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is no server")
def test_a_connection_that_was_lost_between_requests_is_made_anew(begun_request):
    lost = connection.connection.info.backend_pid
    other = connection.copy("other")
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [lost])
    other.close()

    assert begun_request.rows({"name": "oncall"}) == [("OnCall",)]
    assert connection.connection.info.backend_pid != lost
    assert Tag.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is no server")
def test_what_is_refused_first_is_not_asked_again(begun_request):
    same = connection.connection.info.backend_pid
    by_nothing = Compiled(lambda by: Tag.objects.annotate(n=1 / (F("pk") - F("pk") + by)), by=int)

    with pytest.raises(DatabaseError), CaptureQueriesContext(connection) as asked:
        by_nothing.rows({"by": 0})

    assert len(asked) == 1
    assert begun_request.rows({"name": "oncall"}) == [("OnCall",)]
    assert connection.connection.info.backend_pid == same


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer")
def test_what_is_asked_first_in_a_transaction_belongs_to_it():
    kept = Tag.objects.create(name="oncall", shown_as="OnCall")
    other = connection.copy("other")

    def held(name):
        return tags_named(name).select_for_update().order_by("pk")

    with transaction.atomic():
        Compiled(held, name=str).rows({"name": "oncall"})
        with other.cursor() as cursor:
            cursor.execute("SELECT id FROM posts_tag FOR UPDATE SKIP LOCKED")
            free = cursor.fetchall()
    with other.cursor() as cursor:
        cursor.execute("SELECT id FROM posts_tag FOR UPDATE SKIP LOCKED")
        free_again = cursor.fetchall()
    other.close()

    assert free == []
    assert free_again == [(kept.pk,)]


@pytest.mark.django_db(transaction=True)
def test_what_cannot_be_answered_harms_nothing():
    """`ABS` of the least number there is fits nowhere."""
    sql = f"SELECT ABS({-(1 << 63)})" if connection.vendor == "sqlite" else "SELECT 1/0"

    for _ in range(2):
        with pytest.raises(DatabaseError):
            fetch(sql, sql.encode(), [], connection)

    assert not Tag.objects.exists()


def test_rows_are_written_once_where_that_is_asked(db):
    tags = Insert(Tag, unless_there=True)

    assert tags.write([Tag(name="nicu", shown_as="NICU"), Tag(name="ward", shown_as="Ward")]) == 2
    assert tags.write([Tag(name="nicu", shown_as="Nicu"), Tag(name="icu", shown_as="ICU")]) == 1

    assert dict(Tag.objects.values_list("name", "shown_as")) == {
        "nicu": "NICU",
        "ward": "Ward",
        "icu": "ICU",
    }


def test_rows_are_replaced_where_that_is_asked(db):
    tags = Insert(Tag, replacing=["name"])

    tags.write([Tag(name="nicu", shown_as="NICU")])
    tags.write([Tag(name="nicu", shown_as="Nicu")])

    assert list(Tag.objects.values_list("name", "shown_as")) == [("nicu", "Nicu")]


def test_a_row_that_is_there_is_refused_as_by_the_orm(db, amara, mallory, now):
    mutes = Insert(Mute)
    mutes.write([Mute(muter=amara, muted=mallory, at=now)])

    with pytest.raises(IntegrityError):
        mutes.write([Mute(muter=amara, muted=mallory, at=now)])


def test_many_rows_are_written_in_few_statements(db, django_assert_num_queries):
    rows = [Tag(name=f"tag{n}", shown_as=f"Tag{n}") for n in range(250)]

    with django_assert_num_queries(3):
        assert Insert(Tag).write(rows) == 250

    assert Tag.objects.count() == 250


def test_no_row_is_no_statement(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Insert(Tag).write([]) == 0


def test_updates_and_deletions_tell_how_many(db):
    Tag.objects.bulk_create(Tag(name=f"tag{n}", shown_as="10%") for n in range(5))

    def shown(name: str, now_as: str):
        return updating(Tag.objects.filter(name=name, shown_as="10%"), shown_as=now_as)

    def named(name: str):
        return deleting(Tag.objects.filter(name=name).annotate(other=F("shown_as")))

    def renamed(name: str, now_as: str):
        return updating(Tag.objects.filter(name=name), shown_as=now_as)

    with pytest.raises(CannotBeCompiled):  # a word that is not one of ours stands in no text
        Compiled(shown, name=str, now_as=str)
    change, end = Compiled(renamed, name=str, now_as=str), Compiled(named, name=str)

    assert [change.run(name="tag1", now_as="100%"), change.run(name="none", now_as="")] == [1, 0]
    assert [end.run(name="tag2"), end.run(name="tag2")] == [1, 0]
    assert dict(Tag.objects.values_list("name", "shown_as")) == {
        "tag0": "10%",
        "tag1": "100%",
        "tag3": "10%",
        "tag4": "10%",
    }
