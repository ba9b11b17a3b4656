from django.urls import path

from corridor.web.self_description import agreements, description

urlpatterns = [
    path("you/self-description/", description.description, name="self-description"),
    path(
        "you/self-description/deletion/",
        description.deletion,
        name="self-description-deletion",
    ),
    path("you/self-description/uses/<purpose>/", agreements.agree, name="agreement"),
    path("you/self-description/uses/<purpose>/end/", agreements.end, name="agreement-end"),
]
