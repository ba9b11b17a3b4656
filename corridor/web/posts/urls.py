from django.urls import path, re_path

from corridor.web.posts import composing, deeds, defaults, editing, one, waiting

urlpatterns = [
    re_path(r"^@(?P<handle>\w+)/(?P<post_id>\d{1,19})/$", one.post, name="post"),
    re_path(r"^@(?P<handle>\w+)/(?P<post_id>\d{1,19})/history/$", one.history, name="post-history"),
    path("boosts/<int:boost_id>/", one.boost, name="boost"),
    path("compose/", composing.compose, name="compose"),
    path("posts/deleted/", editing.deleted, name="deleted"),
    path("posts/deleted/again/", editing.write_again, name="write-again"),
    path("posts/<int:post_id>/edit/", editing.edit, name="post-edit"),
    path("posts/<int:post_id>/deletion/", editing.delete, name="post-delete"),
    path("posts/<int:post_id>/boost/", deeds.boost, name="post-boost"),
    path("posts/<int:post_id>/boost/end/", deeds.take_back_boost, name="post-boost-end"),
    path("posts/<int:post_id>/kudos/", deeds.give_kudos, name="post-kudos"),
    path("posts/<int:post_id>/kudos/end/", deeds.take_back_kudos, name="post-kudos-end"),
    path("posts/<int:post_id>/bookmark/", deeds.save, name="post-save"),
    path("posts/<int:post_id>/bookmark/end/", deeds.unsave, name="post-save-end"),
    path("posts/<int:post_id>/pin/", deeds.pin, name="post-pin"),
    path("posts/<int:post_id>/pin/end/", deeds.unpin, name="post-pin-end"),
    path("posts/<int:post_id>/mute/", deeds.mute, name="post-mute"),
    path("posts/<int:post_id>/mute/end/", deeds.unmute, name="post-mute-end"),
    path("posts/<int:post_id>/vote/", deeds.vote, name="post-vote"),
    path("posts/<int:post_id>/approval/", deeds.let_through, name="reply-let-through"),
    path("posts/<int:post_id>/refusal/", deeds.refuse, name="reply-refuse"),
    path("you/posting/", defaults.defaults, name="posting-defaults"),
    path("you/drafts/", waiting.drafts, name="drafts"),
    path("you/drafts/<int:draft_id>/end/", waiting.end_draft, name="draft-end"),
    path("you/scheduled/", waiting.scheduled, name="scheduled"),
    path("you/scheduled/<int:scheduled_id>/time/", waiting.move, name="scheduled-time"),
    path("you/scheduled/<int:scheduled_id>/end/", waiting.cancel, name="scheduled-end"),
    path("you/replies-waiting/", waiting.replies, name="replies-waiting"),
]
