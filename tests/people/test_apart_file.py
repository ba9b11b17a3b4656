"""Files of blocked and muted accounts, as Mastodon writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.people.apart_file import (
    MOST_ROWS,
    UnreadableFile,
    blocks_file,
    mutes_file,
    read_list,
)

HOST = "corridor.example"


def read(text):
    return read_list(text.encode(), host=HOST)


def test_blocks_are_addresses_one_a_line():
    listed = read("mallory_crane@corridor.example\n@sam_whitlock@CORRIDOR.example\n")

    assert listed.handles == ("mallory_crane", "sam_whitlock")
    assert listed.problems == ()


def test_mutes_have_titles_and_a_second_column():
    listed = read("Account address,Hide notifications\nmallory_crane@corridor.example,true\n")

    assert listed.handles == ("mallory_crane",)


def test_a_handle_without_a_server_is_of_this_one():
    assert read("Mallory_Crane\n\n mallory_crane \n").handles == ("mallory_crane",)


def test_what_cannot_be_used_is_told_by_line():
    listed = read("a@elsewhere.example\nnot an account\nmallory_crane\n")

    assert listed.handles == ("mallory_crane",)
    assert [(one.row, one.text) for one in listed.problems] == [
        (1, "a@elsewhere.example"),
        (2, "not an account"),
    ]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a\x00b", b"x" * 2_000_001])
def test_what_is_no_list_is_refused(content):
    with pytest.raises(UnreadableFile):
        read_list(content, host=HOST)


def test_a_list_is_as_long_as_mastodon_takes():
    read("a\n" * MOST_ROWS)
    with pytest.raises(UnreadableFile):
        read("a\n" * (MOST_ROWS + 1))


@given(st.lists(st.from_regex(r"\A[a-z0-9_]{1,30}\Z"), unique=True))
def test_what_is_written_is_read_again(handles):
    assert read(blocks_file(handles, host=HOST)).handles == tuple(handles)
    assert read(mutes_file(handles, host=HOST)).handles == tuple(handles)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    try:
        listed = read_list(content, host=HOST)
    except UnreadableFile:
        return
    assert all(handle == handle.lower() for handle in listed.handles)
