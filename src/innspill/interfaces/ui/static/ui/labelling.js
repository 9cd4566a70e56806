// Labels comments by single keys, and saves each word without leaving the page. Without it every
// button is a form of its own. A word that is refused is sent again as a form, which says why.
(() => {
  "use strict";
  const { all, here, go } = window.walkPoints();
  const told = document.querySelector("[data-told-last]");
  const tell = (text) => {
    if (told) told.textContent = text;
  };
  const PART = { "X-Innspill-Part": "labels" };

  const left = document.querySelector("[data-left]");
  const count = () => {
    if (!left) return;
    const number = document.querySelectorAll("[data-confirm]").length;
    left.textContent = number ? left.dataset.many.replace("%s", number) : left.dataset.none;
  };
  window.countLeft = count;

  const selectorOf = (button) =>
    button.name && `button[name="${button.name}"][value="${CSS.escape(button.value)}"]`;

  const save = async (form, button) => {
    const body = new URLSearchParams(new FormData(form, button));
    const answer = await fetch(form.action, { method: "POST", body, headers: PART, redirect: "manual" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  };

  const put = (form, text, button) => {
    const labels = form.closest("[data-labels]");
    const point = form.closest("[data-point]");
    const had = labels.contains(document.activeElement);
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.querySelector("[data-labels]");
    labels.replaceWith(fresh);
    if (had) (fresh.querySelector(selectorOf(button) || "[data-none]") || point || fresh).focus();
    tell(told ? told.dataset.saved : "");
    count();
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const button = event.submitter;
    if (!form.matches("[data-say]") || form.dataset.native || !form.closest("[data-labels]")) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    try {
      put(form, await save(form, button), button);
    } catch {
      delete form.dataset.busy;
      tell(told ? told.dataset.failed : "");
      form.dataset.native = "1";
      form.requestSubmit(button);
    }
  });

  window.tickAll("mange-comments");

  if (!document.querySelector("[data-keys]") || !all().length) return;
  const press = (selector) => {
    const point = here();
    const button = point && point.querySelector(selector);
    if (button) button.click();
    if (point) point.focus({ preventScroll: true });
    return Boolean(button);
  };
  const doing = {
    j: () => go(1),
    k: () => go(-1),
    c: () => {
      press("[data-confirm]");
      go(1);
    },
    t: () => {
      const field = here() && here().querySelector("[data-theme]");
      if (field) field.focus();
    },
    x: () => {
      const choice = here() && here().querySelector('[name="mange-comments"]');
      if (choice) choice.click();
    },
    f: () => {
      const done = document.querySelector("[data-go-on]");
      if (done) done.click();
    },
  };
  for (const key of "123456") doing[key] = () => press(`[data-key="${key}"]`);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches("[data-theme]")) {
      event.target.closest("[data-point]").focus();
    }
  });
  window.pointKeys("innspill-labelling-keys", "merknadstaster", doing);
})();
