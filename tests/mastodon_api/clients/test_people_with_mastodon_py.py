"""Mastodon.py finds people, follows, blocks, keeps lists and hashtags, and searches."""

from corridor.posts.actions import NewPost, publish_post


def test_it_finds_and_follows_somebody_and_shows_her(mine, dr_osei, amara, now):
    post = publish_post(NewPost(text="Blocks on Thursday"), by=dr_osei, now=now)
    osei = mine.account_lookup(dr_osei.handle)

    assert [one.acct for one in mine.account_search("kwame")] == [dr_osei.handle]
    assert [str(one.id) for one in mine.account_statuses(osei)] == [str(post.pk)]
    assert mine.account_follow(osei, reblogs=False, notify=True).notifying
    assert mine.account_note_set(osei, "Met at a workshop").note == "Met at a workshop"
    assert mine.account_pin(osei).endorsed
    assert [one.acct for one in mine.account_following(amara.pk)] == [dr_osei.handle]
    assert [one.acct for one in mine.account_followers(osei)] == [amara.handle]
    assert [one.following for one in mine.account_relationships([osei])] == [True]
    assert mine.account_familiar_followers(osei)[0].accounts == []
    assert not mine.account_unfollow(osei).endorsed


def test_it_keeps_away_and_makes_peace(mine, mallory):
    assert mine.account_mute(mallory.pk, duration=3600).muting
    assert [one.acct for one in mine.mutes()] == [mallory.handle]
    assert not mine.account_unmute(mallory.pk).muting
    assert mine.account_block(mallory.pk).blocking
    assert [one.acct for one in mine.blocks()] == [mallory.handle]
    assert not mine.account_unblock(mallory.pk).blocking
    assert mine.domain_blocks() == []


def test_it_lets_in_who_asks(mine, library_of, amara, mallory):
    amara.approves_followers = True
    amara.save(update_fields=["approves_followers"])
    assert library_of(mallory).account_follow(amara.pk).requested

    assert [one.acct for one in mine.follow_requests()] == [mallory.handle]
    assert mine.follow_request_authorize(mallory.pk).followed_by
    assert not mine.account_remove_from_followers(mallory.pk).followed_by


def test_it_keeps_lists(mine, dr_osei, mallory):
    kept = mine.list_create("Anaesthesia", replies_policy="none")

    mine.list_accounts_add(kept, [dr_osei.pk, mallory.pk])
    mine.list_accounts_delete(kept, [mallory.pk])

    assert [one.acct for one in mine.list_accounts(kept)] == [dr_osei.handle]
    assert [one.id for one in mine.account_lists(dr_osei.pk)] == [kept.id]
    assert mine.list_update(kept, "Airways", replies_policy="none").title == "Airways"
    assert mine.list(kept).replies_policy == "none"
    mine.list_delete(kept)
    assert mine.lists() == []


def test_it_follows_hashtags_and_searches(mine, amara):
    mine.status_post("Blocks for #FirstGen, and #Airways")

    assert mine.tag_follow("FirstGen").following
    assert [tag.name for tag in mine.followed_tags()] == ["FirstGen"]
    assert not mine.tag_unfollow("FirstGen").following
    featured = mine.featured_tag_create("Airways")
    assert [tag.name for tag in mine.featured_tags()] == ["Airways"]
    assert [tag.name for tag in mine.featured_tag_suggestions()] == ["FirstGen"]
    mine.featured_tag_delete(featured)
    found = mine.search_v2("blocks from:me", result_type="statuses")
    assert [one.account.acct for one in found.statuses] == [amara.handle]
    assert [tag.name for tag in mine.search("#Air").hashtags] == ["Airways"]


def test_it_reads_what_is_suggested(mine):
    assert mine.suggestions() == []
    assert mine.directory() == []
    assert mine.endorsements() == []


def test_it_flags_a_person_and_a_post(mine, mallory, now):
    post = publish_post(NewPost(text="Buy my course"), by=mallory, now=now)

    flagged = mine.report(mallory.pk, comment="A seller")
    report = mine.report(mallory.pk, [post.pk], comment="An advert", category="spam")

    assert flagged.id != report.id
    assert (report.category, report.comment, report.action_taken) == ("spam", "An advert", False)
    assert report.target_account.acct == "mallory_crane"
    assert [str(one) for one in report.status_ids] == [str(post.pk)]
