from django.urls import path

from corridor.web.directing import (
    form_builder,
    health,
    overview,
    record,
    rounds,
    sections,
    starting,
    team,
    words,
)

ONE = "p/<slug:slug>/directing/"
FORM = f"{ONE}forms/<str:side>/"

urlpatterns = [
    path("programmes/new/", starting.templates, name="programme-templates"),
    path("programmes/new/<slug:name>/", starting.start, name="programme-new"),
    path("programmes/asking/", starting.ask, name="programme-asking"),
    path("programmes/yours/", team.yours, name="team-invitations"),
    path("team-invitations/<int:invitation_id>/answer/", team.answer, name="team-answer"),
    path("p/<slug:slug>/health/", health.health, name="health"),
    path("p/<slug:slug>/export/", health.export, name="programme-export"),
    path(ONE, overview.overview, name="directing"),
    path(f"{ONE}publication/", overview.publication, name="directing-publication"),
    path(f"{ONE}archive/", overview.archive, name="directing-archive"),
    path(f"{ONE}return/", overview.bring_back, name="directing-return"),
    path(f"{ONE}copy/", overview.duplicate, name="directing-copy"),
    path(f"{ONE}dates/", sections.dates, name="directing-dates"),
    path(f"{ONE}rounds/<int:round_id>/dates/", sections.round_dates, name="round-dates"),
    path(f"{ONE}rounds/<int:round_id>/closing/", rounds.close, name="round-closing"),
    path(f"{ONE}rounds/<int:round_id>/closing/end/", rounds.reopen, name="round-closing-end"),
    path(f"{ONE}agreement/", words.agreement, name="directing-agreement"),
    path(f"{ONE}mails/", words.texts, name="directing-texts"),
    path(f"{ONE}mails/<str:name>/", words.text, name="directing-text"),
    path(f"{ONE}mails/<str:name>/end/", words.text_end, name="directing-text-end"),
    path(FORM, form_builder.questions, name="directing-form"),
    path(f"{FORM}preview/", form_builder.preview, name="directing-preview"),
    path(f"{FORM}new/", form_builder.add, name="question-new"),
    path(f"{FORM}<slug:key>/", form_builder.change, name="question"),
    path(f"{FORM}<slug:key>/removal/", form_builder.remove, name="question-removal"),
    path(f"{FORM}<slug:key>/return/", form_builder.bring_back, name="question-return"),
    path(f"{FORM}<slug:key>/place/", form_builder.move, name="question-place"),
    path(f"{ONE}team/", team.team, name="directing-team"),
    path(f"{ONE}team/<int:member_id>/", team.part, name="team-part"),
    path(f"{ONE}team/<int:member_id>/end/", team.part_end, name="team-part-end"),
    path(
        f"{ONE}team/invitations/<int:invitation_id>/end/",
        team.invitation_end,
        name="team-invitation-end",
    ),
    path(f"{ONE}on-behalf/", record.acting, name="directing-acting"),
    path(f"{ONE}record/", record.record, name="directing-record"),
    path(f"{ONE}parts/", record.parts, name="directing-parts"),
    path(f"{ONE}parts/whole/", record.whole, name="directing-whole"),
    path(f"{ONE}<slug:name>/", sections.section, name="directing-section"),
]
