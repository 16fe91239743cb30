// Who else looks at the case that is open, and who writes to its customer. Everything works without.
"use strict";

(() => {
    const RENEW = 45_000;
    let stream = null;
    let watched = null;
    let lease = null;

    const line = () => document.getElementById("presence");

    /* A page that nobody sees watches nothing: who has it in another tab does not look at it. */
    function watch() {
        const here = document.hidden ? null : line();
        const address = here?.dataset.presence ?? null;
        if (address === watched) return;
        stream?.close();
        stream = null;
        watched = address;
        if (!address) return;
        stream = new EventSource(address);
        stream.onmessage = ({ data }) => {
            const told = JSON.parse(data);
            const now = line();
            if (now?.dataset.presence !== address) return;
            if (now.textContent !== told.words) now.textContent = told.words;
            now.classList.toggle("busy", told.busy);
        };
    }

    function post(address) {
        const { "X-CSRF-TOKEN": token } = JSON.parse(document.body.getAttribute("hx-headers"));
        return fetch(address, {
            method: "POST",
            keepalive: true,
            headers: { "X-CSRF-TOKEN": token, "Content-Type": "application/x-www-form-urlencoded" },
        });
    }

    function writes(target) {
        return target.closest("#panel-answer, #panel-acknowledge");
    }

    async function take(panel) {
        const address = line()?.dataset.drafting;
        if (!address) return;
        if (lease?.address === address && Date.now() - lease.at < RENEW) return;
        lease = { address, at: Date.now() };
        try {
            const answer = await post(address);
            tell(panel, answer.status === 409 ? (await answer.json()).detail : "");
            // Refused: ask again with the next word, because the other may be done by then.
            if (answer.status === 409) lease.at = Date.now() - RENEW + 5_000;
        } catch {
            // The server cannot be reached, which the page says itself; nothing is lost.
            lease = null;
        }
    }

    function tell(panel, words) {
        let told = panel.querySelector(".lease");
        if (!told && !words) return;
        if (!told) {
            told = document.createElement("p");
            told.className = "lease";
            told.setAttribute("role", "alert");
            panel.prepend(told);
        }
        told.textContent = words;
        told.hidden = !words;
    }

    function give() {
        if (!lease) return;
        post(`${lease.address}/end`).catch(() => {});
        lease = null;
    }

    document.addEventListener("input", ({ target }) => {
        const panel = writes(target);
        if (panel) take(panel);
    });
    document.addEventListener("click", ({ target }) => {
        if (target.closest("[data-close]") && writes(target)) give();
    });
    document.addEventListener("htmx:afterSwap", ({ target }) => {
        if (!target.matches?.("#case")) return;
        if (lease && lease.address !== line()?.dataset.drafting) give();
        else if (lease && !document.querySelector("#panel-answer:not([hidden]), #panel-acknowledge:not([hidden])")) give();
        watch();
    });
    document.addEventListener("visibilitychange", watch);
    window.addEventListener("pagehide", () => {
        give();
        stream?.close();
        watched = null;
    });
    window.addEventListener("pageshow", watch);
    watch();
})();
