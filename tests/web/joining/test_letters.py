"""Every mail about joining and signing in: the same in text and in HTML, with one thing to do."""

import html5lib
import pytest
from django.utils import timezone

from corridor.people.joining_letters import not_on_a_roster
from corridor.people.letters import compose
from corridor.web.joining import letters

CONTEXT = {
    "code": "123456",
    "password_reset_url": "http://localhost:8000/new-password/a/b/",
    "timestamp": timezone.now(),
    "ip": "192.0.2.7",
    "user_agent": "Mozilla/5.0 <b>bold</b>",
    "from_email": "old@example.org",
    "to_email": "new@example.org",
}
UNTIL = timezone.now()
ALL = {
    **{name: letters.letter_for(name, CONTEXT) for name in (*letters.LETTERS, *letters.CHANGES)},
    "invitation": letters.invitation(name="Prof Lindqvist", url="http://x/", until=UNTIL),
    "roster": letters.invitation(name="", url="http://x/", until=UNTIL, roster="Severnside"),
    "asks to join": letters.asks_to_join(name="Kofi", words="<script>alert(1)</script>"),
    "admitted": letters.admitted(),
    "declined": letters.declined(),
    "not on a roster": not_on_a_roster(),
}


def written(name):
    mail = compose(ALL[name], to="amara@example.org")
    return mail, html5lib.parse(mail.alternatives[0].content, namespaceHTMLElements=False)


@pytest.mark.parametrize("name", ALL)
def test_text_and_html_say_the_same(name):
    mail, tree = written(name)

    shown = " ".join("".join(tree.itertext()).split())
    for paragraph in (*ALL[name].paragraphs, ALL[name].why):
        assert str(paragraph) in mail.body
        assert " ".join(str(paragraph).split()) in shown
    assert mail.subject == str(ALL[name].subject)


@pytest.mark.parametrize("name", ALL)
def test_there_is_one_thing_to_do_and_nothing_from_outside(name):
    mail, tree = written(name)

    links = {link.get("href") for link in tree.iter("a")} - {"http://localhost:8000"}
    assert len(links) + bool(ALL[name].code) <= 1
    assert all(link in mail.body for link in links)
    html = mail.alternatives[0].content
    assert "style=" not in html
    assert list(tree.iter("img")) == list(tree.iter("script")) == []


def test_a_change_says_when_where_and_from_what_to_what():
    mail, _tree = written("account/email/email_changed")

    assert "Your e-mail is now new@example.org, no longer old@example.org." in mail.body
    assert "from the address 192.0.2.7" in mail.body


def test_nobody_but_machines_answers_our_mails():
    mail, _tree = written("admitted")

    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"
