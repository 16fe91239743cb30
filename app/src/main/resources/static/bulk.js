// Choosing many cases by keys and by hand, and keeping one's place when the list is drawn anew.
// Everything works without: by the boxes and the form below them.
"use strict";

(() => {
    const PLACE = "firsthour-place";
    const FRESH = 60_000;
    const UNDO_STANDS = 10_000;
    const $ = (selector, root = document) => root.querySelector(selector);
    const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
    const form = () => $("#bulk");
    const boxes = () => $$(".pick input");
    const rowId = (element) => element.closest(".case-row")?.id;

    const chosen = new Set();
    let last = null;

    /* The row that has the focus, else the one whose case is open. */
    function here() {
        return document.activeElement.closest?.(".case-row") ?? $(".case-row.open");
    }

    function note(box) {
        if (box.checked) chosen.add(rowId(box));
        else chosen.delete(rowId(box));
    }

    function tell() {
        const count = $("#bulk-count");
        const number = boxes().filter((box) => box.checked).length;
        if (count) count.textContent = number === 1 ? t("1 case chosen") : t("{0} cases chosen", number);
    }

    function choose(row, through) {
        const box = row && $(".pick input", row);
        if (!box) return;
        const all = boxes();
        const from = through ? all.findIndex((each) => rowId(each) === last) : -1;
        if (from < 0) {
            box.checked = !box.checked;
            note(box);
        } else {
            const to = all.indexOf(box);
            for (const each of all.slice(Math.min(from, to), Math.max(from, to) + 1)) {
                each.checked = true;
                note(each);
            }
        }
        last = row.id;
        tell();
    }

    document.addEventListener("click", (event) => {
        const box = event.target.closest(".pick input");
        if (box) {
            if (event.shiftKey && last) {
                // The box itself was turned by the click already.
                box.checked = !box.checked;
                choose(box.closest(".case-row"), true);
                return;
            }
            note(box);
            last = rowId(box);
            tell();
        }
        if (event.target.closest("#pick-all")) {
            for (const each of boxes()) {
                each.checked = true;
                note(each);
            }
            tell();
        }
        if (event.target.closest(".news-bar")) remember();
    });
    document.addEventListener("reset", ({ target }) => {
        if (target !== form()) return;
        const row = here() ?? document.getElementById(last);
        chosen.clear();
        // The bar goes away with what was chosen, and the focus must not go with it.
        setTimeout(() => $(".case-link", row ?? document)?.focus(), 0);
    });

    /* Before the keys of the desk: what is chosen comes first. */
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || keysAreOff()) return;
        if (event.key === "x" || event.key === "X") {
            if (!here() || !form()) return;
            choose(here(), event.key === "X");
        } else {
            const many = chosen.size > 0 && /^[a-z]$/.test(event.key) && $(`[data-many="${event.key}"]`);
            if (!many) return;
            many.click();
            const panel = many.parentElement;
            if (panel.open) $("button[name=deed]", panel)?.focus();
        }
        event.preventDefault();
        event.stopImmediatePropagation();
    }, true);

    // A row that was drawn anew stays chosen.
    function restoreBoxes() {
        for (const box of boxes()) {
            if (chosen.has(rowId(box))) box.checked = true;
        }
    }
    document.addEventListener("htmx:oobAfterSwap", restoreBoxes);
    document.addEventListener("htmx:afterSwap", restoreBoxes);

    /* One's place: the row and those after it, by their names and not by how many stand above. */

    function remember() {
        const all = $$(".case-row").map(({ id }) => id);
        const row = document.activeElement.closest?.(".case-row") ?? document.getElementById(last) ?? here();
        const at = all.indexOf(row?.id);
        if (at < 0) return;
        const rows = [...all.slice(at), ...all.slice(0, at).reverse()];
        sessionStorage.setItem(PLACE, JSON.stringify({ rows, at: Date.now() }));
    }

    function comeBack() {
        const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
        sessionStorage.removeItem(PLACE);
        if (!kept || Date.now() - kept.at > FRESH || !$("#queue-title")) return;
        const row = kept.rows.map((id) => document.getElementById(id)).find(Boolean);
        const place = row ? $(".case-link", row) : $("#main");
        place.focus({ preventScroll: !row });
        row?.scrollIntoView({ block: "nearest" });
        // Said again, because who comes to a row hears the row alone.
        const told = $(".notice > span");
        if (told) setTimeout(() => told.replaceWith(told.cloneNode(true)), 200);
    }

    document.addEventListener("submit", ({ target, defaultPrevented }) => {
        if (target.matches(".notice .undo")) remember();
        if (defaultPrevented || target !== form()) return;
        remember();
        // As one field: hundreds of them would be more than a form may have.
        let all = $("input[type=hidden][name=pick]", target);
        if (!all) {
            all = document.createElement("input");
            all.type = "hidden";
            all.name = "pick";
            target.append(all);
        }
        const picked = boxes().filter((box) => box.checked);
        all.value = picked.map(({ value }) => value).join(",");
        for (const box of boxes()) box.disabled = true;
    });
    window.addEventListener("pageshow", () => {
        for (const box of boxes()) {
            box.disabled = false;
            if (box.checked) note(box);
        }
        tell();
    });

    for (const undo of $$(".notice .undo")) {
        setTimeout(() => {
            if (undo.contains(document.activeElement)) $("#main").focus();
            undo.remove();
        }, UNDO_STANDS);
    }
    if ($("#pick-all")) $("#pick-all").hidden = false;
    comeBack();
})();
