"""Scenarios 2, 11 and 12 on two desks, with an exchange over the key between them."""

import datetime

from selenium.webdriver.common.by import By

from followed import choose, unfold
from laptop import check

RALLY = "Rallye fictif de la zone"
TABLETS = "RDV fictif à deux tablettes"
STOPS = ("Atelier Fictif", "Logistique Fictive", "Chantier Fictif", "Clinique Fictive")


def meet(desks, key):
    for desk in (desks[0], desks[1], desks[0]):
        desk.exchange(key)


def figures(desk, wanted):
    seen = {label: desk.figure(label) for label in wanted}
    check("figures", seen == wanted, seen)


def rally(desks, key):
    """Scenario 2: four stops, three teams; two desks tick."""
    offers = (9, 6, 5, 3)
    for number, (host, came) in enumerate(zip(STOPS, (16, 16, 15, 14))):
        desk = desks[number % 2]
        desk.sheet(RALLY)
        desk.follow(host)
        for person in range(came):
            desk.tick(f"FICTIF{person:02}")
        desk.type("#offres", str(offers[number]))
        desk.press("Compter")
    desks[0].seen("etape")
    desks[0].go("/chantiers")
    unfold(desks[0], "Nouvelle offre")
    desks[0].type("#intitule", "Préparation de commandes")
    choose(desks[0], "#action", RALLY)
    desks[0].press("Ajouter l’offre")
    for person in range(11):
        desks[0].type("#q", f"Fictif{person:02}")
        desks[0].press("Chercher")
        desks[0].press("Proposer")
    for person in range(6):
        row = next(r for r in desks[0].all("main li") if f"FICTIF{person:02}" in r.text)
        row.find_element(By.TAG_NAME, "summary").click()
        button = next(b for b in row.find_elements(By.TAG_NAME, "button") if b.text.startswith("Entretien"))
        desks[0].leave(button.click)
    desks[0].seen("offre")
    meet(desks, key)
    for desk in desks:
        desk.sheet(RALLY)
        figures(desk, {
            "Inscrits": "18", "Participants": "16", "Passages aux étapes": "61", "Offres rapportées": "23",
            "Mises en relation": "11", "Entretiens": "6", "Taux d'accroche": "88,9 % (16 / 18)"})


def tablets(desks, key):
    """Scenario 11: a signed presence beats the closing of the list; two typed marks ask somebody."""
    desks[0].sheet(TABLETS)
    for person in range(20):
        desks[0].tick(f"FICTIF{person:02}")
    meet(desks, key)
    desks[0].sheet(TABLETS)
    desks[0].open_row("FICTIF20")
    desks[0].press("Présent, a signé")
    desks[0].sheet(TABLETS)
    desks[0].tick("FICTIF21")
    desks[1].sheet(TABLETS)
    desks[1].open_row("FICTIF21")
    desks[1].press("Absent")
    desks[1].sheet(TABLETS)
    desks[1].follow("Clore la liste")
    desks[1].press("Clore maintenant")
    check("one is noted absent", "1 personne" in desks[1].text(".notice"), desks[1].text(".notice"))
    meet(desks, key)
    for desk in desks:
        desk.sheet(TABLETS)
        figures(desk, {"Inscrits présents": "21", "À préciser": "1"})
        check("signed stays", "a signé" in desk.row("FICTIF20").text and desk.state("FICTIF20") == "seen")
    desks[0].seen("emargement-a-preciser")
    desks[0].go("/a-traiter")
    check("what the rule settled is listed", "Fictif20" in desks[0].text("main"), desks[0].text("main"))
    desks[0].sheet(TABLETS)
    desks[0].tick("FICTIF21")
    meet(desks, key)
    desks[1].sheet(TABLETS)
    figures(desks[1], {"Inscrits présents": "22", "À préciser": None})


def worksite(desks, key):
    """Scenario 12: 42,000 hours, a clause of 5 %, in three months; 17 volunteers."""
    desk = desks[0]
    desk.go("/chantiers")
    unfold(desk, "Nouveau chantier")
    for field, words in (("nom", "Réhabilitation fictive"), ("commune", "59350"), ("heures", "42 000"),
                         ("clause", "5"), ("metiers", "F1704 F1703 F1606"), ("prevision", "120")):
        desk.type("#" + field, words)
    today = datetime.date.today()
    start = today.replace(year=today.year + (today.month + 3 > 12), month=(today.month + 2) % 12 + 1,
                          day=min(today.day + 1, 28))
    desk.browser.execute_script("document.getElementById('jour').value = arguments[0]", str(start))
    desk.press("Ajouter le chantier")
    page = desk.browser.current_url
    for person in range(17):
        desk.type("#q", f"Fictif{person:02}")
        desk.press("Chercher")
        if person == 0:
            choose(desk, "#accord", "signature")
            desk.seen("chantier-volontaire")
        if person % 2:
            desk.browser.find_element(By.NAME, "rome-F1703").click()
        desk.press("Volontaire")
    unfold(desk, "Nouvelle offre")
    desk.type("#intitule", "Maçonnerie")
    desk.type("#postes", "15")
    desk.press("Ajouter l’offre")
    for label, count in (("Proposer", 12), ("Positionner", 7), ("Retenu", 3)):
        for person in range(count):
            row = next(r for r in desk.all("main form[action$='/suivi'] li") if f"FICTIF{person:02}" in r.text)
            button = next(b for b in row.find_elements(By.TAG_NAME, "button") if b.text.startswith(label))
            desk.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
            desk.leave(button.click)
    for hours in ("400", "240"):
        unfold(desk, "Compter")
        desk.type("#heures", hours)
        desk.press("Ajouter ces heures")
    desk.seen("chantier")
    meet(desks, key)
    desks[1].go("/chantiers")
    desks[1].seen("chantiers")
    desks[1].follow("Réhabilitation")
    desks[0].browser.get(page)
    for desk in desks:
        figures(desk, {
            "Volontaires": "17", "Dans l’EPCI": "12", "Proposés": "12", "Positionnés": "7", "Retenus": "3",
            "Heures d’insertion réalisées": "30,5 % (640 / 2 100)"})
        check("the alert", "17 × 120 h = 2 040 h" in desk.text(".warning"), desk.text("main"))
