"""What reads words of strangers understands, refuses, or takes them as text: whatever they are."""

import json
import re
from types import SimpleNamespace
from unittest.mock import patch
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest
from django.http import QueryDict
from django.test import RequestFactory
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from corridor.algorithms.post_search import asked_posts
from corridor.algorithms.references import identifiers, with_addresses
from corridor.mastodon_api import given_posts, parameters, scopes
from corridor.mastodon_api.errors import ApiError, NotThere
from corridor.mastodon_api.given_posts import Moment, NewPostWords, PollWords, focus_of, language_of
from corridor.mastodon_api.oauth import redirects
from corridor.mastodon_api.paging import links
from corridor.mastodon_api.streaming.application import understood
from corridor.mastodon_api.streaming.channels import NAMES, channel_of
from corridor.posts import markup
from corridor.posts.models import PostingDefaults
from tests.mastodon_api.hostile.words import TIMES, odd, odd_text

REFUSED = "refused"


def refused_or(read, statuses):
    """What it reads, or that it refuses with one of these."""
    try:
        return read()
    except ApiError as error:
        return REFUSED if error.status in statuses else error


pieces = st.sampled_from(
    [
        *("@amara", "@amara@h.example", "#Tag", "#", "@", "https://", "http://a.example/(x)", "\n"),
        *(
            "\n\n",
            "<b>",
            "&amp;",
            '"',
            "'",
            "10.1000/x",
            "doi:10.1/",
            "PMID 12",
            "[",
            ")",
            "javascript:",
        ),
        *("https://a@b.example", "https://xn--", "https://a.example/\u202e", "::", " ", "İß"),
    ]
)
texts = st.one_of(st.text(max_size=60), st.lists(pieces, max_size=12).map("".join))


@given(
    st.dictionaries(
        st.lists(
            st.sampled_from(["a", "b", "[", "]", "[]", "[a]", "[b]", "[0]", ""]), max_size=6
        ).map("".join),
        st.lists(st.text(max_size=3), min_size=1, max_size=3),
        max_size=5,
    )
)
def test_nested_parameters_are_read_or_refused(said):
    query = QueryDict(mutable=True)
    for key, values in said.items():
        query.setlist(key, values)

    read = refused_or(lambda: parameters.nested(query), statuses={422})

    if read is not REFUSED:
        assert depth(read) <= 2 * parameters.DEEPEST
        assert json.dumps(read)


def depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0) if isinstance(value, dict | list) else 0


@given(st.recursive(odd, lambda inner: st.lists(inner, max_size=3), max_leaves=4))
def test_bodies_of_any_kind_are_read_or_refused(body):
    request = RequestFactory().post("/", json.dumps(body), content_type="application/json")

    read = refused_or(lambda: parameters.given(request), statuses={400, 422})

    assert read is REFUSED or isinstance(read, dict)


@given(odd_text)
def test_a_number_is_one_that_fits_or_nothing_has_it(said):
    try:
        assert 0 <= parameters.number(said) < 2**63
    except NotThere:
        assert not re.fullmatch(r"[0-9]{1,18}", said)


@given(
    path=st.text(min_size=1, max_size=20),
    asked=st.lists(st.tuples(odd_text, odd_text), max_size=4),
    limit=st.integers(1, 3),
)
def test_links_of_pages_are_two_addresses_and_no_other_header(path, asked, limit):
    asked = [(sendable(name), sendable(value)) for name, value in asked]

    header = links(f"/api/v1/{sendable(path)}", asked, [9, 7], limit=limit)

    assert header.isascii()
    assert header.isprintable()
    said = re.findall(r'<(http://localhost:8000/api/v1/[^<>]*)>; rel="(next|prev)"', header)
    assert [rel for _url, rel in said] == (["next", "prev"] if limit <= 2 else ["prev"])
    place = parse_qs(urlsplit(said[-1][0]).query)
    assert place["min_id"] == ["9"]


def sendable(text):
    return text.encode("utf-8", "replace").decode()


@given(st.lists(st.sampled_from([*scopes.ALL, "admin", "read:", ":write", "READ", "read:write"])))
def test_scopes_are_known_ones_and_none_widens_another(asked):
    try:
        held = scopes.listed(" ".join(asked))
    except scopes.UnknownScope:
        assert not set(asked) <= set(scopes.ALL)
        return

    for scope in scopes.ALL:
        wide = scope.partition(":")[0]
        old = "follow" in held and scope in scopes.FOLLOW
        assert scopes.includes(held, scope) == (scope in held or wide in held or old)


@given(texts)
@example("\x85")
@pytest.mark.parametrize("scheme", ["", "https://a.example/", "http://", "app://", "javascript:"])
def test_addresses_for_codes_are_plain_whatever_is_put_into_them(scheme, text):
    uri = f"{scheme}{text}"

    if redirects.is_fine(uri):
        assert redirects.scheme_of(uri) not in redirects.REFUSED
        assert not re.search(r"[\s#<>\"\\\x00-\x1f]", uri)
        if scheme.startswith("http"):
            assert urlsplit(uri).hostname
            assert urlsplit(uri).port != 0
            assert "@" not in urlsplit(uri).netloc


SAFE = {"p", "br", "a", "span"}


@given(texts)
@example("https://a.example/\"onmouseover='x'")
def test_markup_is_made_of_four_elements_that_lead_to_the_web_or_to_us(text):
    made = markup.html(text, {markup.Mention(handle="amara", host=""): "/@amara/"})

    tree = html5lib.parseFragment(made, namespaceHTMLElements=False)
    elements = [one for one in tree.iter() if one is not tree]
    assert {one.tag for one in elements} <= SAFE
    for one in elements:
        assert set(one.keys()) <= {"href", "class", "rel", "target"}
        assert re.match(r"https?://|/@|/tags/|$", one.get("href", ""))


KEEPERS = {
    "doi.org",
    "pubmed.ncbi.nlm.nih.gov",
    "pmc.ncbi.nlm.nih.gov",
    "clinicaltrials.gov",
    "arxiv.org",
}


@given(texts)
@example("PMID2PMID1")
@example("NCT00000001/PMC2 arXiv:0704.0001.pdf/NCT00000001")
def test_works_are_found_in_any_text_and_lead_to_who_keeps_them(text):
    for one in identifiers(text):
        assert urlsplit(one.url).netloc in KEEPERS
        assert re.fullmatch(r"[!-~]+", one.url)
    assert identifiers(with_addresses(text)) == identifiers(text)


@given(st.dictionaries(st.sampled_from(list(PollWords.model_fields)), odd))
def test_forms_of_polls_are_understood_or_refused(said):
    try:
        poll = PollWords(**said).meant()
    except ValidationError:
        return
    assert all(isinstance(one, str) for one in poll.options)
    assert poll.lasts.total_seconds() >= 0


@given(st.dictionaries(st.sampled_from(list(NewPostWords.model_fields)), odd))
def test_posts_are_understood_or_refused(said):
    try:
        words = NewPostWords(**said)
    except ValidationError:
        return
    pocket = SimpleNamespace(application="Pocket", member=SimpleNamespace(pk=1))

    with patch.object(given_posts.posts, "posting_defaults", lambda _: PostingDefaults()):
        meant = refused_or(lambda: words.meant(pocket), statuses={422})

    assert meant is REFUSED or meant.application == "Pocket"


@given(st.one_of(odd, st.sampled_from(TIMES), st.datetimes().map(str)))
def test_times_are_of_our_centuries_and_of_a_zone(said):
    try:
        at = TypeAdapter(Moment).validate_python(said)
    except ValidationError:
        return
    assert at.tzinfo is not None
    assert 2000 <= at.year < 2200
    at.astimezone()


@given(odd_text)
def test_languages_and_places_in_pictures_are_read_or_refused(said):
    assert re.fullmatch(r"[A-Za-z0-9-]{0,12}", language_of(said))
    focus = refused_or(lambda: focus_of(said), statuses={422})
    assert focus in {None, REFUSED} or len(focus) == 2


operators = st.sampled_from(
    [
        *(
            "from:",
            "has:",
            "is:",
            "before:",
            "after:",
            "during:",
            "in:",
            "language:",
            "-",
            '"',
            ":",
        ),
        *(
            "me",
            "media",
            "2026-03-20",
            "0000-00-00",
            "9999-12-31",
            "0001-01-01",
            " ",
            "@",
            "“",
            "„",
        ),
    ]
)


@given(st.one_of(texts, st.lists(operators, max_size=10).map("".join)))
def test_whatever_is_searched_for_is_asked_for(text):
    asked = asked_posts(text)

    assert asked == asked_posts(text)
    assert all(part.strip() == part and part for part in asked.words)


@given(name=st.one_of(st.sampled_from(sorted(NAMES)), texts), tag=odd_text, number=odd_text)
def test_channels_are_understood_or_refused(name, tag, number):
    channel = refused_or(lambda: channel_of(name, {"tag": tag, "list": number}), {400, 404})

    if channel is not REFUSED and channel.name == "list":
        assert 0 <= int(channel.subject) < 2**63


@given(st.one_of(odd.map(json.dumps), texts, st.just("[" * 4000)))
def test_words_on_a_socket_are_understood_or_refused(text):
    said = refused_or(lambda: understood(text), statuses={400})

    assert said is REFUSED or isinstance(said, dict)
