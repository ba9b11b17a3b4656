"""The board of a run too long for one page, and of people who are gone since."""

import pytest

from corridor.programmes import actions
from corridor.programmes.models import Application
from corridor.web.programmes import board

REVIEW = "/p/first-gen/review/"


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(board, "ROWS_OF_A_PAGE", 1)
    monkeypatch.setattr(board, "SHOWN_AT_FIRST", 1)
    monkeypatch.setattr(board, "SHOWN_OF_A_LIST", 1)


def page_of(client, path=REVIEW):
    return client.get(path).content.decode()


def names(page):
    everybody = ("Amara Nwosu", "Sam Whitlock", "Tọ́mi Láwal")
    return {name for name in everybody if f'aria-label="{name} with' in page}


@pytest.mark.usefixtures("short_pages")
def test_many_matches_are_read_page_by_page(director, run, prof_lindqvist, now):
    actions.approve_many(run=run, by=prof_lindqvist, now=now)
    for proposal in run.proposals.filter(approval=None):
        actions.approve_proposal(proposal=proposal, by=prof_lindqvist, now=now)

    first = page_of(director, f"{REVIEW}?show=approved")
    pages = [first, *(page_of(director, f"{REVIEW}?show=approved&page={n}") for n in (2, 3))]

    assert "?show=approved&amp;q=&amp;page=2" in first
    assert "Show 2 more approved matches" in first
    assert "more approved" not in pages[2]
    assert "Back to those before" not in first
    for page, before in ((pages[1], 1), (pages[2], 2)):
        assert f'href="?show=approved&amp;q=&amp;page={before}" rel="prev"' in page
    assert [len(names(page)) for page in pages] == [1, 1, 1]
    assert set.union(*map(names, pages)) == {"Amara Nwosu", "Sam Whitlock", "Tọ́mi Láwal"}


@pytest.mark.usefixtures("short_pages", "run")
@pytest.mark.parametrize("page", ["0", "-1", "9" * 5_000, "x"])
def test_a_page_that_there_is_not_shows_another(director, page):
    answer = director.get(f"{REVIEW}?show=waiting&page={page}")

    assert answer.status_code == 200


@pytest.mark.usefixtures("short_pages", "run")
def test_all_mentors_are_shown_to_who_asks(director):
    short, whole = page_of(director), page_of(director, f"{REVIEW}?all=loads")

    assert "Shown are the 1 who carry most." in short
    assert 'href="?all=loads#loads"' in short
    assert "who carry most" not in whole
    assert short.count('<span class="stack">') == 1 < whole.count('<span class="stack">')


@pytest.mark.usefixtures("run")
def test_a_match_of_somebody_who_withdrew_stays_on_the_board_and_is_ruled_out(director, amara):
    Application.objects.filter(profile=amara).update(state=Application.State.WITHDRAWN)

    page = page_of(director)

    assert "Amara Nwosu with" in page
    assert "Ruled out since; run again" in page


def test_what_was_decided_long_ago_counts_still_among_many_approvals(
    director, run, proposal_of, prof_lindqvist, now, monkeypatch
):
    monkeypatch.setattr(board, "RECORDS_SHOWN", 1)
    amara, sam = proposal_of("amara_nwosu"), proposal_of("sam_whitlock")
    actions.note_proposal(proposal=amara, text="Asked both.", by=prof_lindqvist, now=now)
    actions.hold_proposal(proposal=sam, by=prof_lindqvist, now=now)
    actions.approve_many(run=run, by=prof_lindqvist, now=now)

    noted, held = (page_of(director, f"{REVIEW}?selected={one.pk}") for one in (amara, sam))

    assert "Asked both." in noted
    assert "A director decided this match" in held
    assert noted.count('<ul class="record"><li>') == 1
    assert "<b>Approved</b>" in noted
    assert "<b>Held</b>" not in noted
