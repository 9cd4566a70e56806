// Words that are marked in a comment's text are filled into the form that adds a proposal or a name.
// Without it they are written or pasted into the same form.
(() => {
  "use strict";
  const text = document.querySelector("[data-add-from] .point-text");
  const field = document.querySelector('[name="nytt-words"]');
  const start = document.querySelector('[name="nytt-start"]');
  if (!text || !field || !start) return;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.endContainer)) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const raw = range.toString();
    // Python counts characters, JavaScript halves of some of them.
    const leading = Array.from(before.toString()).length;
    field.value = raw.trim();
    start.value = leading + Array.from(raw).length - Array.from(raw.trimStart()).length;
    field.closest("details").open = true;
  });
  field.addEventListener("input", () => {
    start.value = "";
  });
})();
