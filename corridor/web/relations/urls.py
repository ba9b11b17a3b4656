from django.urls import path

from corridor.web.relations import apart, apart_file, deeds, following, lately, lists, privacy

urlpatterns = [
    path("you/following/", following.following, name="following"),
    path("you/followers/", following.followers, name="followers"),
    path("you/followers/requests/", following.requests, name="follow-requests"),
    path("you/lists/", lists.lists, name="lists"),
    path("you/lists/<int:list_id>/", lists.one, name="list"),
    path("you/lists/<int:list_id>/end/", lists.end, name="list-end"),
    path("you/lists/<int:list_id>/people/", lists.put, name="list-people"),
    path("you/lists/<int:list_id>/people/end/", lists.take, name="list-people-end"),
    path("you/blocked/", apart.blocked, name="blocked"),
    path("you/blocked/file/", apart_file.bring, name="apart-file"),
    path("you/blocked/file/taking/", apart_file.take, name="apart-file-take"),
    path("you/blocked/blocked_accounts.csv", apart_file.blocks, name="blocked-file"),
    path("you/blocked/muted_accounts.csv", apart_file.mutes, name="muted-file"),
    path("you/blocked/lately/end/", lately.undo, name="apart-undo"),
    path("you/evaluators/", apart.evaluators, name="evaluators"),
    path("you/evaluators/<int:evaluation_id>/end/", apart.end, name="evaluation-end"),
    path("you/privacy/", privacy.privacy, name="privacy"),
    path("@<handle>/follow/", deeds.follow, name="follow"),
    path("@<handle>/follow/end/", deeds.unfollow, name="follow-end"),
    path("@<handle>/following-you/", deeds.accept, name="follower"),
    path("@<handle>/following-you/end/", deeds.remove, name="follower-end"),
    path("@<handle>/block/", deeds.block, name="block"),
    path("@<handle>/block/end/", deeds.unblock, name="block-end"),
    path("@<handle>/mute/", deeds.mute, name="mute"),
    path("@<handle>/mute/end/", deeds.unmute, name="mute-end"),
]
