"""Joining by e-mail and password, where everybody may."""

import html5lib
import pytest
from django.core import mail
from django.test import Client

from corridor.people import queries
from tests.web.joining.conftest import account_of, code_from, is_signed_in, type_code


def test_a_newcomer_types_her_code_and_is_in(visitor, fill_in):
    page = fill_in()

    assert page.url == "/join/code/"
    assert "kofi@example.org" in visitor.get("/join/code/").content.decode()
    assert type_code(visitor).status_code == 302
    assert is_signed_in(visitor)
    profile = queries.profile_by_handle("kofi_mensah")
    assert profile.display_name == "Kofi Mensah"


def test_the_code_comes_as_text_and_as_html(visitor, fill_in):
    fill_in()

    [message] = mail.outbox
    code = code_from(message)
    assert message.to == ["kofi@example.org"]
    assert message.subject == f"{code} is your code for Corridor"
    html = message.alternatives[0].content
    assert code in html
    assert "style=" not in html
    html5lib.parse(html)


def test_until_then_the_account_is_closed(visitor, fill_in):
    fill_in()

    assert not account_of("kofi@example.org").is_active
    assert not is_signed_in(visitor)


def test_a_code_that_is_wrong_five_times_is_good_for_nothing(visitor, fill_in):
    fill_in()
    code = code_from(mail.outbox[0])
    wrong = "000000" if code != "000000" else "111111"

    pages = [type_code(visitor, wrong) for _try in range(5)]

    assert "This code is not right." in pages[0].content.decode()
    assert pages[4].status_code == 302
    type_code(visitor, code)
    assert not is_signed_in(visitor)
    assert not account_of("kofi@example.org").is_active


def test_whoever_leaves_before_the_code_signs_in_and_gets_another(visitor, fill_in, settings):
    settings.ACCOUNT_RATE_LIMITS = {"confirm_email": None}
    fill_in()
    later = Client()

    later.post("/sign-in/", {"login": "kofi@example.org", "password": "a quiet corridor"})

    type_code(later)
    assert is_signed_in(later)


def test_whoever_never_typed_the_code_can_begin_again(visitor, fill_in, settings):
    settings.ACCOUNT_RATE_LIMITS = {"confirm_email": None}
    fill_in(name="Kofi Mensa")
    later = Client()

    fill_in(later, name="Kofi Mensah", password1="another quiet corridor")

    type_code(later)
    assert is_signed_in(later)
    assert account_of("kofi@example.org").profile.display_name == "Kofi Mensah"
    assert queries.profile_by_handle("kofi_mensa") is None


def test_a_mistyped_e_mail_is_put_right_while_waiting(visitor, fill_in):
    fill_in(email="kofi@example.og")

    assert visitor.post("/join/again/").url == "/join/"
    fill_in()

    assert mail.outbox[-1].to == ["kofi@example.org"]
    type_code(visitor)
    assert is_signed_in(visitor)
    assert account_of("kofi@example.og") is None


def test_a_member_cannot_begin_again(signed_in, amara):
    signed_in(amara).post("/join/again/")

    assert account_of("amara_nwosu@example.org") is not None


def test_namesakes_get_handles_of_their_own(visitor, fill_in):
    fill_in()
    fill_in(Client(), email="other@example.org")

    assert account_of("other@example.org").profile.handle == "kofi_mensah_2"


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Ọlábísí Ṣóyínká", "olabisi_soyinka"),
        ("Nguyễn Thị Minh Khai", "nguyen_thi_minh_khai"),
        ("Łukasz Żółć", "lukasz_zolc"),
        ("Dr Ayşe Öztürk", "ayse_ozturk"),
        ("王小明", "member_2"),
        ("admin", "admin_2"),
        ("Maximiliana Theodora Konstantinopolitou", "maximiliana_theodora_konstanti"),
    ],
)
def test_a_handle_is_made_of_the_name(visitor, fill_in, name, handle):
    fill_in(email="first@example.org", name="王大明")

    fill_in(Client(), name=name)

    assert account_of("kofi@example.org").profile.handle == handle


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "This field is required"),
        ("12345", "Write your name with letters."),
        ("Win at https://spam.example", "A name has no address in it."),
        ("boss@corp.example", "A name has no address in it."),
        ("a" * 101, "A name has at most 100 characters here."),
    ],
)
def test_a_name_that_is_none_is_refused_in_words(visitor, fill_in, name, says):
    page = fill_in(name=name)

    assert says in page.content.decode()
    assert mail.outbox == []
    assert account_of("kofi@example.org") is None


def test_nothing_invisible_stays_in_a_name(visitor, fill_in):
    fill_in(name="Kofi\u202e\u200b  <b>Mensah</b>")

    assert account_of("kofi@example.org").profile.display_name == "Kofi <b>Mensah</b>"


@pytest.mark.parametrize("password", ["short", "password12345"[:9], "kofi@example.org"])
def test_a_password_that_is_easily_guessed_is_refused(visitor, fill_in, password):
    page = fill_in(password1=password)

    assert page.status_code == 200
    assert account_of("kofi@example.org") is None


def test_nobody_makes_herself_an_operator_by_the_form(visitor, fill_in):
    fill_in(is_operator="on", is_active="on", handle="admin")

    account = account_of("kofi@example.org")
    assert not account.is_operator
    assert not account.is_active
    assert account.profile.handle == "kofi_mensah"


def test_where_no_mail_can_be_sent_the_page_says_so(visitor, fill_in, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    page = fill_in()

    assert page.status_code == 503
    assert "We cannot send mail at the moment" in page.content.decode()


def test_after_joining_one_comes_to_the_way_in(visitor, fill_in):
    fill_in()

    page = type_code(visitor)

    assert page.url in {"/welcome/", "/you/"}
