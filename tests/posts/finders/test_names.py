"""The net that finds names, where it is installed and switched on, with no network at all."""

import pytest

from corridor.posts.actions import MayIdentifyPatient, NewPost, publish_post
from corridor.posts.finders import names

SAID = "The patient said that Jennifer would come."
needs_names = pytest.mark.skipif(
    not names.can_name(), reason="requirements/ner.txt is not installed"
)


@needs_names
def test_it_finds_what_no_rule_expects(amara, now, settings, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("asked the network"))
    settings.NAME_FINDER = True

    with pytest.raises(MayIdentifyPatient):
        publish_post(NewPost(text=SAID), by=amara, now=now)


def test_it_is_off_unless_switched_on(amara, now, monkeypatch):
    monkeypatch.setattr(names, "names_in", lambda _text: pytest.fail("asked"))

    assert publish_post(NewPost(text=SAID), by=amara, now=now).pk


def test_switched_on_but_not_installed_the_rules_stand_alone(amara, now, settings, monkeypatch):
    settings.NAME_FINDER = True
    monkeypatch.setattr(names, "can_name", lambda: False)

    assert publish_post(NewPost(text=SAID), by=amara, now=now).pk
