"""Context notes as people meet them."""

import pytest

from corridor.context_notes import actions
from corridor.context_notes.models import ContextNote
from tests.context_notes.conftest import WORDS
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_note_is_written_and_rated_without_scripts(
    open_page, says, writer, clinician, mallory, now
):
    post = says(mallory)
    page = open_page(f"/@{mallory.handle}/{post.pk}/", viewer=writer, width=390, scripts=False)
    page.locator(".post summary").filter(has_text="More").first.click()
    follow(page.get_by_role("link", name="Add context"))
    page.get_by_label("What should readers know?").fill(WORDS)
    follow(page.get_by_role("button", name="Sign the note"))
    assert page.get_by_text("Your note waits for the author of the post").is_visible()
    (note,) = ContextNote.objects.all()
    actions.let_note_be_read(note=note, by=mallory, now=now)

    rater = open_page("/notes/", viewer=clinician("a_rater"), scripts=False)
    follow(rater.get_by_role("link", name="Rate it").filter(has_text="Hanh Tran"))
    rater.get_by_label("Helpful", exact=True).check()
    rater.get_by_label("Clear and easy to read").check()
    follow(rater.get_by_role("button", name="Rate it"))
    assert rater.get_by_text("it counts when notes are ranked next").is_visible()
    actions.rank_notes(now=now)
    follow(rater.get_by_role("link", name="Notes on this post"))
    follow(rater.get_by_role("link", name="The post"))
    assert rater.get_by_role("region", name="Context note of Hanh Tran").is_visible()


def test_pages_are_accessible(
    open_page, says, writer, clinician, mallory, moderator, notes, rates, now
):
    note = notes(writer, says(mallory), is_open=True)
    actions.answer_note("I had read another one.", note=note, by=mallory, now=now)
    rater, judge = clinician("a_rater"), moderator()
    rates(rater, note)
    actions.rank_notes(now=now)
    actions.flag_note("It is about another drug.", note=note, by=mallory, now=now)
    away = notes(clinician("b_writer"), says(mallory), is_open=True)
    actions.flag_note("Wrong", note=away, by=mallory, now=now)
    actions.judge_note(note=away, is_withheld=True, words="So", by=judge, now=now)
    appeal = actions.appeal_for_note("Not so", note=away, by=away.author, now=now)

    for viewer, paths in (
        (rater, [f"/@{mallory.handle}/{note.post_id}/", "/notes/", f"/notes/{note.pk}/"]),
        (mallory, [f"/notes/{note.pk}/", "/you/notes/", f"/posts/{note.post_id}/notes/"]),
        (judge, ["/queue/notes/", f"/queue/notes/{note.pk}/"]),
        (moderator(), [f"/queue/notes/appeals/{appeal.pk}/"]),
        (rater, [f"/notes/{note.pk}/flag/"]),
        (writer, [f"/posts/{says(mallory).pk}/notes/"]),
        (away.author, [f"/notes/{away.pk}/appeal/", "/you/notes/"]),
    ):
        page = open_page(paths[0], viewer=viewer)
        for path in paths:
            page.goto(path)
            assert flaws(page) == [], path
