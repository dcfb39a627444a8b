"""Plays a day and an evening on two desks in Chromium; see Tests/Desk/run."""

import datetime
import json
import os
import re
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import hostile
import laptop
import scenarios
from filed import filed
from followed import followed
from laptop import Laptop, check
from laptop_commands import command
from rights import rights

MEETING = "RDV fictif au pied du hall"


def identity(told):
    """The first identity in an answer."""
    return re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", told).group(0)


def landlord(folder):
    """Three laptops of one landlord that know the same 24 people, registered for a meeting of today."""
    first, second, third = (folder + name for name in ("/a", "/b", "/c"))
    command(first, "landlord", "create", "--code", "B4", "--label", "poste accueil", "--agent", "Nadia Essai",
            yesterday=True)
    eve = json.loads(command(first, "indicators", "--json", yesterday=True))["asOf"]
    today = str(datetime.date.fromisoformat(eve) + datetime.timedelta(1))
    command(first, "programme", "add", "--code", "400L", "--name", "400 locataires", "--objective", "400",
            "--from", today, "--to", today, yesterday=True)
    told = command(first, "event", "add", "--kind", "rdv_emploi", "--name", MEETING, "--day", today,
                   "--place", "Hall B, rue Inventée", "--programme", "400L", "--json", yesterday=True)
    event = identity(told)
    stops = [word for host in scenarios.STOPS for word in ("--stop", host)]
    rally = identity(command(first, "event", "add", "--kind", "rallye_emploi", "--name", scenarios.RALLY, "--day", today,
                             "--programme", "400L", *stops, "--json", yesterday=True))
    tablets = identity(command(first, "event", "add", "--kind", "rdv_emploi", "--name", scenarios.TABLETS,
                               "--day", today, "--programme", "400L", "--json", yesterday=True))
    # Twelve in the EPCI of scenario 12's worksite, the others not.
    communes = ["59350"] * 7 + ["59512"] * 5 + ["80021"] * 12
    for number in range(24):
        told = command(first, "tenant", "add", "--first-name", f"Prénom{number}", "--last-name",
                       f"Fictif{number:02}", "--birth-date", f"{number + 1:02}/03/1980",
                       "--commune-code", communes[number], "--json", yesterday=True)
        for place, most in ((event, 24), (rally, 18), (tablets, 22)):
            if number < most:
                command(first, "register", place, identity(told), yesterday=True)
    command(second, "replica", "create", "--from", first, "--label", "tablette hall", "--agent", "Karim Essai")
    command(third, "replica", "create", "--from", first, "--label", "poste étage", "--agent", "Lou Essai")
    return first, second, third


def doors(desk):
    desk.go("/")
    desk.seen("ouverture")
    desk.browser.get(desk.link)
    WebDriverWait(desk.browser, 20).until(lambda b: b.find_elements(By.ID, "phrase"))
    check("the code leaves the address", "#" not in desk.browser.current_url, desk.browser.current_url)
    used, desk.link = desk.link, desk.next_link()
    desk.seen("verrou")
    desk.type("#phrase", "ce n'est pas la bonne")
    desk.press("Déverrouiller")
    check("a wrong passphrase", "Ce n’est pas la bonne" in desk.text(".notice"))
    desk.unlock()
    check("the day", desk.text("h1") == "Aujourd’hui" and MEETING in desk.text("main"), desk.text("main"))
    answer = post(desk.url, "/ouvrir", {"code": used.split("#")[1]}, {"Origin": desk.url})
    check("a code serves once", answer == 403, answer)


def post(url, path, fields, headers):
    request = urllib.request.Request(url + path, headers=headers,
                                     data=urllib.parse.urlencode(fields).encode())
    try:
        return urllib.request.urlopen(request).status
    except urllib.error.HTTPError as error:
        return error.code


def door(desks):
    """Scenario 1 until the evening; the milliseconds of each tick."""
    times = []
    for desk, numbers in ((desks[0], range(12)), (desks[1], range(12, 21))):
        desk.sheet(MEETING)
        for number in numbers:
            times.append(desk.tick(f"FICTIF{number:02}"))
    desks[0].seen("emargement")
    desks[1].open_row("FICTIF21")
    desks[1].seen("personne")
    desks[1].press("Excusé")
    check("excused", desks[1].state("FICTIF21") == "excused")
    for last in ("Venu", "Passant", "Curieux"):
        begun = time.perf_counter()
        desks[1].follow("Pas sur la liste")
        desks[1].type("#q", last + " Zoé")
        desks[1].press("Chercher")
        if last == "Venu":
            desks[1].seen("ajout")
        desks[1].press("Créer et pointer")
        check("a walk-in", "sans inscription" in desks[1].row(last.upper()).text)
        check("a walk-in in less than 15 seconds", time.perf_counter() - begun < 15)
    return times


def situations(desk):
    """Of the 24 who came five are known to nobody, one of them to the CAF alone."""
    for name, box, button in (
            [(f"FICTIF{n:02}", None, "Connu d’aucune") for n in range(12, 16)]
            + [("VENU", "CAF", "Enregistrer")]
            + [(f"FICTIF{n:02}", "FT", "Enregistrer") for n in range(16, 21)]
            + [(name, "ML", "Enregistrer") for name in ("PASSANT", "CURIEUX")]):
        desk.open_row(name)
        if box:
            desk.browser.find_element(By.NAME, box).click()
        desk.press(button)


def evening(desks, key):
    """The list is closed on one desk; the key goes there and back."""
    situations(desks[1])
    desks[0].sheet(MEETING)
    for number in range(12):
        desks[0].open_row(f"FICTIF{number:02}")
        desks[0].browser.find_element(By.NAME, "FT").click()
        desks[0].press("Enregistrer")
    for desk in (desks[0], desks[1], desks[0]):
        told = desk.exchange(key)
        check("the exchange says what it did", "reçu" in told, told)
    desks[0].seen("reglages")
    desks[0].sheet(MEETING)
    desks[0].follow("Clore la liste")
    desks[0].seen("cloture")
    desks[0].press("Clore maintenant")
    check("two are noted absent", "2 personnes" in desks[0].text(".notice"), desks[0].text(".notice"))
    desks[0].exchange(key)
    desks[1].exchange(key)
    desks[0].exchange(key)
    for desk in desks:
        desk.sheet(MEETING)
        seen = {label: desk.figure(label) for label in (
            "Inscrits", "Inscrits présents", "Sans inscription", "Participants", "Excusés", "Absents",
            "Taux d'accroche", "Taux d'inconnus des institutions", "Taux d'absence non excusée")}
        check("scenario 1", list(seen.values()) == [
            "24", "21", "3", "24", "1", "2", "87,5 % (21 / 24)", "20,8 % (5 / 24)", "8,3 % (2 / 24)"], seen)
        desk.go("/")
        check("nothing is left to send", "0 écriture" in desk.text("main"), desk.text("main"))


def twins(desks, key):
    """Scenario 4: the same tenant is made on both desks, accent and telephone differing; merged, undone."""
    for desk, last, first, phone in ((desks[0], "Lefèvre", "Zoé", "0611223344"),
                                     (desks[1], "Lefevre", "Zoe", "0611223355")):
        desk.sheet(MEETING)
        desk.follow("Pas sur la liste")
        desk.type("#q", last + " " + first)
        desk.press("Chercher")
        desk.type("#birth_date", "01/02/1980")
        desk.type("#phone", phone)
        desk.press("Créer et pointer")
        check("each desk counts one more", desk.figure("Participants") == "25", desk.figure("Participants"))
    for desk in (desks[0], desks[1], desks[0]):
        desk.exchange(key)
    desks[0].sheet(MEETING)
    check("two presences before", desks[0].figure("Participants") == "26")
    desks[0].go("/a-traiter")
    desks[0].seen("a-traiter")
    desks[0].follow("LEF")
    desks[0].seen("doublons")
    check("both numbers are shown", all(n in desks[0].text("table") for n in ("0611223344", "0611223355")))
    desks[0].press("C’est la même personne")
    desks[0].seen("fiche")
    for desk in (desks[0], desks[1]):
        desk.exchange(key)
        desk.sheet(MEETING)
        check("one after", desk.figure("Participants") == "25", desk.figure("Participants"))
    desks[1].go("/locataires")
    desks[1].type("#q", "lefevr")
    WebDriverWait(desks[1].browser, 20).until(lambda b: "LEF" in b.find_element(By.ID, "resultats").text)
    check("what is typed stands in no address", desks[1].browser.current_url.endswith("/locataires"))
    desks[1].seen("locataires")
    desks[1].follow("LEF")
    desks[1].press("Défaire la fusion")
    desks[1].sheet(MEETING)
    check("undone, two again", desks[1].figure("Participants") == "26")


def keyboard(desk):
    """A check-in by the keyboard alone, from the top of the page."""
    desk.sheet(MEETING)
    browser = desk.browser
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    focus = browser.switch_to.active_element
    check("the first stop is the skip link", focus.get_attribute("class") == "skip" and focus.rect["x"] >= 0)
    for _ in range(40):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        if browser.switch_to.active_element.get_attribute("id") == "q":
            break
    browser.switch_to.active_element.send_keys("fictif22")
    shown = [r for r in desk.all("#liste li") if r.is_displayed()]
    check("the list is filtered while somebody types", len(shown) == 1, len(shown))
    for _ in range(10):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        if "Présent" in browser.switch_to.active_element.text:
            break
    button = browser.switch_to.active_element
    button.send_keys(Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda _: desk.state("FICTIF22") == "seen")
    check("the focus stays on the row", "Annuler" in browser.switch_to.active_element.text,
          browser.switch_to.active_element.text)
    check("and it is announced", "FICTIF22" in browser.find_element(By.ID, "annonce").get_attribute("textContent"))


def without_script(desk):
    desk.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    desk.go("/actions")
    desk.browser.find_element(By.PARTIAL_LINK_TEXT, MEETING).click()
    desk.row("FICTIF23").find_element(By.TAG_NAME, "button").click()
    time.sleep(1)
    check("a tick without a script", desk.state("FICTIF23") == "seen", desk.state("FICTIF23"))
    desk.row("FICTIF23").find_element(By.TAG_NAME, "button").click()
    time.sleep(1)
    check("and back", desk.state("FICTIF23") != "seen", desk.state("FICTIF23"))
    desk.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def attacked(desk):
    """Another page in the same browser, other names and another user: refused, each of them."""
    desk.sheet(MEETING)
    path = desk.browser.current_url.removeprefix(desk.url).split("#")[0]
    token = desk.browser.find_element(By.NAME, "jeton").get_attribute("value")
    button = desk.row("FICTIF23").find_element(By.TAG_NAME, "button").get_attribute("value")
    state = desk.state("FICTIF23")
    check("a cookie that scripts do not see", "passerelle" not in desk.browser.execute_script("return document.cookie"))
    here = desk.browser.current_window_handle
    desk.browser.switch_to.new_window("tab")
    address, cookies, stop = hostile.serve(desk.url, path, token, button)
    desk.browser.get(address)
    WebDriverWait(desk.browser, 20).until(lambda b: b.execute_script("return window.told.done"))
    check("the hostile page read nothing", "read" not in desk.browser.execute_script("return window.told"))
    stop()
    desk.browser.close()
    desk.browser.switch_to.window(here)
    desk.sheet(MEETING)
    check("and ticked nothing", desk.state("FICTIF23") == state)
    # Browsers send cookies to every port of a host: even then another user's process gets nothing.
    cookie = desk.browser.get_cookies()[0]
    stolen = {"Cookie": f"{cookie['name']}={cookie['value']}"}
    check("a foreign name", fetch(desk.url + path, dict(stolen, Host="desk.example")) == 403)
    if os.geteuid() == 0:
        code = ("import sys,urllib.request as u,urllib.error as e\n"
                "try: print(u.urlopen(u.Request(sys.argv[1], headers={'Cookie': sys.argv[2]})).status)\n"
                "except e.HTTPError as x: print(x.code, len(x.read()))")
        told = subprocess.run(["python3", "-c", code, desk.url + path, stolen["Cookie"]], user=65534,
                              capture_output=True, text=True, cwd="/").stdout.strip()
        check("another user of the machine, cookie and all", told == "403 0", told)
    check("the same user, with the cookie", fetch(desk.url + path, stolen) == 200)


def fetch(address, headers):
    try:
        return urllib.request.urlopen(urllib.request.Request(address, headers=headers)).status
    except urllib.error.HTTPError as error:
        return error.code


def rest(desk):
    desk.go("/")
    desk.seen("aujourdhui")
    desk.go("/actions")
    desk.seen("actions")
    desk.go("/nulle-part")
    desk.seen("introuvable")
    desk.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    for name, path in (("aujourdhui-sombre", "/"), ("reglages-sombre", "/reglages")):
        desk.go(path)
        desk.seen(name)
    desk.sheet(MEETING)
    desk.seen("emargement-sombre")
    desk.go("/")
    desk.click(".bar .who form:last-child button")
    check("locked", "Bureau verrouillé" in desk.text("h1"))
    desk.go("/actions")
    check("in every page", MEETING not in desk.text("body"))


def main():
    begun = time.time()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        key = folder + "/cle"
        os.mkdir(key)
        first, second, third = landlord(folder)
        desks = []
        try:
            desks = [Laptop(first), Laptop(second)]
            doors(desks[0])
            desks[1].enter()
            times = door(desks)
            evening(desks, key)
            twins(desks, key)
            followed(desks[0])
            scenarios.rally(desks, key)
            scenarios.tablets(desks, key)
            scenarios.worksite(desks, key)
            keyboard(desks[0])
            without_script(desks[0])
            attacked(desks[0])
            filed(desks[0], folder)
            rights(desks, key, third)
            rest(desks[0])
            told = [line for desk in desks for line in desk.complaints() if "ERR_BLOCKED" not in line
                    and "CORS" not in line and "net::ERR_FAILED" not in line and "frame" not in line.lower()]
            check("the browsers complain of nothing", told == [], told)
        except BaseException:
            for number, desk in enumerate(desks):
                desk.browser.save_screenshot(f"{laptop.SHOTS}/desk-failed-{number}.png")
            raise
        finally:
            for desk in desks:
                desk.close()
    times.sort()
    print(f"desk: {laptop.checks} checks, axe-core without a finding on {len(laptop.views)} views; a tick is "
          f"durable and shown in {statistics.median(times):.0f} ms, p95 {times[int(len(times) * 0.95)]:.0f} ms "
          f"({len(times)} ticks); {time.time() - begun:.0f} s")


main()
