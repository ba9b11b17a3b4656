"""Files as spreadsheets and form tools write them are read; everything else is refused in words."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from corridor.programmes.intake.columns import recognised
from corridor.programmes.intake.mapping import NOTHING_MAPPED
from corridor.programmes.intake.problems import InputRejected, Notes
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import read_table
from corridor.programmes.intake.workbooks import batches
from tests.programmes.intake.given import read, reading, rejection, source
from tests.thoroughly import tries

HEADER = ("role", "name", "capacity")
ROWS = (("mentee", "Zoë Nwosu", ""), ("mentor", "Dr Osei", "2"))


def table(separator: str, line_end: str = "\n") -> str:
    return line_end.join(separator.join(row) for row in (HEADER, *ROWS)) + line_end


def workbook(*rows: tuple, other_sheets: int = 0) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for _ in range(other_sheets):
        book.create_sheet()
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def contents(file, name="people.csv", limits=None):
    a_reading = reading(limits)
    found = read_table(source(file, name), a_reading, recognised(NOTHING_MAPPED))
    rows = [tuple(row.cell(column) for column in found.columns) for row in found.rows]
    a_reading.notes.refuse_problems()
    return rows


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(separator):
    assert contents(table(separator)) == list(ROWS)


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(table(",").encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(table("\t").encode("utf-16"), id="Unicode text of Excel"),
        pytest.param(table(",").encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(table(";").encode("cp1252"), id="Windows Latin"),
        pytest.param(table(",", "\r\n").encode(), id="lines of Windows"),
        pytest.param(table(",", "\r").encode(), id="lines of old Macs"),
        pytest.param(("sep=;\n" + table(";")).encode(), id="Excel says the delimiter"),
        pytest.param(("\n\n" + table(",") + ",,\n\n").encode(), id="blank rows"),
    ],
)
def test_encodings_and_line_ends_are_understood(file):
    assert contents(file) == list(ROWS)


def test_windows_latin_is_read_with_a_warning():
    a_reading = reading()

    read_table(source(table(",").encode("cp1252")), a_reading, recognised(NOTHING_MAPPED))

    assert "Windows Latin" in str(a_reading.notes.warnings[0])


def test_commas_in_questions_do_not_hide_semicolons():
    file = "If you like, tell us, briefly;name\na, b;Amara\nc;Bala\n"

    assert contents(file) == [("a, b", "Amara"), ("c", "Bala")]


def test_quoted_line_breaks_and_quotes_belong_to_the_cell():
    file = 'name,goals\n"Amara ""Ama"" Nwosu","first\nsecond"\n'

    assert contents(file) == [('Amara "Ama" Nwosu', "first\nsecond")]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them():
    file = 'role,name,capacity\nmentee,"A\nB",\n\nmentor,Dr Osei,two\n'

    assert rejection(file) == [
        "people.csv, line 4, column “capacity”: “two” is no whole number from 0 to 200."
    ]


@pytest.mark.parametrize("last_row", ['"Dr Osei,mentor', '"Dr Osei,mentor\n', '"Dr\nOsei,mentor\n'])
def test_a_quotation_mark_that_is_never_closed_is_found_in_the_last_row_too(last_row):
    assert rejection(f"name,role\nAmara,mentee\n{last_row}") == [
        "people.csv, line 3: A quotation mark that opens in this row is never closed."
    ]


def test_a_quotation_mark_within_a_cell_is_nothing_special():
    assert contents('name,goals\nAmara,a 5" needle') == [("Amara", 'a 5" needle')]


def test_an_endless_cell_is_refused_in_plain_words():
    assert rejection(f"name,role\n{'x' * 200_000},mentee\n")[0] == (
        "people.csv, line 2: A cell that is longer than 20000 characters begins here."
        " A quotation mark may be missing."
    )


@pytest.mark.parametrize(
    "start", ["%PDF-1.7\n", "<html><table>", "\n<!DOCTYPE html>", '<?xml version="1.0"?>']
)
def test_pages_and_documents_by_another_name_are_refused(start):
    assert rejection(start + "name,role\nAmara,mentee\n") == [
        "people.csv: This is a web page or a document. Save the table as CSV (UTF-8) or as .xlsx."
    ]


def test_a_folder_in_the_place_of_a_file_is_named():
    with pytest.raises(InputRejected, match=r"^\.: The file cannot be opened"):
        Source.at(Path()).open()


def test_a_title_above_the_header_is_passed_over():
    assert contents("Spring round,,\n" + table(",")) == list(ROWS)


def test_composed_and_decomposed_letters_are_one():
    assert contents("name\nZoe\u0308\u00a0\n") == [("Zo\u00eb",)]


def test_our_own_harmless_formulas_are_read_as_they_were():
    assert contents("name,goals\n'=Amara,'-\n") == [("=Amara", "-")]


def test_excel_cells_are_text_numbers_and_dates():
    file = workbook(
        ("name", "capacity", "id", "interests"),
        ("Dr Osei", 2.0, 7, date(2026, 3, 20)),
        ("Dr Eze", 1, True, datetime(2026, 3, 20, 18, 30)),  # noqa: DTZ001 - cells have no zone
    )

    assert contents(file, "people.xlsx") == [
        ("Dr Osei", "2", "7", "2026-03-20"),
        ("Dr Eze", "1", "yes", "2026-03-20 18:30"),
    ]


def test_only_the_first_sheet_is_read_and_it_is_said():
    a_reading = reading()

    read_table(
        source(workbook(HEADER, *ROWS, other_sheets=2), "people.xlsx"),
        a_reading,
        recognised(NOTHING_MAPPED),
    )

    assert "3 sheets; only “Sheet”, the first, was read, and not “" in str(
        a_reading.notes.warnings[0]
    )


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"0" * 2_000_000)

    with pytest.raises(InputRejected, match="unpacks to more than 1 MB"):
        contents(stream.getvalue(), "people.xlsx", Limits(unpacked=1 << 20))


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (b"", "The file is empty."),
        (b"\n\n , \n", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x01\x02\xff\xfe", "This is not a text file."),
        (b"\xd0\xcf\x11\xe0 old", "password or is of the old .xls kind"),
        (b"PK\x03\x04 nonsense", "not an Excel workbook"),
        (b'name,goals\nAmara,"never\nclosed\n', "line 2: A quotation mark"),
    ],
)
def test_what_is_no_table_is_refused_in_words(file, expected):
    with pytest.raises(InputRejected) as rejected:
        contents(file)

    assert expected in str(rejected.value)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(size=20), "larger than 0 MB"),
        (Limits(rows=1), "more than 1 rows"),
        (Limits(columns=2), "more than 2 columns"),
        (Limits(cell=5), "longer than 5 characters"),
    ],
)
def test_limits_are_kept(limits, expected):
    with pytest.raises(InputRejected, match=expected):
        contents(table(","), limits=limits)


@settings(max_examples=tries(150), deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail),
        st.text(alphabet="ab\",;\t\n\r\0=é{}[]'", max_size=200).map(str.encode),
        st.text(alphabet='role,naméin;"\nmtor2', max_size=200).map(
            lambda text: ("role,name,capacity\n" + text).encode("utf-16")
        ),
    )
)
def test_no_bytes_whatever_raise_anything_but_a_rejection(file):
    said = ["It was read."]

    try:
        read(file)
    except InputRejected as rejected:
        said = list(rejected.lines())

    assert all(said)


@pytest.mark.parametrize(
    ("cells", "limit"),
    [
        ('<row r="20000000"><c r="A20000000" t="inlineStr"><is><t>x</t></is></c></row>', "rows"),
        ('<row r="3"><c r="ZZZ3"/></row>', "columns"),
    ],
)
def test_a_small_workbook_that_claims_a_huge_sheet_is_refused_at_once(cells, limit):
    content = _workbook_with(cells)

    with pytest.raises(InputRejected) as refused:
        list(
            batches(
                Source(name="people.xlsx", content=content),
                Limits(rows=2_000, columns=200),
                Notes(),
            )
        )

    assert limit in next(iter(refused.value.lines()))


def _workbook_with(cells: str) -> bytes:
    plain, changed = io.BytesIO(), io.BytesIO()
    workbook = Workbook()
    workbook.active.append(["name", "role"])
    workbook.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            part = source.read(name).decode()
            target.writestr(name, part.replace("</sheetData>", f"{cells}</sheetData>"))
    return changed.getvalue()


def test_a_formula_that_nobody_has_worked_out_is_named_by_its_cell():
    file = workbook(
        ("role", "name", "capacity"), ("mentor", "Osei", "=1+1"), ("mentee", "Amara", 1)
    )

    with pytest.raises(InputRejected) as refused:
        read(file, name="people.xlsx")

    assert "people.xlsx, line 2: Cell C2 has a formula and no result." in str(refused.value)
