// Times keep pace, refused requests say so, and a reader's zone is guessed. Everything works without.
"use strict";

const MINUTE = 60_000;

/** As in Texts: the English text is the key to the page's language. */
const TEXTS = JSON.parse(document.body?.dataset.texts ?? "{}");
function t(english, ...values) {
    return (TEXTS[english] ?? english).replace(/\{(\d)\}/g, (_, place) => values[place]);
}

/** Mirrors Times.span: "under 1 min", "18 min", "2 h 5 min", "11 h", "3 d". */
function span(milliseconds) {
    const minutes = Math.floor(milliseconds / MINUTE);
    if (minutes < 1) return t("under 1 min");
    if (minutes < 60) return t("{0} min", minutes);
    const hours = Math.floor(minutes / 60);
    if (hours < 3 && minutes % 60 !== 0) return t("{0} h {1} min", hours, minutes % 60);
    return hours < 48 ? t("{0} h", hours) : t("{0} d", Math.floor(hours / 24));
}

function say(element, words) {
    if (element && element.textContent !== words) element.textContent = words;
}

function refreshTimes() {
    const now = Date.now();
    for (const bar of document.querySelectorAll(".timebar[data-due][data-start]")) {
        const start = Date.parse(bar.dataset.start);
        const due = Date.parse(bar.dataset.due);
        const used = Math.min(100, Math.max(0, Math.round((100 * (now - start)) / (due - start))));
        const state = now > due ? "late" : used >= 80 ? "soon" : "on-track";
        bar.classList.remove("late", "soon", "on-track");
        bar.classList.add(state);
        say(bar.querySelector(".timebar-words"), now > due ? t("{0} late", span(now - due)) : t("{0} left", span(due - now)));
        say(bar.querySelector(".timebar-state"), { late: t("Late"), soon: t("Soon"), "on-track": t("On track") }[state]);
        bar.querySelector(".used")?.setAttribute("width", String(now > due ? 100 : used));
    }
    for (const time of document.querySelectorAll("time[data-ago]")) {
        const past = now - Date.parse(time.dateTime);
        const words = Math.abs(past) < MINUTE ? t("just now") : past < 0 ? t("in {0}", span(-past)) : t("{0} ago", span(past));
        say(time, words);
    }
}

function announce(words) {
    const live = document.getElementById("live");
    if (!live) return;
    live.textContent = words;
    clearTimeout(announce.timer);
    announce.timer = setTimeout(() => { live.textContent = ""; }, 10_000);
}

/** Stays until one has signed in; each further poll is silent. */
function announceSignedOut() {
    const live = document.getElementById("live");
    if (!live || live.querySelector("a")) return;
    clearTimeout(announce.timer);
    const link = document.createElement("a");
    link.href = `/login?next=${encodeURIComponent(location.pathname + location.search)}`;
    link.textContent = t("sign in to go on");
    live.replaceChildren(`${t("You were signed out. What you typed is kept:")} `, link, ".");
}

function messageOf(response) {
    try {
        return JSON.parse(response.responseText).detail;
    } catch {
        return null;
    }
}

document.addEventListener("htmx:configRequest", ({ detail }) => {
    // Nobody asked for it: it must not lead a page away from under what is typed there.
    if (detail.elt.matches("[data-poll]")) detail.headers["X-Poll"] = "true";
});
document.addEventListener("htmx:responseError", (event) => {
    const response = event.detail.xhr;
    if (response.status === 401) announceSignedOut();
    else announce(messageOf(response) ?? t("That did not go through. Nothing was changed; try again in a moment."));
});
document.addEventListener("htmx:afterRequest", (event) => {
    // Signed in again from another tab: the forms here still carry the token of before. Drafts come back.
    if (event.detail.successful && document.querySelector("#live a")) location.reload();
});
document.addEventListener("htmx:sendError", () => {
    announce(t("The server cannot be reached. What you typed is still here; try again in a moment."));
});

document.addEventListener("submit", (event) => {
    // A second press of the button must not send the form again.
    const form = event.target;
    // Drafts belong to whoever wrote them.
    if (form.matches("[action='/logout']")) sessionStorage.clear();
    if (form.dataset.sent) {
        event.preventDefault();
    } else if (!event.defaultPrevented && !form.matches("[hx-post], [hx-get]")) {
        form.dataset.sent = "yes";
    }
});
window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

document.addEventListener("change", (event) => {
    // A choice that needs no button of its own.
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
});

// Where the browser lets a page write to the clipboard: over https, or on this machine.
function offerCopies() {
    for (const button of document.querySelectorAll("[data-copy-text]")) button.hidden = !navigator.clipboard;
}
document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy-text]");
    if (!button) return;
    try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copyText).textContent);
        button.textContent = t("Copied");
    } catch {
        // The browser, or whoever sits before it, may refuse.
        button.textContent = t("Copy it by hand");
    }
});

/* Keys: g and then a letter leads to a place of the desk, from anywhere. */

const KEYS_OFF = "firsthour-keys-off";
const PLACES = { q: "/queue", b: "/board", m: "/my-day" };
const GOES_FOR = 1_500;
let goes = 0;

function typing(target) {
    return target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
}

function keysAreOff() {
    return Boolean(localStorage.getItem(KEYS_OFF));
}

// Before the keys of a page: the letter after a g is none of theirs.
document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || keysAreOff()) return;
    if (event.key === "g") {
        goes = Date.now();
        return;
    }
    const place = Date.now() - goes < GOES_FOR ? PLACES[event.key] : null;
    goes = 0;
    // Who may not open a place has no link to it.
    if (!place || !document.querySelector(`.rail a[href="${place}"]`)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    location.assign(place);
}, true);

function guessZone() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    for (const select of document.querySelectorAll("select[data-guess-zone]")) {
        if ([...select.options].some((option) => option.value === zone)) select.value = zone;
    }
}

guessZone();
offerCopies();
refreshTimes();
setInterval(refreshTimes, 15_000);
document.addEventListener("visibilitychange", () => { if (!document.hidden) refreshTimes(); });
document.addEventListener("htmx:load", refreshTimes);
