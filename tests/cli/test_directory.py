"""`corridor reindex`, `corridor remind`, and what `corridor migrate` does for the directory."""

from datetime import timedelta

from django.utils import timezone

from corridor.cli.main import main
from corridor.people import actions, queries
from corridor.people.actions import NewOffer
from corridor.people.models import Awaiting, DirectoryEntry


def test_reindexing_says_how_many_are_found_again(amara, dr_osei, capsys):
    DirectoryEntry.objects.all().delete()

    assert main(["reindex"]) == 0

    assert "2 people are found again." in capsys.readouterr().out
    assert queries.found_by("osei") == frozenset({dr_osei.pk})
    assert queries.found_by("nwosu") == frozenset({amara.pk})


def test_bringing_the_database_up_to_date_finds_whoever_was_here_before(amara):
    DirectoryEntry.objects.all().delete()

    assert main(["migrate"]) == 0

    assert queries.found_by("nwosu") == frozenset({amara.pk})


def test_reminding_tells_those_who_waited_for_somebody_who_is_back(
    amara, dr_osei, capsys, mailoutbox, django_capture_on_commit_callbacks
):
    today = timezone.now().date()
    offer = NewOffer(kind="mentor")
    actions.set_offers(profile=dr_osei, offers=[offer], by=dr_osei)
    actions.set_away(
        profile=dr_osei, starts_on=today - timedelta(days=9), ends_on=today, by=dr_osei
    )
    Awaiting.objects.create(by=amara, mentor=dr_osei, at=timezone.now())

    with django_capture_on_commit_callbacks(execute=True):
        assert main(["remind"]) == 0

    assert "1 mail was due." in capsys.readouterr().out
    assert [mail.to for mail in mailoutbox] == [["amara_nwosu@example.org"]]
