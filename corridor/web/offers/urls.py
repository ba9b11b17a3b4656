from django.urls import path

from corridor.web.offers import bio_line, offers

urlpatterns = [
    path("you/offers/", offers.offers, name="offers"),
    path("you/away/", offers.away, name="away"),
    path("you/away/end/", offers.back, name="away-end"),
    path("you/bio-line/", bio_line.bio_line, name="bio-line"),
    path("you/bio-line/reading/", bio_line.reading, name="bio-reading"),
    path("you/bio-line/confirmation/", bio_line.confirmation, name="bio-confirmation"),
]
