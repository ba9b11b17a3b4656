import json

from corridor.cli.main import main
from corridor.people import queries
from corridor.people.models import EmailDomain

LIST = [
    {"name": "Severnside University", "domains": ["severnside.ac.uk"], "alpha_two_code": "GB"},
    {"name": "Harvard University", "domains": ["harvard.edu"], "alpha_two_code": "US"},
]


def write(tmp_path, rows, name="universities.json"):
    path = tmp_path / name
    path.write_text(json.dumps(rows))
    return str(path)


def test_a_list_is_taken_over_with_where_it_is_from(db, tmp_path, capsys):
    code = main(["domains", "import", write(tmp_path, LIST), "--source", "Hipo list, 2026"])

    row = EmailDomain.objects.get(domain="severnside.ac.uk")
    assert code == 0
    assert (row.institution, row.source) == ("Severnside University", "Hipo list, 2026")
    assert "1 domain is new." in capsys.readouterr().out


def test_a_dry_run_writes_nothing(db, tmp_path, capsys):
    main(["domains", "import", write(tmp_path, LIST), "--source", "Hipo list", "--dry-run"])

    printed = capsys.readouterr().out
    assert "1 domain is new." in printed
    assert "Nothing was written." in printed
    assert not EmailDomain.objects.filter(domain="severnside.ac.uk").exists()


def test_wrong_rows_are_told_and_the_others_taken(db, tmp_path, capsys):
    rows = [*LIST, {"name": "All", "domains": ["ac.uk"]}]

    code = main(["domains", "import", write(tmp_path, rows), "--source", "Hipo list"])

    assert code == 2
    assert "Row 3: ac.uk is shared by many" in capsys.readouterr().err
    assert EmailDomain.objects.filter(domain="severnside.ac.uk").exists()


def test_a_file_that_is_no_list_changes_nothing(db, tmp_path, capsys):
    before = EmailDomain.objects.count()

    assert main(["domains", "import", write(tmp_path, {}), "--source", "x"]) == 1
    assert main(["domains", "import", str(tmp_path / "none.csv"), "--source", "x"]) == 1
    assert EmailDomain.objects.count() == before
    assert "no list of institutions" in capsys.readouterr().err


def test_a_reviewer_is_appointed_and_dismissed(amara, capsys):
    assert main(["reviewer", "@amara_nwosu"]) == 0
    assert queries.is_reviewer(amara)
    assert main(["reviewer", "amara_nwosu", "--end"]) == 0
    assert not queries.is_reviewer(amara)
    assert main(["reviewer", "amara_nwosu", "--end"]) == 1
    assert main(["reviewer", "nobody"]) == 1
