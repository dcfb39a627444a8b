"""An extract that comes in through the browser, and the landlord's own files."""

import os

from laptop import check

EXTRACT = """Nom;Prénom;Né le;Téléphone;NIR
FICTIFIMPORT;Awa;01/02/1980;0639980001;280025935012369
;Zoé;02/03/1981;0639980002;
FICTIFABSENT;Inès;31/02/1982;0639980003;
"""


def filed(desk, folder):
    path = os.path.join(folder, "extrait.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(EXTRACT)
    desk.go("/fichiers")
    desk.seen("fichiers")
    desk.browser.find_element("id", "fichier").send_keys(path)
    desk.press("Envoyer")
    check("a social security number is not shown", "280025935012369" not in desk.browser.page_source)
    desk.seen("colonnes")
    desk.press("Voir ce que")
    check("two lines are rejected", desk.figure("Rejetées") == "2", desk.text())
    desk.seen("apercu")
    desk.type("#l3-last_name", "FICTIFNOMMÉE")
    desk.press("Refaire")
    check("one of them was corrected", desk.figure("Rejetées") == "1", desk.text())
    for box in desk.all("[name=certain]"):
        box.click()
    desk.press("Importer maintenant")
    check("the import is made", "Import fait" in desk.text(".notice"), desk.text())
    check("with what was corrected", desk.figure("Créées") == "2", desk.text())
    desk.seen("rapport-import")
    desk.go("/fichiers")
    desk.seen("fichiers-apres")
