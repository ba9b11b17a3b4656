"""What columns are called in German, Spanish and French forms; whole titles only."""

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "id": "kennung | teilnehmernummer | identificador | identifiant",
    "email": "e-mail-adresse | mailadresse | correo | correo electrónico | dirección de correo"
    " | courriel | adresse e-mail | adresse électronique",
    "name": "vollständiger name | vor- und nachname | nombre completo | nombre y apellidos"
    " | nom complet | nom et prénom | prénom et nom",
    "first_name": "vorname | nombre | prénom",
    "last_name": "nachname | familienname | apellido | apellidos | nom | nom de famille",
    "side": "rolle | teilnahme als | rol | participo como | papel | rôle | je participe comme",
    "stage": "ausbildungsstand | weiterbildungsjahr | studienjahr | position | etapa | año"
    " | nivel | año de residencia | niveau | année | stade | étape | grade",
    "specialty": "fachgebiet | fachrichtung | fach | facharztrichtung | especialidad | spécialité",
    "institution": "klinik | krankenhaus | einrichtung | universität | hochschule | institución"
    " | universidad | clínica | centro | hôpital | université | établissement | clinique",
    "needs": "ziele | bedarf | wünsche | unterstützung gewünscht bei | necesidades | objetivos"
    " | besoins | objectifs | attentes",
    "covers": "angebot | kann helfen bei | expertise | ofrece | puede ayudar con"
    " | áreas de experiencia | offre | peut aider | domaines d’expertise",
    "topics": "themen | temas | thèmes | sujets",
    "interests": "interessen | intereses | centres d’intérêt | intérêts",
    "languages": "sprache | sprachen | idioma | idiomas | langue | langues | langues parlées",
    "time_zone": "zeitzone | zona horaria | huso horario | fuseau | fuseau horaire",
    "free": "verfügbarkeit | zeiten | freie zeiten | disponibilidad | horario | horarios"
    " | disponibilité | disponibilités | horaires",
    "capacity": "kapazität | höchstzahl mentees | capacidad | máximo de mentorizados | capacité"
    " | nombre maximal de mentorés",
    "new_places": "plätze | freie plätze | plazas | places disponibles",
    "carries": "bereits betreut | derzeitige mentees | mentorizados actuales | mentorés actuels",
    "choices": "wunschmentor | wunschmentorin | wunsch | preferencia | preferencias"
    " | mentor preferido | choix | préférence | préférences",
    "avoid": "nicht mit | ausschließen | evitar | no con | éviter | pas avec",
    "evaluators": "prüfer | vorgesetzte | betreuer | evaluador | evaluadores | supervisora"
    " | évaluateur | évaluateurs | superviseur",
    "existing_mentor": "bisheriger mentor | bisherige mentorin | mentor actual | mentor actuel",
}
"""Name of a field -> titles, separated by bars."""
