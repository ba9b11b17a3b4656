"""`corridor moderator`"""

from corridor.cli.main import main
from corridor.safety import queries


def test_a_member_moderates_everything_or_some_until_it_ends(amara, capsys):
    assert main(["moderator", "@amara_nwosu"]) == 0
    assert len(queries.queues_of(amara)) == 7

    assert main(["moderator", "amara_nwosu", "--end"]) == 0
    assert main(["moderator", "amara_nwosu", "--queue", "spam", "--queue", "privacy"]) == 0
    assert queries.queues_of(amara) == {"spam", "privacy"}

    assert main(["moderator", "amara_nwosu", "--queue", "health", "--end"]) == 1
    assert "moderates none of these" in capsys.readouterr().err
    assert queries.queues_of(amara) == {"spam", "privacy"}
    assert queries.verify().entries == 3


def test_a_lead_of_some(amara):
    main(["moderator", "amara_nwosu", "--queue", "spam"])
    assert queries.leads(amara) == set()

    assert main(["moderator", "amara_nwosu", "--queue", "spam", "--lead"]) == 0

    assert queries.leads(amara) == {"spam"}


def test_nobody_is_no_moderator(db, capsys):
    del db

    assert main(["moderator", "nobody_nwosu"]) == 1
    assert "There is no @nobody_nwosu here." in capsys.readouterr().err


def test_a_member_reads_second_until_it_ends_and_moderates_nothing_by_it(amara, capsys):
    assert main(["moderator", "@amara_nwosu", "--second-reader"]) == 0
    assert queries.has_to_read(amara)
    assert not queries.is_moderator(amara)

    assert main(["moderator", "amara_nwosu", "--second-reader", "--end"]) == 0
    assert not queries.has_to_read(amara)
    assert main(["moderator", "amara_nwosu", "--second-reader", "--end"]) == 1
    assert "is no second reader" in capsys.readouterr().err
