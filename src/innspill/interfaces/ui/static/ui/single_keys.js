// Single keys that do something on a page, and what lists of points have in common.

// The box by which the keys are switched off, as they must be able to be (WCAG 2.1.4). The element
// with `data-keys` says what they do and gets the box.
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

// The points of a list (`data-point`), and going from one to the next; the one where a person was is
// remembered, since a click beside it takes the focus away.
window.walkPoints = () => {
  "use strict";
  let last = null;
  const all = () => [...document.querySelectorAll("[data-point]")];
  const here = () => {
    const focused = document.activeElement && document.activeElement.closest("[data-point]");
    return focused || (last && document.contains(last) ? last : null);
  };
  const stand = (point) => {
    last = point;
    point.focus({ preventScroll: true });
  };
  const go = (step) => {
    const found = all();
    if (!found.length) return;
    const at = found.indexOf(here());
    const to = found[at < 0 ? 0 : Math.min(Math.max(at + step, 0), found.length - 1)];
    stand(to);
    to.scrollIntoView({ block: "nearest" });
  };
  return { all, here, stand, go };
};

// The single keys of a list of points: each does what `doing` says of it, and ? opens the help.
window.pointKeys = (kept, id, doing) => {
  "use strict";
  const help = document.querySelector("[data-key-help]");
  const isMeant = window.singleKeys(document.querySelector("[data-keys]"), kept, id);
  const box = document.getElementById(id);
  const show = () => document.documentElement.classList.toggle("with-keys", box.checked);
  box.addEventListener("change", show);
  show();
  help.hidden = false;
  const toggleHelp = () => {
    help.open = !help.open;
  };
  document.addEventListener("keydown", (event) => {
    // A question mark is written with Shift on most keyboards.
    const { key, repeat, ctrlKey, altKey, metaKey, target } = event;
    const shiftKey = event.shiftKey && key !== "?";
    if (!isMeant({ key, repeat, ctrlKey, altKey, metaKey, shiftKey, target })) return;
    const act = key === "?" ? toggleHelp : doing[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
};

// The box that ticks all points of a list at once, shown where there is a script to do it.
window.tickAll = (name) => {
  "use strict";
  const all = document.querySelector("[data-all]");
  if (!all) return;
  for (const one of [all, document.querySelector(`label[for="${all.id}"]`)]) one.hidden = false;
  all.addEventListener("change", () => {
    for (const box of document.querySelectorAll(`[name="${name}"]`)) box.checked = all.checked;
  });
};
