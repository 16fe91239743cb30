// One key for each answer; everything works without.
"use strict";

document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select") || localStorage.getItem("firsthour-keys-off")) return;
    const button = [...document.querySelectorAll("[data-keys] [aria-keyshortcuts]")].find(
        (each) => each.getAttribute("aria-keyshortcuts") === event.key,
    );
    if (button) {
        event.preventDefault();
        button.click();
    }
});
