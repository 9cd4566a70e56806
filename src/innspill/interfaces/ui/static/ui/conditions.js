// Hides a question that is only for those who ticked something else, as long as nothing stands in
// it. What was written is never hidden. Without this script the question says whom it is for.
(() => {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  const parts = form ? [...form.querySelectorAll("[data-only]")] : [];
  if (!parts.length) return;
  const none = form.querySelector("[data-none-asked]");

  function isFilled(part) {
    if (part.querySelector(".file-list, .note, .collision")) return true;
    return [...part.querySelectorAll("input, textarea")].some((field) => {
      if (field.type === "hidden") return false;
      if (field.type === "radio" || field.type === "checkbox") return field.checked;
      return field.value.trim() !== "";
    });
  }

  // The boxes may stand on an earlier page; then the server has said whether one is ticked.
  function isMet(part) {
    const boxes = part.dataset.only.split(" ").map((id) => document.getElementById(id));
    if (boxes.includes(null)) return "met" in part.dataset;
    return boxes.some((box) => box.checked && !box.closest("[data-only][hidden]"));
  }

  function look() {
    for (const part of parts) {
      const isSeen = isMet(part) || isFilled(part) || part.contains(document.activeElement);
      part.hidden = !isSeen;
    }
    if (none) none.hidden = Boolean(form.querySelector("[data-question]:not([hidden])"));
  }

  form.addEventListener("change", look);
  form.addEventListener("focusout", () => setTimeout(look));
  window.addEventListener("pageshow", look);
  look();
})();
