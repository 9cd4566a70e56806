// Divides an answer into comments: edges between pieces are dragged with the mouse or moved word by
// word with the arrow keys, and a piece is cut where the cursor stands. Without it the same is done
// by buttons between the sentences.
(() => {
  "use strict";
  const page = document.querySelector("[data-dividing]");
  if (!page) return;
  const words = page.dataset;
  const PART = { "X-Innspill-Part": "place" };
  // Python counts characters, JavaScript halves of some of them.
  const signs = (text) => Array.from(text);

  const piecesOf = (section) =>
    [...section.querySelectorAll("[data-piece]")].map((element) => ({
      element,
      text: element.querySelector("[data-words]"),
      start: Number(element.dataset.start),
      end: Number(element.dataset.end),
      kind: element.dataset.kind,
    }));

  // One thing at a time: what is pressed meanwhile would speak of pieces that are gone.
  const send = async (section, form, fields, focus) => {
    if (section.hasAttribute("aria-busy")) return;
    section.setAttribute("aria-busy", "true");
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body, headers: PART, redirect: "manual" });
    } catch {
      answer = { ok: false };
    }
    if (!answer.ok) return again(form, fields);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = found.querySelector("[data-divided]");
    section.replaceWith(fresh);
    prepare(fresh);
    const target = fresh.querySelectorAll(focus.selector)[focus.index];
    if (target) target.focus();
    if (window.countLeft) window.countLeft();
  };

  // What is refused is sent again as a form, so that the page says why.
  const again = (form, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      form.append(field);
    }
    form.submit();
  };

  const starts = (text, from, to) => {
    const found = [];
    for (let at = from + 1; at < to; at += 1) {
      if (text[at].trim() && !text[at - 1].trim()) found.push(at);
    }
    return found;
  };

  // How far into the piece's text a place of the page is, in characters.
  const offsetIn = (element, node, offset) => {
    const before = document.createRange();
    before.selectNodeContents(element);
    before.setEnd(node, offset);
    return signs(before.toString()).length;
  };

  const caretAt = (x, y) => {
    if (document.caretPositionFromPoint) {
      const found = document.caretPositionFromPoint(x, y);
      return found && [found.offsetNode, found.offset];
    }
    const range = document.caretRangeFromPoint(x, y);
    return range && [range.startContainer, range.startOffset];
  };

  const edge = (section, text, pieces, index) => {
    const [above, below] = [pieces[index], pieces[index + 1]];
    const places = starts(text, above.start, below.end);
    const first = below.start;
    let at = first;
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = "edge";
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", words.edge);
    handle.title = words.edgeTold;
    handle.setAttribute("aria-valuemin", "1");
    handle.setAttribute("aria-valuemax", String(Math.max(1, places.length)));

    const say = () => {
      const next = text.slice(at, at + 40).join("").split(/\s/)[0];
      handle.setAttribute("aria-valuenow", String(Math.max(0, places.indexOf(at)) + 1));
      handle.setAttribute("aria-valuetext", words.edgeAt.replace("%s", next));
    };
    const show = () => {
      above.text.textContent = text.slice(above.start, at).join("").trimEnd();
      below.text.textContent = text.slice(at, below.end).join("");
      say();
    };
    const save = () => {
      if (at === first) return;
      const form = above.element.querySelector("form");
      const cuts = pieces.map((piece) => {
        const start = piece === below ? at : piece.start;
        const end = piece === above ? at : piece.end;
        return `${start}-${end}:${piece.kind}`;
      });
      handle.disabled = true;
      send(section, form, { cuts: cuts.join(",") }, { selector: ".edge", index });
    };
    const step = (by) => {
      const now = places.indexOf(at);
      at = places[Math.min(Math.max(now + by, 0), places.length - 1)];
      show();
    };
    const keys = {
      ArrowLeft: () => step(-1),
      ArrowUp: () => step(-1),
      ArrowRight: () => step(1),
      ArrowDown: () => step(1),
      Enter: save,
      Escape: () => {
        at = first;
        show();
      },
    };
    handle.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    });
    handle.addEventListener("blur", () => {
      if (!handle.classList.contains("moving")) save();
    });
    drag(handle, {
      to: (x, y) => {
        const found = caretAt(x, y);
        const piece = found && [above, below].find((one) => one.text.contains(found[0]));
        if (!piece) return;
        const wanted = piece.start + offsetIn(piece.text, ...found);
        at = places.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a), first);
        document.getSelection().collapse(...found);
      },
      done: () => {
        show();
        save();
      },
    });
    say();
    above.element.append(handle);
  };

  const drag = (handle, { to, done }) => {
    handle.addEventListener("pointerdown", (down) => {
      if (down.button) return;
      handle.classList.add("moving");
      const move = (event) => {
        event.preventDefault();
        to(event.clientX, event.clientY);
      };
      const up = () => {
        document.removeEventListener("pointermove", move);
        handle.classList.remove("moving");
        document.getSelection().removeAllRanges();
        done();
      };
      document.addEventListener("pointermove", move);
      document.addEventListener("pointerup", up, { once: true });
      document.addEventListener("pointercancel", up, { once: true });
    });
  };

  const prepare = (section) => {
    const text = signs(section.dataset.text);
    const pieces = piecesOf(section);
    for (let index = 0; index + 1 < pieces.length; index += 1) edge(section, text, pieces, index);
    for (const form of section.querySelectorAll("[data-part]")) {
      form.addEventListener("submit", (event) => {
        const button = event.submitter;
        if (!button) return;
        event.preventDefault();
        const element = form.closest("[data-piece]");
        const index = element ? pieces.findIndex((piece) => piece.element === element) : 0;
        send(section, form, { [button.name]: button.value }, { selector: "[data-piece]", index });
      });
    }
  };

  const cut = document.createElement("button");
  cut.type = "button";
  cut.className = "ds-button cut-here";
  cut.hidden = true;
  cut.textContent = words.cutHere;
  page.append(cut);
  let cursor = null;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const node = selection && selection.isCollapsed ? selection.anchorNode : null;
    const element = node && (node instanceof Element ? node : node.parentElement);
    const text = element && element.closest("[data-words]");
    cursor = null;
    if (text && !document.querySelector(".edge.moving")) {
      const within = signs(text.textContent);
      let at = offsetIn(text, node, selection.anchorOffset);
      while (at > 0 && at < within.length && within[at - 1].trim()) at -= 1;
      if (at > 0 && at < within.length) cursor = { text, at };
    }
    cut.hidden = !cursor;
  });
  const cutThere = () => {
    if (!cursor) return;
    const form = cursor.text.closest("form");
    const section = form.closest("[data-divided]");
    const piece = form.closest("[data-piece]");
    const index = [...section.querySelectorAll("[data-piece]")].indexOf(piece);
    send(section, form, { split: cursor.at }, { selector: ".edge", index });
    cursor = null;
    cut.hidden = true;
  };
  // A button that took the focus would end the selection before it is read.
  cut.addEventListener("mousedown", (event) => event.preventDefault());
  cut.addEventListener("click", cutThere);
  document.addEventListener("keydown", (event) => {
    const off = document.querySelector("#merknadstaster:not(:checked)");
    if (event.key !== "d" || off || cut.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    cutThere();
  });

  for (const section of document.querySelectorAll("[data-divided]")) prepare(section);
})();
