from corridor.cli.main import main
from corridor.demo.accounts import PASSWORD


def test_without_a_demo_no_accounts_are_listed(db, capsys):
    del db
    code = main(["demo", "accounts"])

    printed = capsys.readouterr()
    assert code == 1
    assert "no demo here" in printed.err
    assert PASSWORD not in printed.out
