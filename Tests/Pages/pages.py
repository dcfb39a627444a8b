"""Reads the union's pages in Chromium as a member of its staff would; see Tests/Pages/run."""

import base64
import glob
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import xml.etree.ElementTree as xml

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import region

HUB = os.environ["PASSERELLE_HUB_BIN"]
SHOTS = os.environ["PASSERELLE_SHOTS"]
AXE = open(glob.glob(sys.prefix + "/lib/python3*/site-packages/axe_playwright_python/axe.min.js")[0],
           encoding="utf-8").read()
DAY = str(region.TODAY)
checks = 0
weights = []


def check(what, condition, seen=""):
    global checks
    checks += 1
    if not condition:
        sys.exit(f"pages: {what}: {seen!r}")


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def gone(element):
    """Whether an element is of a page that was left: the driver says so in more than one way."""
    try:
        element.is_enabled()
        return False
    except WebDriverException:
        return True


class Visit:
    def __init__(self, browser, url):
        self.browser, self.url = browser, url

    def go(self, path):
        self.browser.get(self.url + path)

    def text(self, selector="body"):
        return self.browser.find_element(By.CSS_SELECTOR, selector).text

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector):
        """Follows a link or sends a form, and waits for what comes."""
        before = self.browser.find_element(By.TAG_NAME, "html")
        self.browser.find_element(By.CSS_SELECTOR, selector).click()
        WebDriverWait(self.browser, 20).until(lambda _: gone(before))

    def log_in(self, name, password):
        self.go("/connexion")
        self.browser.find_element(By.ID, "nom").send_keys(name)
        self.browser.find_element(By.ID, "secret").send_keys(password)
        self.click("form.login button")

    def log_out(self):
        self.click(".who form button")

    def fetch(self, path):
        cookie = self.browser.get_cookie("passerelle")
        request = urllib.request.Request(
            self.url + path, headers={"Cookie": f"passerelle={cookie['value']}"}
        )
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def dark(self, scheme):
        self.browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
        )

    def narrow(self, width):
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600},
        )

    def axe(self, what):
        self.browser.execute_script(AXE)
        found = self.browser.execute_async_script(
            "axe.run(document, {resultTypes: ['violations']}).then(arguments[0])"
        )["violations"]
        grave = [v for v in found if v["impact"] in ("serious", "critical")]
        check(f"axe on {what}", not grave,
              [(v["id"], v["nodes"][0]["html"], v["nodes"][0].get("failureSummary")) for v in grave])
        lighter = [v["id"] for v in found if v not in grave]
        check(f"axe, lesser findings on {what}", not lighter, lighter)

    def shoot(self, name):
        for width in (1280, 390):
            self.narrow(width)
            wide = self.browser.execute_script(
                "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, svg')"
                " && e.getBoundingClientRect().right > arguments[0] + 1).map(e => e.outerHTML.slice(0, 90))",
                width)
            whole = self.browser.execute_script("return document.documentElement.scrollWidth")
            check(f"{name} fits in {width}", not wide and whole <= width, (whole, wide))
            picture = self.browser.execute_cdp_cmd(
                "Page.captureScreenshot", {"captureBeyondViewport": True})["data"]
            with open(f"{SHOTS}/{name}-{width}.png", "wb") as file:
                file.write(base64.b64decode(picture))
        self.narrow(1280)


PAGES = {
    "accueil": "/", "entonnoir": "/entonnoir", "bailleurs": "/bailleurs", "carte": "/carte",
    "tableaux": "/tableaux?programme=phase-1",
    "tableau-funnel": "/tableaux?programme=phase-1&tableau=territory-funnel-1",
    "carte-publiee": "/carte?programme=phase-1", "nuits": "/nuits", "bilans": "/bilans", "taux": "/chiffres/taux-show_up",
    "nombre": "/chiffres/nombre-participants", "accueil-en": "/?langue=en",
    "bilan": f"/bilans/400L/{DAY}.html",
}


def doors(visit):
    visit.go("/entonnoir")
    check("who is not known logs in", visit.browser.current_url.endswith("/connexion"))
    visit.axe("the login page")
    visit.shoot("connexion")
    visit.log_in("a.martin", "ce n'est pas le bon")
    check("a wrong password", "n'est pas le bon" in visit.text("[role=alert]"))
    visit.log_in("a.martin", region.PASSWORD)
    check("the right one", visit.text("h1") == "400 locataires vers l'emploi", visit.text("h1"))


def read(visit, bilan):
    visit.go("/")
    known = bilan["totals"]["with_last_known"]
    check("who is up to date", "6/8" in visit.text(".status"), visit.text(".status"))
    check("the participants", str(known["counts"]["participants"]) in visit.text(".wide .big"))
    rate = known["rates"]["show_up"]
    visit.click(".cards .big a[href*=show_up]")
    rows = [[cell.text for cell in row.find_elements(By.CSS_SELECTOR, "th,td")]
            for row in visit.all("table tbody tr")]
    check("the rate's own numbers", re.search(
        rf"{rate['numerator']}\s/\s{rate['denominator']}", visit.text("main")) is not None)
    # Fewer than eleven of each landlord did not come.
    check("small figures are hidden", [row[4:] for row in rows[:7]] == [["masqué"] * 3] * 7, rows)
    check("and the page says why", "inférieur à 11" in visit.text("main"))
    check("all landlords are told of", len(rows) == 8 and rows[7][6] == "absent des totaux", rows)
    check("the age of their data", [row[1] for row in rows][3:5] == ["à jour", "J-3"], rows)
    check("markup in a name stays words", "Logis <b>fictif</b>" in visit.text("table"))
    visit.go("/chiffres/nombre-participants")
    seen = {row.find_element(By.TAG_NAME, "th").text[:2]: row.find_elements(By.TAG_NAME, "td")[-1].text
            for row in visit.all("#sources + .scroll tbody tr")}
    check("a large landlord's are shown", seen["B4"] == "55" and seen["B1"] == "masqué", seen)
    visit.go("/nuits")
    check("a night's signature", "vérifiée" in visit.text("tbody"), visit.text("tbody"))
    visit.go("/")
    visit.browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    focus = visit.browser.switch_to.active_element
    check("the first stop is the skip link", focus.get_attribute("class") == "skip")
    check("and it shows", focus.rect["x"] >= 0, focus.rect)


def filtered(visit):
    visit.go("/")
    visit.browser.find_element(By.CSS_SELECTOR, "#programme option[value=PHASE1]").click()
    visit.click(".filter button")
    check("another programme", visit.text("h1") == "Première phase")
    check("all of it is old", "0/3" in visit.text(".status"), visit.text(".status"))
    visit.go("/?programme=NOWHERE")
    check("an unknown programme is named", "n'existe pas" in visit.text("main"))
    visit.go("/?jour=2026-02-31")
    check("an impossible day too", "n'existe pas" in visit.text("main"))


def released(visit):
    """The released tables: chosen from the list, the same as in the file, and no other question."""
    visit.go("/?programme=phase-1")
    visit.click("nav a[href^='/tableaux']")
    release = json.loads(visit.fetch("/publications/phase-1.json"))
    persons = max((t for t in release["tables"] if t["table"] == "territory-persons"),
                  key=lambda t: t["depth"])
    total = sum(block[0] for block in persons["blocks"].values())
    rows = [[cell.text for cell in row.find_elements(By.CSS_SELECTOR, "th,td")]
            for row in visit.all("#tableau-titre ~ .scroll tbody tr")]
    check("everybody is in the table", rows[0][0] == "Hauts-de-France" and number(rows[0][1]) == total, rows[0])
    check("no number is small", min(number(row[1]) for row in rows) >= 11, rows)
    visit.browser.find_element(By.CSS_SELECTOR, "#tableau option[value=age-outcome-1]").click()
    visit.click("main form.filter button")
    check("another table", "Situation des participants" in visit.text("#tableau-titre"))
    check("its groups", "Sorties dynamiques" in visit.text("#tableau-titre ~ .scroll thead"))
    check("the release is signed", "vérifiée" in visit.text("#publications ~ .scroll tbody"))
    visit.go("/tableaux?programme=phase-1&tableau=territory-age")
    check("a question outside the catalogue is refused", "n'existe pas" in visit.text("main"))
    visit.go("/carte?programme=phase-1")
    check("the map shows the release", str(release["manifests"][-1]["manifest"]["number"])
          in visit.text(".note"))


def number(text):
    return int(re.sub(r"\D", "", text) or -1)


def seen(visit):
    for name, path in PAGES.items():
        visit.go(path)
        visit.axe(name)
        visit.shoot(name)
        weights.append((name, len(visit.browser.page_source.encode())))
    visit.dark("dark")
    for name in ("accueil", "bailleurs", "carte", "taux", "bilans"):
        visit.go(PAGES[name])
        visit.axe(name + " in the dark")
    visit.go("/")
    visit.shoot("accueil-sombre")
    visit.dark("light")


def exported(visit, bilan):
    known = bilan["totals"]["with_last_known"]
    files = {form: visit.fetch(f"/bilans/400L/{DAY}.{form}")
             for form in ("pdf", "fods", "csv", "json", "fodt")}
    check("the JSON is the command's", json.loads(files["json"]) == bilan)
    check("the sheet", sheet(files["fods"]) == (known["counts"]["participants"],
          float(known["rates"]["show_up"]["value"])), sheet(files["fods"]))
    check("the table", f";{known['counts']['participants']};".encode() in files["csv"])
    check("the answer to a call", "Réponse à un appel à projets" in files["fodt"].decode())
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=files["pdf"],
                              check=True, capture_output=True).stdout.decode()
        rate = known["rates"]["show_up"]
        check("the PDF's figures", re.search(
            rf"{rate['numerator']}\s/\s{rate['denominator']}", text) is not None, text[:400])
    else:
        print("pages: SKIPPED the text of the PDF: pdftotext (poppler-utils) is missing")
    again = visit.fetch(f"/bilans/400L/{DAY}.pdf")
    check("the PDF is the same twice", again == files["pdf"])


def sheet(content):
    """The participants and the show-up rate of the larger total, as numbers of the sheet."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office:
        with tempfile.TemporaryDirectory() as folder:
            with open(folder + "/b.fods", "wb") as file:
                file.write(content)
            subprocess.run([office, "--headless", f"-env:UserInstallation=file://{folder}/o",
                            "--convert-to", "fods:OpenDocument Spreadsheet Flat XML", "--outdir",
                            folder + "/out", folder + "/b.fods"], check=True, capture_output=True)
            with open(folder + "/out/b.fods", "rb") as file:
                content = file.read()
    else:
        print("pages: SKIPPED LibreOffice, which is missing: the sheet is read as XML")
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    value = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"
    found = {}
    for row in xml.fromstring(content).iter(table + "table-row"):
        # LibreOffice writes equal neighbours once.
        cells = [cell for cell in row.iter(table + "table-cell")
                 for _ in range(min(20, int(cell.get(table + "number-columns-repeated", 1))))]
        words = ["".join(cell.itertext()).strip() for cell in cells]
        if words[0] == "total avec dernier connu":
            found[words[5]] = float(cells[6].get(value, "nan"))
    return found["participants"], found["show_up"]


def frozen(visit, data):
    visit.go("/bilans")
    visit.click(".freeze button")
    check("a publisher freezes", "est figé" in visit.text("[role=status]"))
    kept = visit.fetch(f"/figes/400L/{DAY}.json")
    rows = region.sqlite3.connect(data + "/hub.sqlite", timeout=10)
    day = (region.TODAY - region.EPOCH).days
    region.send(rows, "400L", "B8", 1, day, 1)
    rows.commit()
    rows.close()
    check("a late statement", "7/8" in visit.fetch("/").decode())
    check("leaves the frozen one as it was", visit.fetch(f"/figes/400L/{DAY}.json") == kept)
    visit.log_out()
    check("who leaves", visit.browser.current_url.endswith("/connexion"))
    visit.go("/")
    check("is gone", visit.browser.current_url.endswith("/connexion"))
    visit.log_in("c.petit", region.PASSWORD)
    visit.go("/bilans")
    check("a viewer does not freeze", not visit.all(".freeze"))


def run(visit, data):
    bilan = json.loads(region.hub(HUB, "bilan", "--data", data, "--programme", "400L", "--format",
                                  "json"))
    doors(visit)
    read(visit, bilan)
    released(visit)
    filtered(visit)
    exported(visit, bilan)
    seen(visit)
    frozen(visit, data)
    told = [line["message"] for line in visit.browser.get_log("browser")
            if "favicon" not in line["message"] and "status of 4" not in line["message"]]
    check("the browser complains of nothing", told == [], told)
    audit = region.hub(HUB, "account", "audit", "--data", data, "--last", "500")
    check("all was noted", "export  /bilans/400L" in audit and "freeze  400L" in audit, audit[:300])
    check("and is sound", region.hub(HUB, "verify", "--data", data).startswith("All is sound"))


def main():
    begun = time.time()
    with tempfile.TemporaryDirectory() as data:
        region.make(HUB, data)
        port = free_port()
        server = subprocess.Popen([HUB, "serve", "--data", data, "--listen", f"127.0.0.1:{port}"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        service = webdriver.ChromeService(shutil.which("chromedriver"))
        browser = webdriver.Chrome(options=options, service=service)
        try:
            run(Visit(browser, f"http://127.0.0.1:{port}"), data)
        finally:
            browser.quit()
            server.terminate()
            server.wait()
    style = os.path.getsize(os.path.dirname(__file__) + "/../../Sources/HubPages/Templates/style.css")
    heaviest = max(weights, key=lambda weight: weight[1])
    print(f"pages: {checks} checks, axe-core without a finding on {len(PAGES) + 6} views; heaviest page "
          f"{heaviest[0]} {heaviest[1]} bytes, style {style} bytes once; {time.time() - begun:.0f} s")


main()
