from django.urls import path

from corridor.web.achievements import composing, showing

urlpatterns = [
    path("compose/achievement/", composing.compose, name="compose-achievement"),
    path("achievements/<int:number>/", showing.achievement, name="achievement"),
    path("achievements/<int:number>/card.png", showing.card, name="achievement-card"),
    path("achievements/<int:number>/agreement/", composing.agree, name="achievement-agree"),
    path("achievements/<int:number>/end/", composing.take_away, name="achievement-end"),
    path("you/achievements/", composing.waiting, name="achievements-waiting"),
    path("@<str:handle>/achievements/", showing.of_person, name="achievements"),
]
