from django.urls import path

from corridor.web.shields import folder, message_requests, network, shield

urlpatterns = [
    path("you/shield/", shield.shield, name="shield"),
    path("you/shield/end/", shield.lower, name="shield-end"),
    path("you/shield/fine/", shield.wave_off, name="surge-end"),
    path("you/held/", folder.folder, name="held"),
    path("you/held/put-away/", folder.looked_at, name="held-away"),
    path("you/held/answers/", folder.answer, name="held-answers"),
    path("@<handle>/block/network/", network.network, name="block-network"),
    path("conversations/requests/", message_requests.requests, name="message-requests"),
]
