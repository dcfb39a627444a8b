"use strict";
// Comfort only: every page reads and ticks without it.

// The code of the link is in its fragment, which no server is sent: it is posted, then forgotten.
const open = () => {
    const door = document.getElementById("ouverture");
    if (!door || location.hash.length < 2) return;
    door.elements.code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
    door.requestSubmit();
};
addEventListener("hashchange", open);
open();

const plain = (text) =>
    text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

// The list is filtered while somebody types; nothing is sent.
const filter = () => {
    const form = document.querySelector("[data-filtre]");
    const list = form && document.getElementById(form.dataset.filtre);
    if (!list) return;
    const words = plain(form.elements.q.value).split(" ").filter(Boolean);
    for (const item of list.children) {
        item.hidden = !words.every((word) => item.dataset.nom.includes(word));
    }
};
document.addEventListener("input", (event) => {
    if (event.target.closest("[data-filtre]")) filter();
});

// A tick is shown as the desk answers it, once it lasts: never before.
let busy = false;
const send = async (form, button) => {
    const body = new URLSearchParams(new FormData(form));
    if (button && button.name) body.set(button.name, button.value);
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.getElementById("contenu");
    if (!main) throw new Error("no page");
    // Locked, expired, disk full: the page that says so takes the place of this one.
    if (!answer.ok || !page.querySelector("[data-vif]")) {
        document.getElementById("contenu").replaceWith(main);
        main.focus();
        return;
    }
    const field = document.getElementById("q");
    const [typed, row] = [field && field.value, button && button.closest("li")];
    const top = row && row.getBoundingClientRect().top;
    document.getElementById("contenu").replaceWith(main);
    if (typed) document.getElementById("q").value = typed;
    filter();
    const same = row && document.getElementById(row.id);
    if (same) {
        window.scrollBy(0, same.getBoundingClientRect().top - top);
        const next = same.querySelector("button");
        if (next) next.focus({ preventScroll: true });
    }
    const notice = main.querySelector(".notice");
    if (notice) document.getElementById("annonce").textContent = notice.textContent;
};
document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.matches("[data-filtre]")) {
        event.preventDefault();
        filter();
        return;
    }
    if (!form.matches("[data-vif]")) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
    try {
        await send(form, event.submitter);
    } catch {
        const told = document.createElement("p");
        told.className = "notice warning";
        told.setAttribute("role", "alert");
        told.textContent = document.getElementById("annonce").dataset.absent;
        document.getElementById("contenu").prepend(told);
        window.scrollTo(0, 0);
        if (event.submitter) event.submitter.removeAttribute("aria-busy");
    }
    busy = false;
});

// People are looked for while somebody types: the words go in a form, never in an address.
let waiting = 0;
document.addEventListener("input", (event) => {
    const form = event.target.closest("[data-direct]");
    if (!form || form.elements.q.value.trim().length < 2) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
        const body = new URLSearchParams(new FormData(form));
        const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const found = page.getElementById(form.dataset.direct);
        const held = document.getElementById(form.dataset.direct);
        if (answer.ok && found && held && form.elements.q.value === body.get("q")) held.replaceWith(found);
    }, 120);
});
