// Single keys that do something on a page, and the box by which they are switched off, as they must
// be able to (WCAG 2.1.4). The element with `data-keys` says what they do and gets the box.
window.singleKeys = (place, kept, id) => {
  "use strict";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.id = id;
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
  // Whether a key that was pressed is meant for the page, and not for a field or the browser.
  return (event) => {
    if (!box.checked || event.repeat) return false;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
    const typing = "textarea, select, input:not([type=checkbox]):not([type=radio])";
    return !(event.target instanceof Element && event.target.closest(typing));
  };
};
