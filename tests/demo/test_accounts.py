from django.contrib.auth import get_user_model

from corridor.cli.main import main
from corridor.demo.accounts import PASSWORD


def test_without_a_demo_no_accounts_are_listed(db, capsys):
    del db
    code = main(["demo", "accounts"])

    printed = capsys.readouterr()
    assert code == 1
    assert "no demo here" in printed.err
    assert PASSWORD not in printed.out


def test_no_demo_is_seeded_where_others_come(db, settings, capsys):
    settings.PUBLIC_URL = "https://corridor.example"

    code = main(["demo", "seed"])

    assert code == 1
    assert "everybody would know its passwords" in capsys.readouterr().err
    assert not get_user_model().objects.exists()


def test_no_demo_is_seeded_among_people_of_a_real_server(join, capsys):
    join(handle="kofi", display_name="Kofi Mensah")

    code = main(["demo", "seed"])

    assert code == 1
    assert "the database has people of its own" in capsys.readouterr().err
    assert get_user_model().objects.count() == 1


def test_make_run_carries_on_without_a_demo_where_it_has_no_place(db, settings, capsys):
    settings.PUBLIC_URL = "https://corridor.example"

    code = main(["demo", "seed", "--where-fitting"])

    assert code == 0
    assert "No demo on https://corridor.example" in capsys.readouterr().out
