// Saves each answer while it is written. Without it the buttons of the form save everything.
// Words come from the form's data attributes, so that they are translated where all else is.
(() => {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const WAIT = 2000;
  const LONGEST_WAIT = 60000;
  const BEACON_LIMIT = 60000; // what browsers let go out while a page closes
  const words = form.dataset;
  const whole = form.querySelector("[data-status-all]");
  const timers = new Map();
  const dirty = new Set();
  const busy = new Set();
  let pause = WAIT;
  let retry = 0;

  const parts = [...form.querySelectorAll("[data-question]")];
  const keyOf = (part) => `innspill-draft:${words.draft}:${part.dataset.question}`;
  const fieldsOf = (part) =>
    [...part.querySelectorAll("input[name], textarea[name], select[name]")].filter(
      (field) => field.type !== "file" && !field.dataset.unsaved && !field.name.includes("-note"),
    );
  const revisionOf = (part) => part.querySelector('[name$="-revision"], [name="based_on"]');

  function content(part) {
    const pairs = [];
    for (const field of fieldsOf(part)) {
      const isBox = field.type === "radio" || field.type === "checkbox";
      if (!isBox || field.checked) pairs.push([field.name, field.value]);
    }
    return pairs;
  }

  const typed = (pairs) =>
    JSON.stringify(pairs.filter(([name]) => !name.endsWith("-revision") && name !== "based_on"));

  function keep(part) {
    try {
      localStorage.setItem(keyOf(part), JSON.stringify(content(part)));
    } catch {
      // Full or forbidden storage: the text still stands in the field and is still sent.
    }
  }

  function forget(part) {
    try {
      localStorage.removeItem(keyOf(part));
    } catch {
      // As above.
    }
  }

  function say(part, text, isWarning = false) {
    for (const line of [part && part.querySelector("[data-status]"), whole]) {
      if (!line) continue;
      if (line.textContent !== text) line.textContent = text;
      line.classList.toggle("is-warning", isWarning);
    }
  }

  const body = (part) =>
    new URLSearchParams([...content(part), ["question", part.dataset.question]]);

  async function save(part) {
    if (busy.has(part)) return schedule(part);
    busy.add(part);
    dirty.delete(part);
    const before = typed(content(part));
    say(part, words.saving);
    try {
      const answer = await fetch(words.autosave, { method: "POST", body: body(part) });
      if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
      took(part, await answer.json(), before);
      pause = WAIT;
    } catch {
      dirty.add(part);
      say(part, words.offline, true);
      pause = Math.min(pause * 2, LONGEST_WAIT);
      clearTimeout(retry);
      retry = setTimeout(flush, pause);
    } finally {
      busy.delete(part);
    }
  }

  function took(part, told, before) {
    if (told.state === "closed") return say(part, words.closed, true);
    const isSame = typed(content(part)) === before;
    if (told.state === "collided") return showBoth(part, told);
    revisionOf(part).value = told.revision;
    if (isSame) {
      fillIn(part, told.fields || {});
      forget(part);
    } else keep(part);
    say(part, words.saved.replace("{at}", told.at));
  }

  // What somebody else filled in meanwhile is shown where this page has nothing.
  function fillIn(part, fields) {
    for (const field of fieldsOf(part)) {
      const isText = field.type !== "radio" && field.type !== "checkbox";
      if (isText && !field.value && fields[field.name]) field.value = fields[field.name];
    }
  }

  // Two wrote at once: both texts are shown, and the writer chooses which one goes on.
  function showBoth(part, told) {
    part.querySelector(".collision")?.remove();
    const box = document.createElement("div");
    box.className = "collision";
    box.setAttribute("role", "alert");
    const line = (text, name = "p") => {
      const made = document.createElement(name);
      made.textContent = text;
      box.append(made);
      return made;
    };
    line(words.collided.replace("{by}", told.theirs.by));
    for (const each of told.theirs.lines.join("\n\n").split("\n\n")) line(each).className = "written";
    const choose = (text, act) => {
      const button = line(text, "button");
      button.type = "button";
      button.className = "ds-button";
      button.dataset.variant = "secondary";
      button.dataset.size = "sm";
      button.addEventListener("click", () => {
        box.remove();
        act();
      });
    };
    choose(words.keepMine, () => {
      revisionOf(part).value = told.revision;
      save(part);
    });
    choose(words.useTheirs, () => showAnew(part, told.revision));
    part.querySelector("[data-status]").after(box);
    say(part, "");
  }

  // What stands is fetched with the page, and under an address of its own: on coming back to a
  // page some browsers put what was typed into its fields again. All else is saved first.
  async function showAnew(part, revision) {
    clearTimeout(timers.get(part));
    dirty.delete(part);
    forget(part);
    await Promise.all([...dirty].map(save));
    const address = new URL(location.href);
    address.searchParams.set("utgave", revision);
    address.hash = part.id;
    location.assign(address);
  }

  function schedule(part) {
    clearTimeout(timers.get(part));
    timers.set(part, setTimeout(() => save(part), WAIT));
  }

  function flush() {
    for (const part of dirty) save(part);
  }

  function changed(event) {
    const part = event.target.closest("[data-question]");
    if (!part || !fieldsOf(part).includes(event.target)) return;
    dirty.add(part);
    keep(part);
    schedule(part);
  }

  // The page goes away: what is unsaved is sent along, or stays on this machine till next time.
  function leave() {
    for (const part of dirty) {
      const sent = body(part);
      if (sent.toString().length > BEACON_LIMIT) continue;
      fetch(words.autosave, { method: "POST", body: sent, keepalive: true }).catch(() => {});
    }
  }

  function restore(part) {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem(keyOf(part)) || "null");
    } catch {
      return;
    }
    if (!Array.isArray(kept)) return;
    if (typed(kept) === typed(content(part))) return forget(part);
    const values = new Map();
    for (const [name, value] of kept) values.set(name, [...(values.get(name) || []), value]);
    const places = new Map();
    for (const field of fieldsOf(part)) {
      const all = values.get(field.name) || [];
      if (field.type === "radio" || field.type === "checkbox") {
        field.checked = all.includes(field.value);
        continue;
      }
      const place = places.get(field.name) || 0;
      places.set(field.name, place + 1);
      if (all[place] !== undefined) field.value = all[place];
    }
    dirty.add(part);
    save(part).then(() => {
      if (!part.querySelector(".collision")) say(part, words.restored);
    });
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("focusout", (event) => {
    const part = event.target.closest("[data-question]");
    if (part && dirty.has(part)) save(part);
  });
  form.addEventListener("submit", () => {
    // The buttons save everything themselves; until the next page is here, all is kept.
    for (const timer of timers.values()) clearTimeout(timer);
    dirty.clear();
  });
  window.addEventListener("online", flush);
  window.addEventListener("pagehide", leave);
  if (whole) whole.textContent = words.start;
  parts.forEach(restore);
})();
