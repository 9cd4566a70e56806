// Marks words with the mouse or the keyboard: what is selected in a text is filled into the form,
// and keys go from place to place. Without it the words are written or pasted into the same form.
(() => {
  "use strict";
  const form = document.querySelector("[data-marking]");
  if (!form) return;
  const field = (name) => form.elements.namedItem(`merk-${name}`);
  const pick = document.querySelector("[data-pick]");
  // Python counts characters, JavaScript halves of some of them.
  const count = (text) => Array.from(text).length;

  const fill = (place, words, start, end) => {
    field("place").value = place;
    field("words").value = words;
    field("which").value = "";
    field("start").value = start;
    field("end").value = end;
  };

  const selected = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const within = range.commonAncestorContainer;
    const element = within instanceof Element ? within : within.parentElement;
    const text = element && element.closest("[data-place]");
    if (!text) return null;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const raw = range.toString();
    const words = raw.trim();
    if (!words) return null;
    const start = count(before.toString()) + count(raw) - count(raw.trimStart());
    return { place: text.dataset.place, words, start, end: start + count(words) };
  };

  document.addEventListener("selectionchange", () => {
    const found = selected();
    if (!found) {
      pick.hidden = true;
      return;
    }
    fill(found.place, found.words, found.start, found.end);
    pick.textContent = pick.dataset.pick;
    pick.hidden = false;
  });
  // A button that took the focus would end the selection before it is read.
  pick.addEventListener("mousedown", (event) => event.preventDefault());
  pick.addEventListener("click", () => {
    pick.hidden = true;
    document.getSelection().removeAllRanges();
    form.scrollIntoView({ block: "nearest" });
    field("kind").focus();
  });
  for (const name of ["place", "words", "which"]) {
    field(name).addEventListener("input", () => {
      field("start").value = "";
      field("end").value = "";
    });
  }
  for (const link of document.querySelectorAll("[data-to-place]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      fill(link.dataset.toPlace, "", "", "");
      form.scrollIntoView({ block: "nearest" });
      field("words").focus();
    });
  }

  const spans = [...document.querySelectorAll("[data-span]")];
  const told = document.querySelector("[data-keys]");
  if (!told || !spans.length) return;
  const isMeant = window.singleKeys(told, "innspill-marking-keys", "merketaster");

  let at = spans.findIndex((span) => `#${span.id}` === location.hash);
  const go = (to) => {
    at = Math.min(Math.max(to, 0), spans.length - 1);
    spans[at].focus();
    spans[at].scrollIntoView({ block: "center" });
  };
  // What a closed part holds can be gone to only some moments after it has been opened.
  const enter = (box, tries) => {
    box.focus();
    if (document.activeElement !== box && tries) {
      requestAnimationFrame(() => enter(box, tries - 1));
    }
  };
  if (at >= 0) spans[at].focus();
  const doing = {
    n: () => go(at + 1),
    f: () => go(at - 1),
    g: () => {
      const button = at >= 0 && spans[at].querySelector("[data-accept]");
      if (button) button.click();
      else go(at + 1);
    },
    h: () => {
      const button = at >= 0 && spans[at].querySelector("[data-withhold]");
      if (button) button.click();
    },
    v: () => {
      const details = at >= 0 && spans[at].querySelector("details");
      if (!details) return;
      details.open = true;
      enter(details.querySelector("textarea"), 30);
    },
  };
  document.addEventListener("keydown", (event) => {
    if (!isMeant(event)) return;
    const act = doing[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
