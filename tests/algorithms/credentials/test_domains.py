import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.credentials.domains import (
    NotADomain,
    NotAnAddress,
    is_public_suffix,
    parents,
    plain_address,
    plain_domain,
)


@pytest.mark.parametrize(
    ("written", "domain"),
    [
        ("Harvard.EDU", "harvard.edu"),
        (" mgh.harvard.edu. ", "mgh.harvard.edu"),
        ("Bücher.example", "xn--bcher-kva.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("ｈarvard.edu", "harvard.edu"),  # a letter of full width
        ("中国.example", "xn--fiqs8s.example"),
    ],
)
def test_a_domain_is_written_one_way(written, domain):
    assert plain_domain(written) == domain


@pytest.mark.parametrize(
    "written",
    ["", ".", "edu", "harvard..edu", "har vard.edu", "-a.edu", "a_b.edu", "192.168.0.1", "a" * 300],
)
def test_what_no_mail_server_could_have_is_refused(written):
    with pytest.raises(NotADomain):
        plain_domain(written)


def test_letters_that_look_alike_make_another_domain():
    assert plain_domain("hаrvard.edu") != "harvard.edu"  # the first a is Cyrillic


def test_the_domain_above_belongs_to_the_same_institution():
    assert parents("mgh.harvard.edu") == ("mgh.harvard.edu", "harvard.edu")
    assert parents("med.severnside.ac.uk") == ("med.severnside.ac.uk", "severnside.ac.uk")


@pytest.mark.parametrize("suffix", ["edu", "ac.uk", "nhs.uk", "edu.au", "vic.edu.au", "ac.jp"])
def test_what_many_institutions_share_is_nobodys(suffix):
    assert is_public_suffix(suffix)
    assert suffix not in parents(f"ward.severnside.{suffix}")
    assert parents(suffix) == ()


@pytest.mark.parametrize("domain", ["harvard.edu", "nhs.net", "va.gov", "uclh.nhs.uk"])
def test_what_one_institution_has_is_its_own(domain):
    assert not is_public_suffix(domain)


@pytest.mark.parametrize(
    ("written", "mailbox"),
    [
        ("A.Nwosu@Severnside.ac.uk", "a.nwosu@severnside.ac.uk"),
        ("a.nwosu+corridor@severnside.ac.uk", "a.nwosu@severnside.ac.uk"),
        (" amara@bücher.example ", "amara@xn--bcher-kva.example"),
        ("+amara@severnside.ac.uk", "+amara@severnside.ac.uk"),
    ],
)
def test_one_mailbox_is_one_whatever_is_added_to_it(written, mailbox):
    assert plain_address(written).mailbox == mailbox


@pytest.mark.parametrize(
    "written",
    [
        "",
        "@severnside.ac.uk",
        "amara",
        "amara@",
        "a b@severnside.ac.uk",
        '"a@b"@severnside.ac.uk',
        "a@b@severnside.ac.uk",
        "amara\r\nBcc: all@severnside.ac.uk",
        "amara@severnside.ac.uk\nBcc: all@example.org",
        ".a@severnside.ac.uk",
        "a..b@severnside.ac.uk",
        "a" * 65 + "@severnside.ac.uk",
        "ámara@severnside.ac.uk",
    ],
)
def test_what_is_no_address_is_refused(written):
    with pytest.raises(NotAnAddress):
        plain_address(written)


@given(st.text())
def test_no_text_breaks_the_reading_of_a_domain(text):
    try:
        domain = plain_domain(text)
    except NotADomain:
        return
    assert plain_domain(domain) == domain
    assert all(domain.endswith(name) for name in parents(domain))


@given(st.text(), st.sampled_from(["severnside.ac.uk", "harvard.edu"]))
def test_no_text_before_the_at_sign_changes_the_domain(local, domain):
    try:
        address = plain_address(f"{local}@{domain}")
    except NotAnAddress:
        return
    assert address.domain == domain
    assert "\n" not in str(address)
