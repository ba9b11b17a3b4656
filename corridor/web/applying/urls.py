from django.urls import path

from corridor.web.applying import admitting, apply, inviting, links, own

urlpatterns = [
    path("p/<slug:slug>/apply/<str:side>/", apply.apply, name="apply"),
    path("p/<slug:slug>/apply/<str:side>/draft/", apply.draft, name="apply-draft"),
    path("p/<slug:slug>/apply/<str:side>/summary/", apply.summary, name="apply-summary"),
    path("you/applications/", own.own_applications, name="own-applications"),
    path("you/applications/answers/", own.answers_to_posts, name="answers-to-posts"),
    path("you/applications/<int:application_id>/", own.application, name="application"),
    path(
        "you/applications/<int:application_id>/withdrawal/",
        own.withdrawal,
        name="application-withdrawal",
    ),
    path(
        "you/applications/<int:application_id>/withdrawal/end/",
        own.withdrawal_end,
        name="application-withdrawal-end",
    ),
    path(
        "you/applications/<int:application_id>/barriers/",
        own.barriers,
        name="application-barriers",
    ),
    path("round-invitations/<str:token>/", links.round_invitation, name="round-invitation"),
    path("interests/<str:token>/", links.interest, name="interest"),
    path("p/<slug:slug>/interest/", links.public_interest, name="public-interest"),
    path("p/<slug:slug>/rounds/<int:round_id>/applications/", admitting.desk, name="admitting"),
    path(
        "p/<slug:slug>/rounds/<int:round_id>/applications/answers/",
        admitting.answers,
        name="admitting-answers",
    ),
    path(
        "p/<slug:slug>/rounds/<int:round_id>/applications/file/",
        inviting.file,
        name="applications-file",
    ),
    path(
        "p/<slug:slug>/rounds/<int:round_id>/applications.csv",
        inviting.export,
        name="applications-export",
    ),
    path("p/<slug:slug>/rounds/<int:round_id>/invitations/", inviting.invitations, name="inviting"),
    path(
        "p/<slug:slug>/rounds/<int:round_id>/invitations/<int:invitation_id>/again/",
        inviting.again,
        name="inviting-again",
    ),
    path(
        "p/<slug:slug>/rounds/<int:round_id>/invitations/<int:invitation_id>/end/",
        inviting.end,
        name="inviting-end",
    ),
]
