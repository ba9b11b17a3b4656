from django.urls import path

from corridor.web.stories import composing

urlpatterns = [path("compose/story/", composing.compose, name="compose-story")]
