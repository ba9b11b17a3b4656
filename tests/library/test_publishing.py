"""A thread is written, published as posts and as one page, and published anew."""

from datetime import timedelta

import pytest

from corridor.library import actions, queries
from corridor.library.models import Tutorial
from corridor.posts import actions as posting
from corridor.posts.choices import Audience
from corridor.posts.models import Attachment, Post, Revision
from tests.library.conftest import rewrite


def posted(author):
    return list(Post.objects.filter(author=author).order_by("id"))


def codes(version):
    return {(problem.number, problem.code) for problem in queries.problems(version)}


def test_parts_are_posted_as_numbered_replies_to_each_other(publishes, dr_osei):
    tutorial = publishes(dr_osei, "Why awake?", "Because 10.1234/Ab.5 says so.", "Thanks")

    first, second, third = posted(dr_osei)
    assert first.text == "Why awake?\n\n1/3"
    assert second.text == "Because https://doi.org/10.1234/ab.5 says so.\n\n2/3"
    assert third.text.startswith("Thanks\n\n3/3\n\nOn one page: http://localhost:8000/tutorials/")
    assert [one.in_reply_to_id for one in (first, second, third)] == [None, first.pk, second.pk]
    assert {one.thread for one in (first, second, third)} == {first.pk}
    assert tutorial.slug == "awake-fibreoptic"
    assert tutorial.first_post_id == first.pk


def test_a_poll_and_its_answer_are_posted_with_a_note(publishes, dr_osei):
    publishes(dr_osei, "Ask", "Tell", answers={1: "Yes\nNo"}, reveals={2})

    first, second = posted(dr_osei)
    assert [option.title for option in first.poll.options.all()] == ["Yes", "No"]
    assert second.content_note == "The answer: vote in the poll first"


@pytest.mark.parametrize(
    ("texts", "more", "found"),
    [
        (["A"], {"title": " "}, (0, "no-title")),
        (["A", "x" * 1000], {}, (2, "too-long")),
        (["A"], {"answers": {1: "Only one"}}, (1, "poll")),
        (["A"], {"answers": {1: "Same\nSame"}}, (1, "poll")),
        (["A"], {"reveals": {1}}, (1, "reveals-nothing")),
        (["A"], {"texts": {1: " "}}, (1, "empty")),
    ],
)
def test_what_is_not_ready_is_not_published(drafts, dr_osei, now, texts, more, found):
    version = drafts(dr_osei, *texts, **more)

    with pytest.raises(actions.NotReady):
        actions.publish_version(version=version, by=dr_osei, now=now)

    assert found in codes(version)
    assert posted(dr_osei) == []


def test_a_picture_says_what_it_shows_before_it_is_published(drafts, dr_osei, now):
    version = drafts(dr_osei, "Look")
    picture = Attachment.objects.create(id=7, owner=dr_osei, kind="image", at=now)
    (one,) = queries.outline(version)
    actions.add_picture(part=one.part, attachment_id=picture.pk, by=dr_osei)
    assert codes(version) == {(1, "no-alt")}

    Attachment.objects.update(alt="A scope at the cords")
    actions.publish_version(version=version, by=dr_osei, now=now)

    assert Attachment.objects.get().post == posted(dr_osei)[0]


def test_nobody_takes_the_picture_of_another(drafts, dr_osei, amara, now):
    (one,) = queries.outline(drafts(dr_osei, "Look"))
    Attachment.objects.create(id=7, owner=amara, kind="image", at=now)

    with pytest.raises(posting.UnknownAttachment):
        actions.add_picture(part=one.part, attachment_id=7, by=dr_osei)

    assert one.part.pictures.count() == 0


def test_a_new_version_edits_what_changed_and_adds_to_the_end(publishes, dr_osei, now):
    tutorial = publishes(dr_osei, "Why?", "Because", answers={1: "Yes\nNo"})
    later = now + timedelta(days=1)
    version = actions.begin_version(tutorial=tutorial, by=dr_osei, now=later)
    actions.add_part(version=version, by=dr_osei)
    rewrite(version, now=later, texts={1: "Why awake?", 3: "More"})

    actions.publish_version(version=version, by=dr_osei, now=later)

    first, second, third = posted(dr_osei)
    assert first.text == "Why awake?\n\n1/3"
    assert first.poll.options.count() == 2
    assert second.text == "Because\n\n2/3"
    assert third.in_reply_to_id == second.pk
    assert Revision.objects.filter(post=first).count() == 1
    assert Tutorial.objects.get().published == 2


def test_a_new_version_that_says_the_same_edits_nothing(publishes, dr_osei, now):
    tutorial = publishes(dr_osei, "Why?", "Because")
    version = actions.begin_version(tutorial=tutorial, by=dr_osei, now=now)

    actions.publish_version(version=version, by=dr_osei, now=now)

    assert Revision.objects.count() == 0


def test_only_the_last_published_part_can_go_and_its_post_goes_too(publishes, dr_osei, now):
    tutorial = publishes(dr_osei, "One", "Two")
    version = actions.begin_version(tutorial=tutorial, by=dr_osei, now=now)
    first, second = (one.part for one in queries.outline(version))
    with pytest.raises(actions.PartKeepsPlace):
        actions.remove_part(part=first, by=dr_osei)
    with pytest.raises(actions.PartKeepsPlace):
        actions.move_part(part=second, by=dr_osei, steps=-1)

    actions.remove_part(part=second, by=dr_osei)
    actions.publish_version(version=version, by=dr_osei, now=now)

    assert len(posted(dr_osei)) == 1


def test_parts_move_until_they_are_published(drafts, dr_osei):
    version = drafts(dr_osei, "One", "Two", "Three")
    third = queries.outline(version)[2].part

    actions.move_part(part=third, by=dr_osei, steps=-1)
    actions.add_part(version=version, by=dr_osei, behind=queries.outline(version)[0].part)

    assert [one.part.text for one in queries.outline(version)] == ["One", "", "Three", "Two"]


def test_what_is_published_is_not_changed(publishes, dr_osei, now):
    version = publishes(dr_osei, "One").versions.get()

    with pytest.raises(actions.VersionIsPublished):
        rewrite(version, now=now, texts={1: "Other"})

    assert version.parts.get().text == "One"


def test_nobody_else_writes_it(drafts, dr_osei, mallory, now):
    version = drafts(dr_osei, "One")

    with pytest.raises(actions.NotYourTutorial):
        actions.keep_version(actions.Words(title="Mine"), version=version, by=mallory, now=now)
    with pytest.raises(actions.NotYourTutorial):
        actions.publish_version(version=version, by=mallory, now=now)
    with pytest.raises(actions.NotYourTutorial):
        actions.delete_tutorial(tutorial=version.tutorial, by=mallory)

    version.refresh_from_db()
    assert version.title == "Awake fibreoptic"


def test_two_of_one_title_have_two_addresses(publishes, dr_osei, amara):
    assert publishes(dr_osei, "One").slug != publishes(amara, "Two").slug


def test_who_may_read_the_posts_may_read_the_page(publishes, dr_osei, amara, now):
    tutorial = publishes(dr_osei, "For those I know", audience=Audience.FOLLOWERS)

    def finds(viewer_id):
        return queries.tutorial(tutorial.slug, viewer_id=viewer_id, now=now) is not None

    assert finds(dr_osei.pk)
    assert not finds(amara.pk)
    assert not finds(None)


def test_an_answer_is_covered_until_its_reader_voted(publishes, dr_osei, amara, now):
    tutorial = publishes(dr_osei, "Ask", "Tell", answers={1: "Yes\nNo"}, reveals={2})
    poll = posted(dr_osei)[0].poll

    def covered(viewer, at=now):
        read = queries.version_read(tutorial, 1, viewer_id=viewer, now=at)
        return [part.is_covered for part in read.parts]

    assert covered(amara.pk) == [False, True]
    assert covered(None) == [False, True]
    assert covered(dr_osei.pk) == [False, False]

    posting.vote(poll=poll, choices=[0], by=amara, now=now)

    assert covered(amara.pk) == [False, False]
    assert covered(None, at=now + timedelta(days=8)) == [False, False]
