from django.urls import path, re_path

from corridor.web.verification import badges, claim, desk, domains, own, routes, vouching

urlpatterns = [
    path("you/verification/", own.overview, name="verification"),
    path("you/verification/mailbox/", routes.mailbox, name="verification-mailbox"),
    path("you/verification/mailbox/code/", routes.mailbox_code, name="verification-code"),
    path("you/verification/domain/", routes.domain, name="verification-domain"),
    path("you/verification/npi/", routes.npi, name="verification-npi"),
    path("you/verification/document/", routes.document, name="verification-document"),
    path("you/verification/rosters/", own.rosters, name="verification-rosters"),
    path(
        "you/verification/claims/<int:claim_id>/withdrawal/",
        own.withdraw_claim,
        name="verification-claim-withdrawal",
    ),
    path(
        "you/verification/badges/<int:badge_id>/withdrawal/",
        own.withdraw_badge,
        name="verification-badge-withdrawal",
    ),
    re_path(r"^@(?P<handle>\w+)/vouch/$", vouching.vouch, name="vouch"),
    re_path(r"^@(?P<handle>\w+)/vouch/withdrawal/$", vouching.withdraw, name="vouch-withdrawal"),
    path("desk/verification/", desk.queue, name="desk"),
    path("desk/verification/decided/", desk.decided, name="desk-decided"),
    path("desk/verification/<int:claim_id>/", claim.claim, name="desk-claim"),
    path("desk/verification/<int:claim_id>/decision/", claim.decide, name="desk-decision"),
    path("desk/verification/<int:claim_id>/notes/", claim.note, name="desk-note"),
    path("desk/verification/<int:claim_id>/document/", claim.document, name="desk-document"),
    path("desk/verification/domains/", domains.domains, name="desk-domains"),
    path(
        "desk/verification/domains/<int:domain_id>/switch/",
        domains.switch,
        name="desk-domain-switch",
    ),
    path("desk/verification/badges/", badges.badges, name="desk-badges"),
    path(
        "desk/verification/badges/<int:badge_id>/withdrawal/",
        badges.withdraw,
        name="desk-badge-withdrawal",
    ),
]
