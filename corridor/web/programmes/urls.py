from django.urls import path

from corridor.web.programmes import decisions, programmes, publication, review, told, weights

urlpatterns = [
    path("programmes/", programmes.programmes, name="programmes"),
    path("p/<slug:slug>/", programmes.programme, name="programme"),
    path("p/<slug:slug>/review/", review.board, name="review"),
    path("p/<slug:slug>/review/comparison/", review.comparison, name="comparison"),
    path("p/<slug:slug>/review/runs/", review.run_list, name="run-list"),
    path("p/<slug:slug>/review/progress/", review.progress, name="run-progress"),
    path("p/<slug:slug>/runs/end/", decisions.stop_run, name="runs-end"),
    path("p/<slug:slug>/runs/<int:number>/", decisions.keep_run, name="run"),
    path("p/<slug:slug>/runs/", decisions.run, name="runs"),
    path("p/<slug:slug>/runs/<int:number>/approvals/", decisions.approve_many, name="approvals"),
    path(
        "p/<slug:slug>/runs/<int:number>/approvals/end/",
        decisions.withdraw_many,
        name="approvals-end",
    ),
    path("p/<slug:slug>/publication/", publication.publication, name="publication"),
    path("p/<slug:slug>/publication/end/", publication.stop, name="publication-end"),
    path("p/<slug:slug>/rounds/<int:round_id>/", told.round_told, name="round-told"),
    path("p/<slug:slug>/rounds/<int:round_id>/recall/", told.recall, name="round-recall"),
    path("p/<slug:slug>/rounds/<int:round_id>/next-best/", told.decide, name="next-best"),
    path("p/<slug:slug>/rounds/<int:round_id>/state/", told.move, name="round-state"),
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
