"""`corridor retractions import` and `corridor notes rank`."""

from corridor.cli.main import main
from corridor.context_notes.models import Ranking
from corridor.library.models import RetractionNotice

HEAD = (
    "Record ID,Title,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,RetractionDate,Reason"
)
ROWS = (
    "1,A,10.1234/a,11,Retraction,2/6/2010 0:00,+Plagiarism;",
    "2,B,unavailable,0,Retraction,2/6/2010 0:00,",
    "3,C,10.1234/c,,Expression of concern,5/1/2021 0:00,",
)


def write(tmp_path, *rows, head=HEAD):
    path = tmp_path / "list.csv"
    path.write_text("\n".join([head, *rows]), encoding="utf-8-sig")
    return str(path)


def test_a_list_is_taken_over_and_said(db, tmp_path, capsys):
    assert main(["retractions", "import", write(tmp_path, *ROWS)]) == 0

    printed = capsys.readouterr().out
    assert "2 notices are new." in printed
    assert "1 row names a work by neither DOI nor PMID and is left out." in printed
    assert RetractionNotice.objects.count() == 2


def test_a_dry_run_says_the_same_and_writes_nothing(db, tmp_path, capsys):
    assert main(["retractions", "import", write(tmp_path, *ROWS), "--dry-run"]) == 0

    printed = capsys.readouterr().out
    assert "2 notices are new." in printed
    assert "Nothing was written." in printed
    assert not RetractionNotice.objects.exists()


def test_wrong_rows_are_named_and_the_others_taken(db, tmp_path, capsys):
    wrong = [f"{n},X,10.1234/{n},,Gossip,," for n in range(10, 35)]

    assert main(["retractions", "import", write(tmp_path, *ROWS, *wrong)]) == 2

    said = capsys.readouterr().err
    assert "Row 5: 'Gossip' is no nature of a notice." in said
    assert said.count("Row ") == 20
    assert "... and 5 more." in said
    assert RetractionNotice.objects.count() == 2


def test_what_is_no_list_changes_nothing(db, tmp_path, capsys):
    main(["retractions", "import", write(tmp_path, *ROWS)])

    for file in (write(tmp_path, "1,2", head="A,B"), str(tmp_path / "none.csv")):
        assert main(["retractions", "import", file]) == 1
    assert main(["retractions", "import", write(tmp_path), "--whole"]) == 1

    assert "has no column OriginalPaperDOI" in capsys.readouterr().err
    assert RetractionNotice.objects.count() == 2


def test_notes_are_ranked_on_demand(db, capsys):
    assert main(["notes", "rank"]) == 0

    assert "0 notes, 0 ratings" in capsys.readouterr().out
    assert Ranking.objects.count() == 1
