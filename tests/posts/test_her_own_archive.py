"""What somebody takes with her of what she said."""

from datetime import timedelta

from corridor.posts.actions import Edit, edit_post
from corridor.posts.personal_archive import archive


def test_what_was_said_before_an_edit_is_hers_too(amara, dr_osei, says, now):
    post = says(amara, "Blocks on Tuesday")
    theirs = says(dr_osei, "Blocks")
    later = now + timedelta(hours=1)
    edit_post(Edit(text="Blocks on Thursday"), post=post, by=amara, now=later)
    edit_post(Edit(text="No blocks"), post=theirs, by=dr_osei, now=later)

    sections = {section.key: section.rows for section in archive(amara)}

    assert [row["text"] for row in sections["posts"]] == ["Blocks on Thursday"]
    assert sections["revisions"] == [
        {"post": post.pk, "at": now, "content_note": "", "text": "Blocks on Tuesday"}
    ]
