"""Who runs the server is said on the server."""

from corridor.cli.main import main


def test_somebody_is_made_operator_and_freed_of_it(amara, prof_lindqvist, capsys):
    main(["operator", prof_lindqvist.account.email])
    assert main(["operator", amara.account.email]) == 0
    assert "runs this server now" in capsys.readouterr().out
    amara.account.refresh_from_db()
    assert amara.account.is_staff

    assert main(["operator", "--end", amara.account.email]) == 0
    amara.account.refresh_from_db()
    assert not amara.account.is_staff


def test_the_last_operator_stays(amara, capsys):
    main(["operator", amara.account.email])

    assert main(["operator", "--end", amara.account.email]) == 1
    assert "Somebody else has to run it first." in capsys.readouterr().err
    amara.account.refresh_from_db()
    assert amara.account.is_operator


def test_an_unknown_mailbox_is_told(db, capsys):
    del db
    assert main(["operator", "nobody@example.org"]) == 1
    assert "Nobody signs in with nobody@example.org." in capsys.readouterr().err
