"""Rules about other servers, over HTTP and from the shell."""

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from corridor.cli.main import main
from corridor.people import actions as people
from corridor.safety import actions
from corridor.safety.actions import NewServerRule
from corridor.safety.choices import Severity
from corridor.safety.models import ServerRule

LIST = "#domain,#severity\nspam.example,suspend\nloud.example,silence\nb d,suspend\n"


@pytest.fixture
def operator(join):
    profile = join(handle="operator", display_name="Ola Operator")
    people.make_operator(email=profile.account.email)
    return profile


@pytest.fixture
def desk(signed_in, operator):
    return signed_in(operator)


@pytest.fixture
def loud(now):
    new = NewServerRule(
        domain="loud.example",
        severity=Severity.NOTHING,
        public_comment="Rude",
        private_comment="Ask Ola",
    )
    return actions.keep_server_rule(new, by=None, now=now)


def read(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def listed(text=LIST):
    return {"source": "Tier 0", "file": SimpleUploadedFile("list.csv", text.encode())}


def rules():
    return {one.domain: one.severity for one in ServerRule.objects.all()}


def test_pages_of_operators_are_nobody_elses(desk, signed_in, amara, loud):
    paths = ["/servers/", "/servers/servers.csv", "/servers/list/", "/servers/of/loud.example/"]

    assert {desk.get(path).status_code for path in paths} == {200}
    client = signed_in(amara)
    assert {client.get(path).status_code for path in paths} == {404}
    assert client.post("/servers/of/loud.example/lifting/").status_code == 404
    assert (
        client.post("/servers/list/keeping/", {"source": "x", "content": LIST}).status_code == 404
    )
    assert rules() == {"loud.example": "noop"}
    assert desk.get("/servers/of/nobody.example/").status_code == 404
    for path in ("/servers/", "/servers/?q=loud", "/servers/?q=x", *paths[2:]):
        read(desk.get(path))


def test_a_rule_is_made_changed_and_lifted(desk):
    body = {"domain": "Spam.example", "severity": "suspend", "public_comment": "Spam"}
    assert "Kept: spam.example" in read(desk.post("/servers/", body, follow=True))
    assert 'value="Spam"' in desk.get("/servers/of/spam.example/").text
    desk.post("/servers/", body | {"severity": "silence"})
    assert rules() == {"spam.example": "silence"}

    desk.post("/servers/of/spam.example/lifting/")
    answer = desk.post("/servers/of/spam.example/lifting/", follow=True)

    assert "There is no rule for it any more." in answer.text
    assert rules() == {}


def test_what_names_no_server_is_said(desk):
    answer = desk.post("/servers/", {"domain": "co.uk", "severity": "suspend"})

    assert answer.status_code == 422
    assert "shared by many servers" in read(answer)


def test_a_list_is_looked_through_before_anything_is_kept(desk, loud):
    page = read(desk.post("/servers/list/", listed()))

    assert rules() == {"loud.example": "noop"}
    assert 'value="spam.example" checked' in page
    assert 'value="loud.example">' in page
    assert "now: Let in" in page
    assert "&#x27;b d&#x27; is no domain." in page


def test_only_what_is_ticked_is_taken_over(desk, loud):
    body = {"source": "Tier 0", "content": LIST, "domain": ["spam.example", "other.example"]}
    answer = desk.post("/servers/list/keeping/", body, follow=True)

    assert "1 rule is taken over." in read(answer)
    assert rules() == {"loud.example": "noop", "spam.example": "suspend"}
    assert ServerRule.objects.get(domain="spam.example").source == "Tier 0"

    desk.post("/servers/list/keeping/", body | {"domain": "loud.example"})
    assert rules()["loud.example"] == "silence"


def test_a_long_list_has_one_tick(desk, loud):
    text = "".join(f"s{number}.example\n" for number in range(301)) + "loud.example\n"
    page = read(desk.post("/servers/list/", listed(text)))
    assert "Take over the 301 that are new here" in page
    assert 'value="s7.example"' not in page

    desk.post("/servers/list/keeping/", {"source": "x", "content": text, "all_new": "on"})

    assert len(rules()) == 302
    assert rules()["loud.example"] == "noop"


@pytest.mark.parametrize("content", [b"\xff", b"a.example\n" * 20_002])
def test_what_is_no_list_is_said(desk, content):
    body = {"source": "x", "file": SimpleUploadedFile("list.csv", content)}
    answer = desk.post("/servers/list/", body)

    assert answer.status_code == 422
    assert rules() == {}


def test_what_comes_back_broken_begins_anew(desk):
    for body in ({}, {"source": "x", "content": "a.example\n" * 20_002}):
        answer = desk.post("/servers/list/keeping/", body)
        assert answer.headers["Location"] == "/servers/list/"
    assert rules() == {}


def test_anybody_reads_what_concerns_them(client, desk, loud):
    body = {"domain": "verylongname.example", "severity": "suspend", "is_obfuscated": "on"}
    desk.post("/servers/", body)

    page = read(client.get("/transparency/servers/"))
    (told,) = client.get("/api/v1/instance/domain_blocks").json()

    assert "verylo******.**ample" in page
    assert "verylongname" not in page
    assert "loud.example" not in page
    assert (told["domain"], told["severity"]) == ("verylo******.**ample", "suspend")


def test_from_the_shell(db, capsys, tmp_path, loud):
    path = tmp_path / "list.csv"
    path.write_text(LIST)

    assert main(["servers", "import", str(path), "--source", "Tier 0", "--dry-run"]) == 2
    said = capsys.readouterr()
    assert "Row 4: 'b d' is no domain." in said.err
    assert "1 rule to take over." in said.out
    assert "1 is left out" in said.out
    assert rules() == {"loud.example": "noop"}

    main(["servers", "import", str(path), "--source", "Tier 0"])
    assert rules() == {"loud.example": "noop", "spam.example": "suspend"}
    main(["servers", "import", str(path), "--source", "Tier 0", "--also-changes"])
    assert rules()["loud.example"] == "silence"

    assert main(["servers", "set", "odd.example", "noop", "--reject-media"]) == 0
    assert main(["servers", "set", "co.uk", "noop"]) == 1
    capsys.readouterr()
    assert main(["servers", "export"]) == 0
    assert "odd.example,noop,True,False,,False" in capsys.readouterr().out
    assert main(["servers", "list"]) == 0
    assert "spam.example\tsuspend" in capsys.readouterr().out
    assert main(["servers", "lift", "ODD.example"]) == 0
    assert main(["servers", "lift", "odd.example"]) == 1
    assert main(["servers", "import", str(tmp_path / "none"), "--source", "x"]) == 1
