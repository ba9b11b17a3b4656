from django.urls import path

from corridor.web.incidents import (
    check_ins,
    ending,
    exporting,
    keeping,
    letters,
    listing,
    pieces,
    whole_file,
)

ONE = "you/incidents/<int:incident_id>/"

urlpatterns = [
    path("you/incidents/", listing.incidents, name="incidents"),
    path("you/incidents/new/", listing.begin, name="incident-new"),
    path("you/incidents/keep/post/<int:post_id>/", keeping.post, name="incident-keep-post"),
    path("you/incidents/keep/flag/<int:flag_id>/", keeping.flagged, name="incident-keep-flag"),
    path("you/check-ins/end/<token>/", check_ins.end_mails, name="check-in-mail-end"),
    path("you/check-ins/<int:check_in_id>/", check_ins.check_in, name="check-in"),
    path(ONE, whole_file.incident, name="incident"),
    path(f"{ONE}change/", whole_file.change, name="incident-change"),
    path(f"{ONE}steps/", whole_file.step, name="incident-step"),
    path(f"{ONE}check-ins/", whole_file.asking, name="incident-asking"),
    path(f"{ONE}evidence/", pieces.add, name="incident-add"),
    path(f"{ONE}evidence/<int:number>/removal/", pieces.remove, name="piece-remove"),
    path(f"{ONE}evidence/<int:number>/masking/", pieces.mask, name="piece-mask"),
    path(f"{ONE}evidence/<int:number>/<int:file>/", pieces.picture, name="piece-picture"),
    path(f"{ONE}evidence/<int:number>/<int:file>/original/", pieces.original, name="piece-file"),
    path(f"{ONE}letters/<slug:recipient>/", letters.letter, name="incident-letter"),
    path(f"{ONE}letters/<slug:recipient>/text/", letters.text, name="incident-letter-text"),
    path(f"{ONE}export/", exporting.export, name="incident-export"),
    path(f"{ONE}closing/", ending.close, name="incident-close"),
    path(f"{ONE}reopening/", ending.reopen, name="incident-reopen"),
    path(f"{ONE}deletion/", ending.delete, name="incident-delete"),
]
