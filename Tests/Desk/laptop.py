"""A laptop of an invented landlord: its store, its command line, its desk in a browser."""

import base64
import glob
import os
import re
import shutil
import subprocess
import sys
import time

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from laptop_commands import BIN, PASSPHRASE

SHOTS = os.environ["PASSERELLE_SHOTS"]
AXE = open(glob.glob(sys.prefix + "/lib/python3*/site-packages/axe_playwright_python/axe.min.js")[0],
           encoding="utf-8").read()
checks = 0
views = set()


def check(what, condition, seen=""):
    global checks
    checks += 1
    if not condition:
        sys.exit(f"desk: {what}: {seen!r}")


def gone(element):
    """Whether an element is of a page that was left: the driver says so in more than one way."""
    try:
        element.is_enabled()
        return False
    except WebDriverException:
        return True


class Laptop:
    def __init__(self, store):
        self.store = store
        self.process = subprocess.Popen([BIN, "desk", "--store", store], stdout=subprocess.PIPE, text=True)
        self.link = self.next_link()
        self.url = self.link.split("#")[0].rstrip("/")
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                         "--window-size=1024,768",
                         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.browser = webdriver.Chrome(
            options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))

    def next_link(self):
        link = re.search(r"http://\S+#\S+", self.process.stdout.readline()).group(0)
        self.process.stdout.readline()
        return link

    def close(self):
        self.browser.quit()
        self.process.terminate()
        self.process.wait()

    def go(self, path):
        self.browser.get(self.url + path)

    def text(self, selector="body"):
        words = self.browser.find_element(By.CSS_SELECTOR, selector).text
        return words.replace("\u202f", " ").replace("\u00a0", " ")

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def leave(self, act):
        """Does what leads to another page, and waits for it."""
        before = self.browser.find_element(By.TAG_NAME, "html")
        act()
        WebDriverWait(self.browser, 20).until(lambda _: gone(before))
        WebDriverWait(self.browser, 20).until(
            lambda b: b.execute_script("return document.readyState") == "complete")

    def click(self, selector):
        self.leave(self.browser.find_element(By.CSS_SELECTOR, selector).click)

    def follow(self, words):
        self.leave(self.browser.find_element(By.PARTIAL_LINK_TEXT, words).click)

    def press(self, words):
        button = next(b for b in self.all("main button") if b.text.startswith(words))
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
        self.leave(button.click)

    def type(self, selector, words):
        field = self.browser.find_element(By.CSS_SELECTOR, selector)
        field.clear()
        field.send_keys(words)

    def enter(self):
        self.browser.get(self.link)
        WebDriverWait(self.browser, 20).until(lambda b: b.find_elements(By.ID, "phrase"))
        check("the code leaves the address", "#" not in self.browser.current_url, self.browser.current_url)
        self.link = self.next_link()
        self.unlock()

    def unlock(self):
        self.type("#phrase", PASSPHRASE)
        self.press("Déverrouiller")

    def sheet(self, name):
        self.go("/actions")
        self.follow(name)

    def row(self, name):
        while True:
            # A list that is replaced at this moment is looked at again.
            try:
                return next(r for r in self.all("#liste li") if name in r.text)
            except StaleElementReferenceException:
                time.sleep(0.002)

    def state(self, name):
        while True:
            try:
                return self.row(name).get_attribute("class")
            except StaleElementReferenceException:
                time.sleep(0.002)

    def tick(self, name):
        """One tap; the milliseconds until the page shows it."""
        button = self.row(name).find_element(By.TAG_NAME, "button")
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
        begun = time.perf_counter()
        button.click()
        WebDriverWait(self.browser, 20, 0.002).until(lambda _: gone(button))
        WebDriverWait(self.browser, 20, 0.002).until(lambda _: self.state(name) == "seen")
        return (time.perf_counter() - begun) * 1000

    def open_row(self, name):
        """Opens somebody's own page from the list."""
        link = self.row(name).find_element(By.CSS_SELECTOR, ".more")
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
        self.leave(link.click)

    def figure(self, label):
        for line in self.all("dl > div"):
            if line.find_element(By.TAG_NAME, "dt").text == label:
                return line.find_element(By.TAG_NAME, "dd").text.replace("\u202f", " ").replace("\u00a0", " ")
        return None

    def exchange(self, folder):
        self.go("/reglages")
        self.type("#dossier", folder)
        self.press("Échanger")
        return self.text(".notice")

    def axe(self, what):
        self.browser.execute_script(AXE)
        found = self.browser.execute_async_script(
            "axe.run(document, {resultTypes: ['violations']}).then(arguments[0])")["violations"]
        told = [(v["id"], v["nodes"][0]["html"], v["nodes"][0].get("failureSummary")) for v in found]
        check(f"axe on {what}", not found, told)
        views.add(what)

    def size(self, width, height):
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})

    def seen(self, name):
        """Judges a page and takes its picture, as a tablet and as a telephone show it."""
        self.axe(name)
        for width, height in ((1024, 768), (390, 844)):
            self.size(width, height)
            wide = self.browser.execute_script(
                "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, .hidden, .skip')"
                " && e.getBoundingClientRect().right > arguments[0] + 1).map(e => e.outerHTML.slice(0, 90))", width)
            whole = self.browser.execute_script("return document.documentElement.scrollWidth")
            check(f"{name} fits in {width}", not wide and whole <= width, (whole, wide))
            small = self.browser.execute_script(
                "return [...document.querySelectorAll('main button, main .button, main input, main select, nav a')]"
                ".filter(e => e.type !== 'hidden' && e.offsetParent && !e.closest('label')"
                " && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 90))")
            check(f"{name} has targets for thumbs at {width}", not small, small)
            picture = self.browser.execute_cdp_cmd("Page.captureScreenshot", {})["data"]
            with open(f"{SHOTS}/desk-{name}-{width}.png", "wb") as file:
                file.write(base64.b64decode(picture))
        self.size(1024, 768)

    def complaints(self):
        # A device has one passphrase and no account name, which the browser would like to see beside it.
        return [line["message"] for line in self.browser.get_log("browser")
                if "favicon" not in line["message"] and "status of 4" not in line["message"]
                and "username fields" not in line["message"]]
