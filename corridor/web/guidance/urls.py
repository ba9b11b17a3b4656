from django.urls import path

from corridor.web.guidance import guidance

urlpatterns = [
    path("guidance/", guidance.several, name="guidance"),
    path("guidance/policy/", guidance.policy, name="guidance-policy"),
    path("guidance/<slug:slug>/", guidance.one, name="guidance-card"),
    path("guidance/<slug:slug>/read/", guidance.read, name="guidance-read"),
    path("queue/policy/", guidance.keep, name="queue-policy"),
]
