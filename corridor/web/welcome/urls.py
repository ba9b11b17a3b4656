from django.urls import path

from corridor.web.welcome import steps, tips

urlpatterns = [
    path("welcome/", steps.welcome, name="welcome"),
    path("welcome/<slug:step>/", steps.step, name="welcome-step"),
    path("welcome/<slug:step>/skip/", steps.skip, name="welcome-skip"),
    path("you/tips/end/", tips.refuse, name="tips-end"),
    path("you/tips/<slug:kind>/end/", tips.dismiss, name="tip-end"),
]
