// Decides by single keys: 1 to 5 choose an outcome, S says the same as last time, J and K go on and
// back, B goes to the reason, Ctrl and Enter save. Without it every button and link is there.
(() => {
  "use strict";
  const form = document.querySelector("form[data-deciding]");
  const walk = window.walkPoints();

  window.tickAll("chosen");

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

  if (!document.querySelector("[data-keys]") || !form) return;
  const go = (step) => {
    if (walk.all().length) {
      walk.go(step);
      return;
    }
    const link = document.querySelector(step > 0 ? "[data-next]" : "[data-previous]");
    if (link) link.click();
  };
  const click = (selector) => {
    const within = walk.all().length ? walk.here() : document;
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
  };
  const radios = form.querySelectorAll('[name="outcome"]');
  radios.forEach((radio, at) => {
    doing[String(at + 1)] = () => {
      radio.checked = true;
      if (!walk.all().length) radio.focus();
    };
  });

  window.pointKeys("innspill-deciding-keys", "vurderingstaster", doing);

  // A list that was left by a key is come back to where one was: the next point is in focus.
  const back = location.hash && document.querySelector(location.hash.replace(/[^#\w-]/g, ""));
  if (back && back.matches("[data-point]")) walk.stand(back);
})();
