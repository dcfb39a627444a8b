"""What follows the door: a note, a call to come, an orientation, and the sheet that needs a consent."""

import datetime
import shutil
import subprocess
import urllib.request

from selenium.webdriver.common.by import By

from laptop import check

PARTNER = "Mission locale Exemple"


def unfold(desk, words):
    """Opens the form whose summary says so, and no other."""
    desk.browser.execute_script(
        "for (const d of document.querySelectorAll('main details'))"
        " d.open = d.querySelector('summary').textContent.startsWith(arguments[0])", words)


def choose(desk, selector, words):
    desk.browser.execute_script(
        "const s = document.querySelector(arguments[0]);"
        "s.value = [...s.options].find(o => o.textContent.startsWith(arguments[1])).value", selector, words)


def paper(desk):
    """The PDF of the page, read back by another program where there is one."""
    link = desk.browser.find_element(By.PARTIAL_LINK_TEXT, "PDF").get_attribute("href")
    cookie = "; ".join(f"{c['name']}={c['value']}" for c in desk.browser.get_cookies())
    answer = urllib.request.urlopen(urllib.request.Request(link, headers={"Cookie": cookie}))
    check("the PDF is saved, not shown", "attachment" in answer.headers["content-disposition"])
    if shutil.which("pdftotext"):
        read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=answer.read(), capture_output=True)
        told = read.stdout.decode()
        check("a reader finds the PDF whole", read.returncode == 0 and read.stderr == b"", read.stderr)
        check("and the same words", all(word in told for word in ("FICTIF03", "À l’attention de", PARTNER)), told)


def followed(desk):
    desk.go("/partenaires")
    unfold(desk, "Ajouter")
    desk.type("#nom", PARTNER)
    choose(desk, "#genre", "Mission locale")
    desk.press("Ajouter")
    desk.type("#coordonnees", "Bailleur Exemple, insertion, 03 20 00 00 00")
    desk.press("Enregistrer")
    desk.seen("partenaires")
    desk.go("/locataires")
    desk.type("#q", "fictif03")
    desk.press("Chercher")
    desk.follow("FICTIF03")
    file = desk.browser.current_url
    unfold(desk, "Écrire une note")
    desk.type("#n-texte", "Cherche dans la logistique, sans permis.")
    desk.press("Enregistrer")
    unfold(desk, "Prévoir un contact")
    day = datetime.date.today() + datetime.timedelta(10)
    desk.browser.execute_script("document.getElementById('c-jour').value = arguments[0]", str(day))
    desk.type("#c-motif", "relire le CV")
    desk.press("Enregistrer")
    unfold(desk, "Noter un frein")
    choose(desk, "#b-theme", "mobilité")
    desk.press("Enregistrer")
    unfold(desk, "Orienter")
    desk.press("Enregistrer l’orientation")
    check("the orientation is on the file", PARTNER in desk.text("main"))
    desk.browser.execute_script("location.hash = '#contact'")
    desk.seen("fiche-suivie")
    desk.browser.execute_script("for (const d of document.querySelectorAll('main details')) d.open = true; location.hash = '#accords'")
    desk.seen("fiche-ouverte")
    desk.go("/orientations")
    check("no consent", "Pas de consentement" in desk.text("main"))
    desk.seen("orientations")
    desk.follow("FICTIF03")
    desk.seen("orientation-sans-accord")
    desk.press("Enregistrer le consentement")
    desk.press("Voir la fiche")
    check("the sheet names the person", "FICTIF03" in desk.text(".paper"), desk.text("main"))
    check("and where to call", "03 20 00 00 00" in desk.text(".paper"))
    desk.seen("fiche-de-liaison")
    paper(desk)
    desk.go("/orientations")
    desk.press("Acceptée")
    check("answered with one tap", "acceptée le" in desk.text(".notice"))
    desk.browser.get(file)
    desk.press("Retirer")
    check("withdrawn", "retiré le" in desk.text("main"))
    desk.go("/orientations?etat=acceptee")
    check("the list says so", "Consentement retiré" in desk.text("main"))
