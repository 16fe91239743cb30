// The desk: keys, the case beside the list, panels in place. Everything works without, by links.
"use strict";

(() => {
    const WIDE = matchMedia("(min-width: 1100px)");
    const $ = (selector, root = document) => root.querySelector(selector);
    const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
    const links = () => $$(".case-link");

    /* The case beside the list */

    function mark(link) {
        for (const each of links()) {
            const on = each === link;
            if (on) each.setAttribute("aria-current", "true");
            else each.removeAttribute("aria-current");
            each.closest(".case-row").classList.toggle("open", on);
        }
    }

    function open(link) {
        mark(link);
        return htmx.ajax("GET", link.dataset.pane, {
            source: link,
            target: "#case",
            swap: "outerHTML",
            values: { queue: link.dataset.queue },
        });
    }

    document.addEventListener("click", (event) => {
        const link = event.target.closest(".case-link");
        const plain = !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
        if (link && plain && WIDE.matches && $(".desk-case")) {
            event.preventDefault();
            open(link);
        }
    });

    let waiting;
    function step(by) {
        const all = links();
        if (!all.length) return;
        const focused = document.activeElement.closest?.(".case-link");
        const at = all.indexOf(focused ?? $(".case-link[aria-current]"));
        const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
        next.focus({ preventScroll: true });
        next.closest(".case-row").scrollIntoView({ block: "nearest" });
        if (WIDE.matches && $(".desk-case") && next.getAttribute("aria-current") !== "true") {
            mark(next);
            clearTimeout(waiting);
            // Who holds the key down sees the case on which it comes to rest.
            waiting = setTimeout(() => open(next), 150);
        }
    }

    /* Panels */

    function nowIn(zone) {
        return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: zone })
            .format(new Date()).replace(" ", "T");
    }

    function unfold(panel) {
        for (const each of $$(".deed-panel")) each.hidden = each !== panel;
        for (const each of $$("[data-panel]")) {
            each.setAttribute("aria-expanded", String(Boolean(panel) && each.dataset.panel === panel.id));
        }
        if (!panel) return;
        const time = $("[data-now]", panel);
        if (time && time.value === time.defaultValue) {
            time.value = time.defaultValue = nowIn(time.dataset.now);
        }
    }

    function show(panel) {
        unfold(panel);
        if (!panel) return;
        panel.scrollIntoView({ block: "nearest" });
        $("select, textarea:not([readonly]), input[type=radio]:checked, input[type=radio]", panel)?.focus({ preventScroll: true });
    }

    function close(panel) {
        show(null);
        $(`[data-panel="${panel.id}"]`)?.focus();
    }

    document.addEventListener("click", (event) => {
        const opener = event.target.closest("[data-panel]");
        if (opener && !event.metaKey && !event.ctrlKey) {
            const panel = document.getElementById(opener.dataset.panel);
            if (panel) {
                event.preventDefault();
                show(panel.hidden ? panel : null);
            }
        }
        const news = event.target.closest(".news-bar");
        const open = $("#case[data-case]");
        if (news && open) {
            // The case that is read stays open beside the new list.
            const url = new URL(news.href);
            url.searchParams.set("case", open.dataset.case);
            news.href = url.href;
        }
        const closer = event.target.closest("[data-close]");
        if (closer) {
            event.preventDefault();
            close(closer.closest(".deed-panel"));
        }
        const copier = event.target.closest("[data-copy]");
        if (copier) copy(document.getElementById(copier.dataset.copy), copier);
    });

    function copy(field, button) {
        const told = $(".copied", button.parentElement);
        const done = () => { if (told) told.textContent = t("Copied"); };
        if (navigator.clipboard) {
            navigator.clipboard.writeText(field.value).then(done, () => { field.select(); });
        } else {
            // Away from HTTPS browsers have no clipboard: what is selected is copied by hand.
            field.select();
        }
    }

    /* Drafts: what was typed outlives the case that is drawn anew, the look at another one, and the
       sign-in. They stay in this tab until they are recorded or their writer signs out. */

    function keep(form) {
        const typed = $$("textarea, input[type=url], input[type=radio]:checked, input[name=draft]", form)
            .filter((field) => field.value)
            .map(({ name, value }) => [name, value]);
        if (typed.some(([name]) => name !== "draft")) sessionStorage.setItem(form.dataset.keep, JSON.stringify(typed));
        else sessionStorage.removeItem(form.dataset.keep);
    }

    function restore(root) {
        for (const form of $$("form[data-keep]", root)) {
            const draft = sessionStorage.getItem(form.dataset.keep);
            if (!draft) continue;
            for (const [name, value] of JSON.parse(draft)) {
                const field = form.elements[name];
                // What stands in this tab was not kept by the server yet: it is the newer one, and
                // the version says on what it was written.
                if (!field.value || form.elements.draft && /^(text|draft)$/.test(name)) field.value = value;
            }
            const check = $(".reply-check", form);
            if (check) setTimeout(() => htmx.trigger(check, "compose"), 500);
            // Without the focus: who only comes by goes on with the keys.
            if (!$(".deed-panel:not([hidden])", root)) unfold(form);
        }
    }

    /* A draft that the server keeps is gone on with where it was left. */
    function resume(root) {
        const form = $("form[data-drafted]", root);
        if (form && !$(".deed-panel:not([hidden])", root)) unfold(form);
    }

    document.addEventListener("input", (event) => {
        const form = event.target.closest("form[data-keep]");
        if (form) keep(form);
        const count = form && $(`[data-count="${event.target.id}"]`, form);
        if (count) tell(count, event.target.value.trim());
    });

    /* How much of the network's length is left, counted as the network counts. */
    function tell(count, text) {
        const bytes = count.dataset.unit === "BYTES";
        const length = bytes ? new TextEncoder().encode(text).length
            : count.dataset.unit === "GRAPHEMES" && Intl.Segmenter ? [...new Intl.Segmenter().segment(text)].length
            : [...text].length;
        const most = Number(count.dataset.most);
        const spoken = document.documentElement.lang;
        const told = [length.toLocaleString(spoken), most.toLocaleString(spoken)];
        count.textContent = bytes ? t("{0} of at most {1} bytes", ...told) : t("{0} of at most {1} characters", ...told);
        count.classList.toggle("over", length > most);
    }
    document.addEventListener("htmx:beforeSwap", ({ detail }) => {
        const form = detail.requestConfig.elt.closest("form[data-keep]");
        if (form && detail.xhr.status < 300 && !detail.target.matches(".reply-check")) sessionStorage.removeItem(form.dataset.keep);
    });

    let focusCase = false;
    let focusRow = false;

    function focusAfterDeed(here) {
        const field = $(".deed-panel:not([hidden])", here);
        const next = (field && ($("[aria-invalid=true]", field) ?? $("textarea", field)))
            ?? $("#deed-primary") ?? $("#case-title");
        next?.focus({ preventScroll: true });
        if (!field && here.parentElement.matches(".desk-case")) here.parentElement.scrollTop = 0;
        $(".told", here)?.scrollIntoView({ block: "nearest" });
    }

    document.addEventListener("htmx:beforeRequest", (event) => {
        const { elt, target } = event.detail;
        focusRow = Boolean(elt.closest?.(".cases-more"));
        // A link within the case that draws it anew goes with it.
        if (target.id === "case" && elt.closest?.("#case")) focusCase = true;
    });
    document.addEventListener("htmx:afterSwap", (event) => {
        const drawn = event.target;
        if (focusRow && drawn.matches(".case-row")) {
            // The button is gone: go on where the new rows begin.
            focusRow = false;
            $(".case-link", drawn).focus({ preventScroll: true });
        }
        if (!drawn.matches("#case[data-case]")) return;
        $(".desk")?.classList.add("reading");
        fold();
        const undo = $("[data-undo]", drawn);
        if (undo) setTimeout(() => $(".undo", undo)?.remove(), 1000 * Number(undo.dataset.undo));
        restore(drawn);
        resume(drawn);
        if (event.detail.requestConfig?.verb === "post") {
            focusAfterDeed(drawn);
        } else {
            if (drawn.parentElement.matches(".desk-case")) drawn.parentElement.scrollTop = 0;
            if (focusCase) $("#case-title")?.focus();
        }
        focusCase = false;
    });

    /* Facts fold on a phone */

    function fold() {
        if (innerWidth > 900) return;
        for (const each of $$("details[data-fold]")) {
            each.open = false;
            delete each.dataset.fold;
        }
    }

    /* Back to the list one came from, filters and all */

    function back() {
        const link = $("[data-back]");
        if (!link || !document.referrer) return;
        const from = new URL(document.referrer);
        if (from.origin === location.origin && from.pathname === "/queue") {
            from.searchParams.delete("case");
            link.href = from.pathname + from.search;
        }
    }

    /* Keys */

    function press(key) {
        const button = $(`[data-key="${key}"]`);
        if (!button) return false;
        button.click();
        return true;
    }

    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey) {
            const panel = event.target.closest?.(".deed-panel");
            if (event.key === "Enter" && panel) $(".button.primary", panel)?.click();
            return;
        }
        if (event.key === "Escape") {
            const panel = event.target.closest?.(".deed-panel") ?? $(".deed-panel:not([hidden])");
            if (panel && !$("#keys:popover-open")) close(panel);
            return;
        }
        if (event.altKey || event.defaultPrevented || typing(event.target) || keysAreOff()) return;
        if (event.key === "Enter") {
            const link = event.target.closest(".case-link");
            if (link && WIDE.matches && link.getAttribute("aria-current") === "true" && $("#case-title")) {
                event.preventDefault();
                $("#case-title").focus();
            } else if (link && WIDE.matches) {
                focusCase = true;
            }
            return;
        }
        const done = (() => {
            switch (event.key) {
                case "j": step(1); return true;
                case "k": step(-1); return true;
                case "/": $("#search")?.focus(); $("#search")?.select(); return Boolean($("#search"));
                case "u": $(".undo button")?.click(); return Boolean($(".undo button"));
                case "?": $("#keys")?.togglePopover(); return true;
                default: return /^[abcdefhlmnoprtwy]$/.test(event.key) && press(event.key);
            }
        })();
        if (done) event.preventDefault();
    });

    function nameSwitch() {
        const button = $("#keys-switch");
        if (button) button.textContent = keysAreOff() ? t("Switch the keys on") : t("Switch the keys off");
        document.body.classList.toggle("keys-off", keysAreOff());
    }
    $("#keys-switch")?.addEventListener("click", () => {
        if (keysAreOff()) localStorage.removeItem(KEYS_OFF);
        else localStorage.setItem(KEYS_OFF, "yes");
        nameSwitch();
    });

    nameSwitch();
    fold();
    back();
    restore(document);
    resume(document);
    $(".case-row.open")?.scrollIntoView({ block: "nearest" });
})();
