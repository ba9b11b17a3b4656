"""What is done with other servers: rules, lists of them, and what others are told."""

import pytest

from corridor.people import actions as people
from corridor.safety import actions, queries
from corridor.safety.actions import NewServerRule
from corridor.safety.choices import Deed, Severity
from corridor.safety.models import LogEntry, ServerRule
from corridor.safety.server_file import (
    MOST_BYTES,
    NotToBeTaken,
    UnreadableList,
    read_list,
    write_list,
)

LIST = """#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate
spam.example,suspend,True,True,Spam,False
loud.example,silence,False,false,"Loud, and rude",true
odd.example,noop,TRUE,0,,
"""


@pytest.fixture
def rule(db, now):
    del db

    def keep(domain, severity, **more):
        new = NewServerRule(domain=domain, severity=Severity(severity), **more)
        return actions.keep_server_rule(new, by=None, now=now)

    return keep


def standing(domain):
    found = queries.standing_of_server(domain)
    return [
        name
        for name in ("is_suspended", "is_limited", "rejects_media", "rejects_flags")
        if getattr(found, name)
    ]


def test_the_nearest_rule_decides(rule):
    rule("spam.example", "suspend")
    rule("good.spam.example", "noop", rejects_media=True)
    rule("loud.example", "silence", rejects_flags=True)

    assert standing("elsewhere.example") == []
    assert (
        standing("spam.example")
        == standing("a.b.SPAM.example.")
        == [
            "is_suspended",
            "is_limited",
            "rejects_media",
            "rejects_flags",
        ]
    )
    assert standing("x.good.spam.example") == ["rejects_media"]
    assert standing("loud.example") == ["is_limited", "rejects_flags"]
    assert standing("notspam.example") == []


def test_only_those_allowed_are_let_in(rule, settings):
    settings.ALLOWED_SERVERS_ONLY = True
    rule("hospital.example", "allow")
    rule("slow.example", "silence")

    assert standing("ward.hospital.example") == []
    assert standing("slow.example") == ["is_limited"]
    assert "is_suspended" in standing("elsewhere.example")


@pytest.mark.parametrize(
    "domain", ["", "nothing", "127.0.0.1", "co.uk", "sp*m.example", "localhost", "a b.example"]
)
def test_what_names_no_server_is_refused(rule, domain):
    with pytest.raises(NotToBeTaken):
        rule(domain, "suspend")
    assert not ServerRule.objects.exists()


def test_only_operators_make_rules(amara, now):
    new = NewServerRule(domain="spam.example", severity=Severity.SUSPEND)
    for deed in (
        lambda: actions.keep_server_rule(new, by=amara, now=now),
        lambda: actions.lift_server_rule("spam.example", by=amara, now=now),
        lambda: actions.import_server_rules([], source="x", by=amara, now=now),
    ):
        with pytest.raises(actions.NotTheOperator):
            deed()
    assert not ServerRule.objects.exists()
    assert not LogEntry.objects.exists()


def test_each_change_is_in_the_log(rule, now):
    rule("spam.example", "silence")
    rule("SPAM.example.", "suspend")
    actions.lift_server_rule("spam.example", by=None, now=now)
    with pytest.raises(actions.NoRule):
        actions.lift_server_rule("spam.example", by=None, now=now)

    told = list(LogEntry.objects.values_list("deed", "details"))
    assert told == [
        (Deed.SERVER, "spam.example: silence"),
        (Deed.SERVER, "spam.example: suspend"),
        (Deed.SERVER, "spam.example: lifted"),
    ]


def test_a_list_is_read_as_it_is_usual():
    read = read_list(LIST.encode())

    assert read.problems == ()
    assert [
        (one.domain, one.severity, one.rejects_media, one.rejects_flags, one.is_obfuscated)
        for one in read.servers
    ] == [
        ("spam.example", "suspend", True, True, False),
        ("loud.example", "silence", False, False, True),
        ("odd.example", "noop", True, False, False),
    ]
    assert read.servers[1].public_comment == "Loud, and rude"


@pytest.mark.parametrize(
    ("content", "domains"),
    [
        ("spam.example\nloud.example\n", ["spam.example", "loud.example"]),
        ("\ufeffdomain\nspam.example\n\n", ["spam.example"]),
        ("domain,comment\nspam.example,x\n", ["spam.example"]),
        ("SPÄM.example\n", ["xn--spm-rla.example"]),
        ("", []),
    ],
)
def test_other_lists_are_read_too(content, domains):
    read = read_list(content.encode())

    assert [(one.domain, one.severity) for one in read.servers] == [
        (one, "suspend") for one in domains
    ]


def test_each_row_that_cannot_be_taken_is_named():
    rows = [
        "#domain,#severity,#reject_media,#public_comment",
        "good.example,suspend,,",
        "sp**.example,suspend,,",
        "bad example,suspend,,",
        "one.example,envy,,",
        "two.example,suspend,perhaps,",
        f"three.example,suspend,,{'x' * 501}",
        "GOOD.example,silence,,",
        "com,suspend,,",
        "localhost,suspend,,",
    ]

    read = read_list("\n".join(rows).encode())

    assert [one.domain for one in read.servers] == ["good.example"]
    assert [one.row for one in read.problems] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert "row 2 already" in str(read.problems[5].problem)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"x" * (MOST_BYTES + 1),
        b"a.example\n" * 20_002,
        b'"' + b"x" * 200_000,
    ],
)
def test_what_is_no_list_is_refused_whole(content):
    with pytest.raises(UnreadableList):
        read_list(content)


def test_what_is_written_reads_the_same(rule):
    rule("spam.example", "suspend", public_comment="=1+1", rejects_media=True)
    rule("loud.example", "silence", public_comment='Says "no", always', is_obfuscated=True)

    written = write_list(queries.server_rules())

    assert written.splitlines()[0] == (
        "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate"
    )
    assert "spam.example,suspend,True,False,'=1+1,False" in written
    read = read_list(written.encode())
    assert read.problems == ()
    assert [one.is_same for one in queries.compared(read.servers)] == [True, True]
    assert read.servers[1].public_comment == "=1+1"


def test_what_would_change_a_rule_or_cut_a_tie_is_set_apart(rule, amara):
    people.set_links(
        profile=amara,
        links=[people.NewLink(label="Mastodon", url="https://med.loud.example/@amara")],
        by=amara,
    )
    rule("spam.example", "silence")

    rows = queries.compared(read_list(LIST.encode()).servers)

    assert [(one.listed.domain, one.is_tied, one.links) for one in rows] == [
        ("spam.example", True, 0),
        ("loud.example", True, 1),
        ("odd.example", False, 0),
    ]


def test_each_row_keeps_where_it_is_from(rule, now):
    rule("spam.example", "silence", private_comment="Ours", public_comment="Ours")
    read = read_list(LIST.encode())

    count = actions.import_server_rules(read.servers, source="Tier 0", by=None, now=now)

    assert count == 3
    told = {one.domain: one for one in queries.server_rules()}
    assert {one.source for one in told.values()} == {"Tier 0"}
    spam = told["spam.example"]
    assert (spam.severity, spam.private_comment, spam.public_comment) == ("suspend", "Ours", "Spam")
    assert LogEntry.objects.latest("number").details == "3 from a list"


def test_others_are_told_what_concerns_them(rule):
    rule("spam.example", "suspend", public_comment="Spam", private_comment="Secret")
    rule("verylongname.example", "silence", is_obfuscated=True)
    rule("odd.example", "noop", rejects_media=True)
    rule("good.example", "allow")

    told = queries.told_servers()

    assert [(one.domain, one.severity, one.comment) for one in told] == [
        ("spam.example", "suspend", "Spam"),
        ("verylo******.**ample", "silence", ""),
    ]
    assert told[0].digest == "8bb6634ad532175e1c706063fd69b452bf51917f61150b14da6500c018cf8df4"
