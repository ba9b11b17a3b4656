from django.urls import path

from corridor.web.programmes import decisions, programmes, review, weights

urlpatterns = [
    path("programmes/", programmes.programmes, name="programmes"),
    path("p/<slug:slug>/", programmes.programme, name="programme"),
    path("p/<slug:slug>/review/", review.board, name="review"),
    path("p/<slug:slug>/review/comparison/", review.comparison, name="comparison"),
    path("p/<slug:slug>/runs/", decisions.run, name="runs"),
    path("p/<slug:slug>/runs/<int:number>/approvals/", decisions.approve_many, name="approvals"),
    path(
        "p/<slug:slug>/runs/<int:number>/approvals/end/",
        decisions.withdraw_many,
        name="approvals-end",
    ),
    path("p/<slug:slug>/weights/", weights.weights, name="weights"),
    path("proposals/<int:proposal_id>/approval/", decisions.approve, name="approval"),
    path("proposals/<int:proposal_id>/withdrawal/", decisions.withdraw, name="withdrawal"),
    path("proposals/<int:proposal_id>/swap/", decisions.swap, name="swap"),
    path("proposals/<int:proposal_id>/parting/", decisions.part, name="parting"),
    path("proposals/<int:proposal_id>/hold/", decisions.hold, name="hold"),
    path("proposals/<int:proposal_id>/hold/end/", decisions.release, name="hold-end"),
    path("partings/<int:override_id>/end/", decisions.allow, name="parting-end"),
    path("proposals/<int:proposal_id>/notes/", decisions.note, name="notes"),
]
