// The composer: shows and mends what the check finds, inserts facts, and loses no letter. Everything
// works without, by the button that checks the words.
"use strict";

(() => {
    const $ = (selector, root = document) => root.querySelector(selector);
    const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
    const field = (form) => form.elements.text;

    function typed(area) {
        area.dispatchEvent(new Event("input", { bubbles: true }));
    }

    /* The places were counted in the text as it was sent; the words may have moved since. */
    function place(area, { start, fragment }) {
        const skipped = area.value.length - area.value.trimStart().length;
        const near = Number(start) + skipped;
        const after = area.value.indexOf(fragment, near);
        const before = area.value.lastIndexOf(fragment, near);
        const at = after === -1 || before !== -1 && near - before < after - near ? before : after;
        return at === -1 ? null : [at, at + fragment.length];
    }

    function put(area, start, end, words) {
        area.focus();
        area.setRangeText(words, start, end, "end");
        typed(area);
    }

    document.addEventListener("click", ({ target }) => {
        const mender = target.closest("[data-show]");
        if (mender) {
            const area = document.getElementById(mender.dataset.show);
            const words = mender.dataset.put;
            const at = mender.dataset.fragment ? place(area, mender.dataset) : [area.selectionStart, area.selectionEnd];
            if (at && words === undefined) {
                area.focus();
                area.setSelectionRange(...at);
            } else if (at) {
                put(area, ...at, words);
            }
        }
        const fact = target.closest("[data-insert]");
        if (fact) {
            const area = document.getElementById(fact.dataset.into);
            const before = area.value.slice(0, area.selectionStart);
            const gap = before && !/\s$/.test(before) ? " " : "";
            put(area, area.selectionStart, area.selectionEnd, gap + fact.dataset.insert);
        }
        const taker = target.closest("[data-take]");
        if (taker) {
            const form = taker.closest("form");
            field(form).value = document.getElementById(taker.dataset.take).textContent;
            form.elements.draft.value = taker.dataset.version;
            typed(field(form));
            field(form).focus();
        }
        const mine = target.closest("[data-mine]");
        if (mine) {
            const form = mine.closest("form");
            form.elements.draft.value = mine.dataset.mine;
            field(form).focus();
            htmx.trigger($(".reply-check", form), "compose");
        }
    });

    /* A reason that is typed while the answer is on its way stays, and so does the place in it. */
    let reasons = [];
    let focused = null;
    /* A case that is just being drawn anew may have been read before the draft was kept. */
    let drawing = 0;
    document.addEventListener("htmx:beforeSend", ({ detail }) => {
        if (detail.target.id !== "case") return;
        drawing += 1;
        // Of the request itself: what sent it may be gone from the page by then.
        detail.xhr.addEventListener("loadend", () => { drawing -= 1; });
    });
    document.addEventListener("htmx:beforeSwap", ({ detail }) => {
        if (!detail.target.matches(".reply-check")) return;
        reasons = $$("input[name^='waive.']", detail.target).map(({ name, value }) => [name, value]);
        const at = document.activeElement;
        focused = at && detail.target.contains(at) && at.name ? [at.name, at.selectionStart] : null;
    });
    document.addEventListener("htmx:afterSwap", ({ detail, target }) => {
        const check = detail.target ?? target;
        if (!check.matches(".reply-check")) return;
        const form = check.closest("form");
        for (const [name, value] of reasons) {
            const input = form.elements[name];
            if (input && value) input.value = value;
        }
        const said = $("[data-said]", form);
        const summary = $(".check-line b", check)?.textContent ?? "";
        if (said && said.textContent !== summary) said.textContent = summary;
        if (focused && form.elements[focused[0]]) {
            const input = form.elements[focused[0]];
            input.closest("details")?.setAttribute("open", "");
            input.focus();
            input.setSelectionRange(focused[1], focused[1]);
        }
        const sent = detail.requestConfig?.parameters?.text ?? detail.requestConfig?.formData?.get("text");
        if (!drawing && detail.xhr?.status === 200 && sent === field(form).value) sessionStorage.removeItem(form.dataset.keep);
    });

    function hide() {
        for (const button of $$(".by-button")) button.hidden = true;
    }
    document.addEventListener("htmx:load", hide);
    hide();
})();
