import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.credentials.domains import NotADomain
from corridor.people import queries
from corridor.people.actions import verifying
from corridor.people.actions.verifying import NewDomain
from corridor.people.domain_file import UnreadableList, read_list
from corridor.people.models import EmailDomain

HIPO = [
    {
        "name": "Severnside University",
        "domains": ["severnside.ac.uk", "Severnside-Med.example"],
        "web_pages": ["https://www.severnside.ac.uk/"],
        "country": "United Kingdom",
        "alpha_two_code": "GB",
        "state-province": None,
    },
    {"name": "Everybody", "domains": ["ac.uk"], "alpha_two_code": "GB"},
    {"name": "", "domains": ["nameless.example"], "alpha_two_code": "GB"},
    {"name": "Wrong", "domains": ["no domain"], "alpha_two_code": "GB"},
    "neither",
]


def test_the_start_of_the_table_has_who_is_often_missing_and_says_where_from(db):
    names = ["cdrewu.edu", "mmc.edu", "hopkinsmedicine.org", "nhs.net", "howard.edu", "va.gov"]

    rows = EmailDomain.objects.filter(domain__in=names)

    assert rows.count() == 6
    assert {row.source for row in rows} == {"entered by hand, 2026"}


@pytest.mark.parametrize(
    ("domain", "institution"),
    [
        ("harvard.edu", "Harvard University"),
        ("mgh.harvard.edu", "Harvard University"),
        ("post.harvard.edu", "Harvard alumni"),
        ("uclh.nhs.uk", None),
        ("harvard.edu.example", None),
        ("notharvard.edu", None),
    ],
)
def test_the_nearest_row_decides(db, domain, institution):
    row = queries.institution_of_domain(domain)

    assert (row and row.institution) == institution


def test_the_list_of_universities_is_read_with_its_mistakes_by_row():
    listed = read_list(json.dumps(HIPO).encode(), is_json=True)

    assert [one.domain for one in listed.domains] == ["severnside.ac.uk", "severnside-med.example"]
    assert [problem.row for problem in listed.problems] == [2, 3, 4, 5]
    assert "ac.uk is shared by many" in str(listed.problems[0].problem)


def test_a_csv_is_read_with_its_mistakes_by_line():
    text = (
        "\ufeffDomain,Institution,Country\nsevernside.ac.uk,Severnside,gb\nx,,\na.example,A,GBR\n"
    )

    listed = read_list(text.encode(), is_json=False)

    assert [(one.domain, one.country) for one in listed.domains] == [("severnside.ac.uk", "GB")]
    assert [problem.row for problem in listed.problems] == [3, 4]


@pytest.mark.parametrize(
    ("content", "is_json"),
    [(b"{}", True), (b"[", True), (b"\xff\xfe", True), (b"a,b\n1,2\n", False), (b"", False)],
)
def test_a_file_that_is_no_list_is_refused(content, is_json):
    with pytest.raises(UnreadableList):
        read_list(content, is_json=is_json)


@given(st.binary(), st.booleans())
def test_no_file_breaks_the_reading(content, is_json):
    try:
        read_list(content, is_json=is_json)
    except UnreadableList:
        return


def test_what_a_reviewer_entered_or_switched_off_stays_when_a_list_is_read(severnside, noor, now):
    verifying.switch_email_domain(domain=severnside, is_active=False, by=noor)
    rows = [
        NewDomain(domain=domain, institution="Another name", country="GB", source="a list")
        for domain in ("severnside.ac.uk", "wharfgate.example")
    ]

    done = verifying.import_email_domains(rows, now=now)

    severnside.refresh_from_db()
    assert (done.added, done.known) == (1, 1)
    assert (severnside.institution, severnside.is_active) == ("Severnside Medical School", False)
    assert EmailDomain.objects.get(domain="wharfgate.example").source == "a list"


def test_a_reviewer_adds_a_domain_and_others_do_not(noor, mallory, now):
    new = NewDomain(domain=" @Wharfgate.example ", institution="Wharfgate", source="their page")

    with pytest.raises(verifying.NotAReviewer):
        verifying.add_email_domain(new=new, by=mallory, now=now)
    assert not EmailDomain.objects.filter(domain="wharfgate.example").exists()
    verifying.add_email_domain(new=new, by=noor, now=now)
    with pytest.raises(verifying.DomainThereAlready):
        verifying.add_email_domain(new=new, by=noor, now=now)
    assert EmailDomain.objects.get(domain="wharfgate.example").changed_by == noor


@pytest.mark.parametrize("domain", ["ac.uk", "com", "", "not a domain"])
def test_what_is_shared_by_many_cannot_be_added(noor, now, domain):
    before = EmailDomain.objects.count()

    with pytest.raises(NotADomain):
        verifying.add_email_domain(
            new=NewDomain(domain=domain, institution="All", source="-"), by=noor, now=now
        )

    assert EmailDomain.objects.count() == before


def test_only_reviewers_switch_a_domain_off(severnside, mallory):
    with pytest.raises(verifying.NotAReviewer):
        verifying.switch_email_domain(domain=severnside, is_active=False, by=mallory)

    severnside.refresh_from_db()
    assert severnside.is_active
