"""Addresses of the pages, by area."""

from django.contrib.auth import views as auth
from django.urls import include, path

from corridor.web.accounts import theme, you
from corridor.web.accounts.sign_in import EmailSignInForm
from corridor.web.home import views as home

urlpatterns = [
    path("", home.home, name="home"),
    path("how-matching-works/", home.how_matching_works, name="how-matching-works"),
    path(
        "sign-in/",
        auth.LoginView.as_view(
            template_name="accounts/sign_in.html",
            authentication_form=EmailSignInForm,
            redirect_authenticated_user=True,
        ),
        name="sign-in",
    ),
    path("sign-out/", auth.LogoutView.as_view(), name="sign-out"),
    path("you/", you.you, name="you"),
    path("theme/", theme.choose, name="theme"),
    path("", include("corridor.web.profiles.urls")),
    path("", include("corridor.web.programmes.urls")),
    path("", include("corridor.web.relations.urls")),
    path("", include("corridor.web.trial.urls")),
]
