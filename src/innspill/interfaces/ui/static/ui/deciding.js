// Decides by single keys: 1 to 5 choose an outcome, S says the same as last time, J and K go on and
// back, B goes to the reason, Ctrl and Enter save. Without it every button and link is there.
(() => {
  "use strict";
  const form = document.querySelector("form[data-deciding]");
  const points = () => [...document.querySelectorAll("[data-point]")];

  const all = document.querySelector("[data-all]");
  if (all) {
    for (const one of [all, document.querySelector(`label[for="${all.id}"]`)]) one.hidden = false;
    all.addEventListener("change", () => {
      for (const box of document.querySelectorAll('[name="chosen"]')) box.checked = all.checked;
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const own = event.target.closest("form[data-deciding]") || form;
      const save = own && own.querySelector("[data-save]");
      if (!save) return;
      event.preventDefault();
      save.click();
    }
    if (event.key === "Escape" && event.target.matches("textarea, input, select")) event.target.blur();
  });

  const place = document.querySelector("[data-keys]");
  const help = document.querySelector("[data-key-help]");
  if (!place || !form) return;
  const isMeant = window.singleKeys(place, "innspill-deciding-keys", "vurderingstaster");
  const box = document.getElementById("vurderingstaster");
  const show = () => document.documentElement.classList.toggle("with-keys", box.checked);
  box.addEventListener("change", show);
  show();
  help.hidden = false;

  let last = null;
  const here = () => {
    const focused = document.activeElement && document.activeElement.closest("[data-point]");
    return focused || (last && document.contains(last) ? last : null);
  };
  const go = (step) => {
    const found = points();
    if (!found.length) {
      const link = document.querySelector(step > 0 ? "[data-next]" : "[data-previous]");
      if (link) link.click();
      return;
    }
    const at = found.indexOf(here());
    const to = found[at < 0 ? 0 : Math.min(Math.max(at + step, 0), found.length - 1)];
    last = to;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  };
  const click = (selector) => {
    const within = points().length ? here() : document;
    const found = within && within.querySelector(selector);
    if (found) found.click();
  };
  const doing = {
    j: () => go(1),
    k: () => go(-1),
    b: () => form.querySelector('[name="reason"]').focus(),
    s: () => click("[data-again]"),
    o: () => click("[data-open]"),
    x: () => click('[name="chosen"]'),
    "?": () => {
      help.open = !help.open;
    },
  };
  const radios = form.querySelectorAll('[name="outcome"]');
  radios.forEach((radio, at) => {
    doing[String(at + 1)] = () => {
      radio.checked = true;
      if (!points().length) radio.focus();
    };
  });

  document.addEventListener("keydown", (event) => {
    // A question mark is written with Shift on most keyboards.
    const { key, repeat, ctrlKey, altKey, metaKey, target } = event;
    const shiftKey = event.shiftKey && key !== "?";
    if (!isMeant({ key, repeat, ctrlKey, altKey, metaKey, shiftKey, target })) return;
    const act = doing[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // A list that was left by a key is come back to where one was: the next point is in focus.
  const back = location.hash && document.querySelector(location.hash.replace(/[^#\w-]/g, ""));
  if (back && back.matches("[data-point]")) {
    last = back;
    back.focus({ preventScroll: true });
  }
})();
