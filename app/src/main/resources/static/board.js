// The board keeps itself up to date; whoever reads it keeps their place. Everything works without.
"use strict";

(() => {
    let opened = [];

    document.addEventListener("htmx:beforeSwap", ({ detail }) => {
        if (detail.target.id !== "board") return;
        opened = [...document.querySelectorAll("#board details[open]")].map(({ id }) => id);
    });
    document.addEventListener("htmx:afterSwap", unfold);

    /* What stood open stays open; htmx itself gives the focus back to the element of the same name. */
    function unfold() {
        for (const id of opened) {
            const again = document.getElementById(id);
            if (again) again.open = true;
        }
        opened = [];
    }

    // Paper has no buttons: what is folded is printed with the rest.
    let folded = [];
    window.addEventListener("beforeprint", () => {
        folded = [...document.querySelectorAll("#board details:not([open])")];
        for (const each of folded) each.open = true;
    });
    window.addEventListener("afterprint", () => {
        for (const each of folded) each.open = false;
    });
})();
