"""Scenario 6 on two desks and a third laptop: an erasure is ordered while a colleague works on the file offline."""

import glob

from selenium.webdriver.common.by import By

from followed import unfold
from laptop import check
from laptop_commands import command
from scenarios import RALLY, meet

ERASED = "FICTIF17"


def search(desk, words):
    desk.go("/locataires")
    desk.type("#q", words)
    desk.press("Chercher")


def rights_of(desk, name):
    search(desk, name)
    desk.follow(name)
    desk.follow("Accès, opposition")


def note(desk, kind):
    desk.browser.find_element(By.CSS_SELECTOR, "details.new summary").click()
    desk.browser.find_element(By.CSS_SELECTOR, f"#droit option[value={kind}]").click()
    desk.press("Noter")


def opposed(desk):
    rights_of(desk, "FICTIF19")
    note(desk, "opposition")
    check("the opposition is noted", "Demande notée" in desk.text(".notice"))
    search(desk, "FICTIF19")
    check("and shown where people are found", "s’est opposée" in desk.text("#resultats"))
    desk.follow("FICTIF19")
    check("and on the file", "s’est opposée" in desk.text("main"))


def tuesday(desk, third, key):
    """The administrator orders; a second laptop exchanges that evening, a third is offline."""
    rights_of(desk, ERASED)
    note(desk, "effacement")
    desk.seen("droits-personne")
    desk.go("/droits")
    check("the request has its term", "à traiter au plus tard le" in desk.text("main"))
    desk.seen("droits")
    desk.go("/droits/conservation")
    desk.seen("conservation")
    rights_of(desk, ERASED)
    desk.follow("Préparer")
    desk.seen("effacement")
    desk.browser.find_element(By.NAME, "lu").click()
    desk.press("Effacer pour de bon")
    check("erased here", "Effacé sur ce poste" in desk.text(".notice"), desk.text(".notice"))
    desk.exchange(key)
    command(third, "sync", "--folder", key)
    desk.exchange(key)
    desk.go("/droits")
    check("on Tuesday two of three", "2 sur 3 postes" in desk.text("main"), desk.text("main"))


def offline(desk):
    """Two entries on the file, by somebody who has not heard of the order."""
    search(desk, ERASED)
    desk.follow(ERASED)
    unfold(desk, "Corriger")
    desk.type("#f-phone", "0611998877")
    desk.press("Enregistrer")
    check("the file is corrected", "Fiche corrigée" in desk.text(".notice"), desk.text(".notice"))
    desk.sheet(RALLY)
    desk.tick(ERASED)


def rights(desks, key, third):
    opposed(desks[0])
    command(third, "sync", "--folder", key)
    meet(desks, key)
    tuesday(desks[0], third, key)
    offline(desks[1])
    # Thursday.
    desks[1].exchange(key)
    desks[1].go("/a-traiter")
    told = desks[1].text("main")
    check("work that was not kept is told", "2 saisies sur un dossier effacé" in told, told)
    check("without a name", ERASED.lower() not in told.lower(), told)
    desks[1].press("Vu")
    desks[0].exchange(key)
    command(third, "sync", "--folder", key)
    desks[0].go("/droits")
    check("on Thursday three of three", "3 sur 3 postes" in desks[0].text("main"), desks[0].text("main"))
    desks[0].follow("personne effacée")
    desks[0].seen("attestation")
    check("the certificate names nobody", "fictif" not in desks[0].text("main").lower())
    for desk in desks:
        search(desk, ERASED)
        check("nobody is found", ERASED not in desk.text("main"), desk.text("main"))
    found = command(third, "tenant", "find", ERASED, "--json")
    check("nor on the third", ERASED.lower() not in found.lower(), found)
    for store in (desks[0].store, desks[1].store, third):
        for path in glob.glob(store + "/*"):
            with open(path, "rb") as file:
                check("no byte of the name is left", b"Fictif17" not in file.read(), path.rsplit("/", 1)[-1])
