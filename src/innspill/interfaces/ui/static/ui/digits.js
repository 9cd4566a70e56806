// Lets a digit press the button that bears it, and 0 go to the field for another name. It can be
// switched off, as single keys must be able to (WCAG 2.1.4); without it every button works as it is.
(() => {
  "use strict";
  const place = document.querySelector("[data-keys]");
  if (!place) return;
  const kept = "innspill-digits";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.id = "talltaster";
  box.className = "ds-input";
  try {
    box.checked = localStorage.getItem(kept) !== "off";
  } catch {
    box.checked = true;
  }
  const label = document.createElement("label");
  label.htmlFor = box.id;
  label.textContent = `${place.dataset.keys}. ${place.dataset.told}`;
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(kept, box.checked ? "on" : "off");
    } catch {
      // It holds for this page alone then.
    }
  });
  place.append(box, " ", label);
  let pressed = false;
  document.addEventListener("keydown", (event) => {
    if (!box.checked || pressed || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const typing = "textarea, select, input:not([type=checkbox]):not([type=radio])";
    if (event.target instanceof Element && event.target.closest(typing)) return;
    if (event.key === "0") {
      event.preventDefault();
      document.getElementById("id_annet-written").focus();
      return;
    }
    const button = document.querySelector(`[data-digit="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    pressed = true;
    button.click();
  });
})();
