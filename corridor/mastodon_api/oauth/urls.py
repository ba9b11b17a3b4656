"""Addresses of letting apps in, where Mastodon's apps look for them: without a slash at the end."""

from django.urls import path

from corridor.mastodon_api.oauth import authorizing, connected, tokens, userinfo

urlpatterns = [
    path("oauth/authorize", authorizing.authorize, name="authorize-app"),
    path("oauth/authorize/", authorizing.authorize),  # toot sends people here
    path("oauth/token", tokens.token, name="oauth-token"),
    path("oauth/revoke", tokens.revoke, name="oauth-revoke"),
    path("oauth/userinfo", userinfo.userinfo, name="oauth-userinfo"),
    path(".well-known/oauth-authorization-server", tokens.server_metadata),
    path("you/apps/", connected.apps, name="apps"),
    path("you/apps/end/", connected.sign_out_all, name="sign-out-apps"),
    path("you/apps/<int:pk>/end/", connected.sign_out, name="sign-out-app"),
]
