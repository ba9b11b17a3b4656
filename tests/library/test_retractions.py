"""Lists of retractions are taken over, and what posts name is held against them."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.references import Identifier
from corridor.algorithms.retractions import Nature
from corridor.library import actions, queries
from corridor.library.models import NamedWork, RetractionNotice
from corridor.library.retraction_file import (
    LONGEST_LINE,
    NEEDED,
    ListedNotice,
    Unnamed,
    UnreadableList,
    WrongRow,
    read_notices,
)
from corridor.notifications import queries as notifications
from corridor.posts.actions import Edit, NewPost, edit_post, publish_post

TITLES = ("Record ID", "Title", *NEEDED)
WAKEFIELD = (
    "24",
    "Ileal hyperplasia",
    "10.1016/S0140-6736(97)11096-0",
    "9500320",
    "Retraction",
    "2/6/2010 0:00",
    "+Falsification/Fabrication of Data;+Misconduct by Author;",
)
SEE = "As the paper says, doi:10.1016/S0140-6736(97)11096-0"


def lines(*rows, titles=TITLES):
    out = io.StringIO()
    csv.writer(out).writerows([titles, *rows])
    return io.StringIO(out.getvalue(), newline="")


def read(*rows):
    return list(read_notices(lines(*rows)))


def imports(now, *rows, is_whole=False):
    notices = [one for one in read(*rows) if isinstance(one, ListedNotice)]
    return actions.import_retractions(notices, is_whole=is_whole, now=now)


def test_a_row_of_the_list_is_read_as_it_is_published():
    (notice,) = read(WAKEFIELD)

    assert notice == ListedNotice(
        record="24",
        doi="10.1016/s0140-6736(97)11096-0",
        pmid="9500320",
        nature=Nature.RETRACTION,
        on=date(2010, 2, 6),
        reason="Falsification/Fabrication of Data; Misconduct by Author",
        title="Ileal hyperplasia",
    )


@pytest.mark.parametrize(
    ("column", "said", "problem"),
    [
        (2, "see the journal", "'see the journal' is no DOI."),
        (2, "10.1/a 10.1234/b 10.1234/c", "'10.1/a 10.1234/b 10.1234/c' is no DOI."),
        (3, "PMC12", "'PMC12' is no PMID."),
        (4, "Rumour", "'Rumour' is no nature of a notice."),
        (5, "31/31/2010", "'31/31/2010' is no day."),
        (5, "in spring", "'in spring' is no day."),
    ],
)
def test_what_is_wrong_with_a_row_is_named_with_its_number(column, said, problem):
    wrong = [*WAKEFIELD]
    wrong[column] = said

    first, second = read(WAKEFIELD, wrong)

    assert isinstance(first, ListedNotice)
    assert second == WrongRow(row=3, problem=problem)


def test_a_work_without_a_number_is_left_out_and_a_pmid_alone_is_enough():
    rows = [
        ("1", "", "unavailable", "0", "Retraction", "", ""),
        ("2", "", "Unavailable", "123.0", "Expression of concern", "2019-03-04", ""),
    ]

    unnamed, concern = read(*rows)

    assert unnamed == Unnamed()
    assert (concern.doi, concern.pmid, concern.nature) == ("", "123", Nature.CONCERN)
    assert concern.on == date(2019, 3, 4)


@pytest.mark.parametrize(
    "file",
    [
        io.StringIO("A,B\n1,2\n"),
        io.StringIO(""),
        io.StringIO("x" * (LONGEST_LINE + 1)),
        io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00R"), encoding="utf-8"),
    ],
)
def test_what_is_no_such_list_is_refused(file):
    with pytest.raises(UnreadableList):
        list(read_notices(file))


@given(st.lists(st.lists(st.text(max_size=40), min_size=7, max_size=7), max_size=5))
def test_whatever_stands_in_the_cells_is_a_row_or_a_problem(rows):
    read_them = read(*rows)

    assert all(isinstance(one, ListedNotice | WrongRow | Unnamed) for one in read_them)
    for one in read_them:
        if isinstance(one, ListedNotice):
            assert one.reason.isprintable()
            assert len(one.doi) <= 200


def test_the_same_list_again_changes_nothing(db, now):
    first = imports(now, WAKEFIELD)
    again = imports(now, WAKEFIELD, WAKEFIELD, is_whole=True)

    assert (first.added, first.changed, first.known) == (1, 0, 0)
    assert (again.added, again.changed, again.known, again.forgotten) == (0, 0, 1, 0)
    assert RetractionNotice.objects.count() == 1


def test_of_a_whole_list_what_is_not_in_it_is_forgotten(db, now):
    other = ("25", "", "10.1234/other", "", "Correction", "1/1/2020 0:00", "")
    imports(now, WAKEFIELD, other)
    changed = [*other]
    changed[6] = "+Error in Text;"

    done = imports(now, changed, is_whole=True)

    assert (done.added, done.changed, done.forgotten) == (0, 1, 1)
    (left,) = RetractionNotice.objects.all()
    assert (left.doi, left.reason) == ("10.1234/other", "Error in Text")
    with pytest.raises(actions.NothingInIt):
        imports(now, is_whole=True)
    assert RetractionNotice.objects.count() == 1


def test_a_post_that_names_the_work_says_so_from_the_day_of_the_list_on(dr_osei, amara, now):
    post = publish_post(NewPost(text=f"{SEE}. Also PMID 1."), by=dr_osei, now=now)
    other = publish_post(NewPost(text="PMID 1 stands"), by=amara, now=now)
    assert queries.questioned_under([post.pk, other.pk]) == {}

    done = imports(now, WAKEFIELD)

    assert done.posts == 1
    (work,) = queries.questioned_under([post.pk, other.pk])[post.pk]
    assert (work.words, work.is_retracted) == ("Retracted 2010", True)
    assert work.identifier == Identifier(kind="doi", value="10.1016/s0140-6736(97)11096-0")
    (told,) = notifications.notifications(dr_osei.pk, now=now, with_desk=True)
    assert (told.kind, told.post) == ("questioned", post)
    assert not notifications.notifications(amara.pk, now=now, with_desk=True).exists()
    assert not notifications.notifications(dr_osei.pk, now=now).exists()


def test_a_post_that_names_it_later_is_known_at_once_and_nobody_is_told(dr_osei, now):
    imports(now, WAKEFIELD)

    post = publish_post(NewPost(text=SEE), by=dr_osei, now=now)

    assert post.pk in queries.questioned_under([post.pk])
    assert not notifications.notifications(dr_osei.pk, now=now, with_desk=True).exists()


def test_an_edit_names_other_works(dr_osei, now):
    imports(now, WAKEFIELD)
    post = publish_post(NewPost(text=SEE), by=dr_osei, now=now)

    edit_post(Edit(text="It was retracted; see 10.1234/b"), post=post, by=dr_osei, now=now)

    assert queries.questioned_under([post.pk]) == {}
    assert [one.value for one in NamedWork.objects.filter(post=post)] == ["10.1234/b"]


def test_what_is_reinstated_is_no_longer_marked(dr_osei, now):
    post = publish_post(NewPost(text=SEE), by=dr_osei, now=now)
    imports(now, WAKEFIELD)
    back = ("99", "", WAKEFIELD[2], "", "Reinstatement", "3/1/2011 0:00", "")

    imports(now, back)

    assert queries.questioned_under([post.pk]) == {}


def test_references_of_tutorials_and_notes_have_the_notice(dr_osei, now):
    imports(now, WAKEFIELD)

    (listed, other) = queries.references_in([SEE, "NCT04280705"])

    assert listed.notice_words == "Retracted 2010"
    assert other.notice_words == ""


def test_many_works_are_asked_for_in_one_text(db, now):
    imports(now, WAKEFIELD)
    text = " ".join(f"10.1234/{n}" for n in range(1200))

    assert [one.words for one in queries.questioned_in(f"{text} {SEE}")] == ["Retracted 2010"]
