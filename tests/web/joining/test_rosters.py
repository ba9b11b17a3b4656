"""Rosters: checked, kept, invited from, and joined by."""

import re
from html import unescape

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from corridor.people import queries
from corridor.people.roster_file import read_roster
from tests.web.joining.conftest import account_of, is_signed_in, link_from, type_code

TITLE = "Severnside, year 3"
GOOD = (
    "E-mail;Name;Stage;Institution\n"
    "Kofi@severnside.example;Kofi Mensah;MS3;Severnside Medical School\n"
    "lena@severnside.example;Łena Żółć;Foundation doctor;\n"
)
PAGE = "/joining/rosters/of/Severnside,%20year%203/"


@pytest.fixture
def keeper(operator, signed_in):
    return signed_in(operator)


def check(client, content):
    file = SimpleUploadedFile("roster.csv", content.encode())
    return client.post("/joining/rosters/check/", {"title": TITLE, "file": file})


def keep(client, content=GOOD):
    return client.post("/joining/rosters/", {"title": TITLE, "content": content})


def entry_of(operator, email="kofi@severnside.example"):
    return next(one for one in queries.roster_entries(operator, TITLE) if one.email == email)


def test_a_file_is_shown_before_anything_is_kept(keeper, operator):
    page = check(keeper, GOOD).content.decode()

    assert "2 people, no mistakes." in page
    assert "Łena Żółć" in page
    assert queries.rosters(operator) == []


def test_what_was_checked_is_kept_and_again_brings_it_up_to_date(keeper, operator):
    assert keep(keeper).url == PAGE
    keep(keeper, GOOD.replace("MS3", "MS4"))

    assert [(one.people, one.invited, one.members) for one in queries.rosters(operator)] == [
        (2, 0, 0)
    ]
    assert entry_of(operator).stage == "MS4"
    assert entry_of(operator, "lena@severnside.example").stage == "PGY1"


def test_every_mistake_is_named_by_line_and_column_and_nothing_is_kept(keeper, operator):
    bad = GOOD + "not an address;12;wizard;\nkofi@severnside.example;Kofi again;;\n"

    page = check(keeper, bad).content.decode()
    keep(keeper, bad)

    found = [(one.line, one.column) for one in read_roster(bad.encode()).mistakes]
    assert found == [(4, "E-mail"), (4, "Name"), (4, "Stage"), (5, "E-mail")]
    assert "The same mailbox stands in line 2." in page
    assert "“wizard” is no stage we know" in page
    assert queries.rosters(operator) == []


def correct(client, content):
    return client.post("/joining/rosters/check/", {"title": TITLE, "content": content})


def in_the_box(page):
    return unescape(
        re.search(r'<textarea name="content"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)[1]
    )


def test_mistakes_are_put_right_on_the_page_without_choosing_the_file_again(keeper, operator):
    offered = in_the_box(check(keeper, GOOD.replace("MS3", "wizard")).text)

    corrected = correct(keeper, offered.replace("wizard", "MS3")).text

    assert "2 people, no mistakes." in corrected
    assert queries.rosters(operator) == []


def test_what_is_still_wrong_stays_in_the_box(keeper):
    page = correct(keeper, GOOD.replace("MS3", "<b>wizard</b>")).text

    assert "<b>wizard" not in page
    assert in_the_box(page) == GOOD.replace("MS3", "<b>wizard</b>")


def test_what_is_no_text_cannot_be_put_right_on_the_page(keeper):
    file = SimpleUploadedFile("roster.csv", "e-mail\nü@example.org\n".encode("utf-16"))

    page = keeper.post("/joining/rosters/check/", {"title": TITLE, "file": file}).text

    assert "<textarea" not in page
    assert "Choose another file" in page


def test_a_file_that_is_checked_goes_with_the_page_and_not_into_the_session(keeper):
    check(keeper, GOOD.replace("MS3", "wizard"))

    assert "kofi@" not in str(dict(keeper.session)).lower()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "has no people"),
        (b"e-mail\n", "has no people"),
        (b"name\nKofi\n", "No column is called e-mail"),
        ("e-mail\nü@example.org\n".encode("utf-16"), "not UTF-8"),
        (b"e-mail\nko\0fi@example.org\n", "no text file"),
        (b'e-mail,name\nk@example.org,"open\n', "a quotation mark is not closed"),
        (b"e-mail\n" + b"x" * 500_001, "larger than 500 kB"),
        (b"e-mail\n" + b"k@example.org\n" * 5_002, "more than 5,000 people"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, says):
    read = read_roster(content)

    assert read.rows == ()
    assert says in read.mistakes[0].says


def test_people_of_a_roster_are_invited_each_at_her_own_mailbox(keeper, operator):
    keep(keeper)

    keeper.post("/joining/rosters/invitations/", {"title": TITLE})

    assert sorted(message.to[0] for message in mail.outbox) == [
        "kofi@severnside.example",
        "lena@severnside.example",
    ]
    assert TITLE in mail.outbox[0].body
    assert entry_of(operator).invitation.most_uses == 1


def test_an_invitation_sent_again_ends_the_one_before(keeper, operator):
    keep(keeper)
    entry = entry_of(operator)
    path = f"/joining/rosters/entries/{entry.pk}/invitation/"
    keeper.post(path)
    keeper.post(path)

    visitor = Client()
    assert visitor.get(link_from(mail.outbox[0])).status_code == 404
    assert visitor.get(link_from(mail.outbox[1])).url == "/join/"


def test_those_who_have_a_link_that_works_are_not_written_to_again(keeper):
    keep(keeper)
    keeper.post("/joining/rosters/invitations/", {"title": TITLE})

    keeper.post("/joining/rosters/invitations/", {"title": TITLE})

    assert len(mail.outbox) == 2


def test_who_joins_by_her_link_belongs_to_the_entry(keeper, operator, fill_in, settings):
    settings.REGISTRATION = "roster"
    keep(keeper)
    keeper.post(f"/joining/rosters/entries/{entry_of(operator).pk}/invitation/")
    newcomer = Client()
    newcomer.get(link_from(mail.outbox[0]))

    page = newcomer.get("/join/").content.decode()
    fill_in(newcomer, email="kofi@severnside.example")
    type_code(newcomer)

    assert 'value="kofi@severnside.example"' in page
    assert 'value="Kofi Mensah"' in page
    profile = account_of("kofi@severnside.example").profile
    assert entry_of(operator).joined == profile
    assert profile.stage == "MS3"
    assert profile.institution == "Severnside Medical School"
    assert "Member" in keeper.get(PAGE).content.decode()


def test_nobody_belongs_to_an_entry_before_the_mailbox_is_shown(keeper, operator, fill_in):
    keep(keeper)

    fill_in(Client(), email="kofi@severnside.example")

    assert entry_of(operator).joined is None


def test_the_page_never_tells_who_is_on_a_roster(keeper, fill_in, settings):
    settings.REGISTRATION = "roster"
    keep(keeper)
    on_it, not_on_it = Client(), Client()

    answers = [
        fill_in(on_it, email="kofi@severnside.example"),
        fill_in(not_on_it, email="mallory@severnside.example"),
    ]

    assert {answer.url for answer in answers} == {"/join/code/"}
    pages = [
        client.get("/join/code/").content.decode().replace(name, "").split("</header>")[-1]
        for client, name in ((on_it, "kofi"), (not_on_it, "mallory"))
    ]
    assert [page.count("<form") for page in pages] == [pages[0].count("<form")] * 2
    assert account_of("mallory@severnside.example") is None
    assert mail.outbox[1].subject == "This mailbox is on no roster"
    type_code(on_it, mail.outbox[0].body.split("    ")[1][:6])
    assert is_signed_in(on_it)


def test_members_neither_see_nor_keep_rosters(keeper, operator, mallory, signed_in):
    keep(keeper)
    client = signed_in(mallory)
    entry = entry_of(operator)

    answers = [
        client.get(PAGE),
        keep(client, GOOD.replace("MS3", "PRF")),
        client.post("/joining/rosters/invitations/", {"title": TITLE}),
        client.post(f"/joining/rosters/entries/{entry.pk}/invitation/"),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert entry_of(operator).stage == "MS3"
    assert mail.outbox == []


def test_pages_of_operators_read_the_same_for_one_and_for_many(
    keeper, operator, django_assert_num_queries
):
    many = GOOD + "".join(f"person{number}@severnside.example;;;\n" for number in range(40))
    keep(keeper, many)
    keeper.post("/joining/rosters/invitations/", {"title": TITLE})

    with django_assert_num_queries(5):
        keeper.get(PAGE)
    with django_assert_num_queries(5):
        keeper.get("/joining/rosters/")
    with django_assert_num_queries(5):
        keeper.get("/joining/invitations/")
    with django_assert_num_queries(5):
        keeper.get("/joining/admissions/")
