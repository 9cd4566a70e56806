// Text pasted from Word keeps its paragraphs and lists: blank lines between, bullets in front.
(() => {
  "use strict";
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, blockquote, tr";

  function textOf(html) {
    // A document made this way runs no scripts and loads nothing.
    const read = new DOMParser().parseFromString(html, "text/html");
    for (const unseen of read.querySelectorAll("style, script, title, head")) unseen.remove();
    const blocks = [...read.body.querySelectorAll(BLOCKS)].filter(
      (block) => !block.querySelector(BLOCKS),
    );
    if (blocks.length < 2) return "";
    const lines = blocks.map((block) => {
      for (const stop of block.querySelectorAll("br")) stop.replaceWith("\n");
      // The cells of a table row stay apart.
      for (const cell of block.querySelectorAll("td + td, th + td, td + th, th + th")) cell.prepend(" | ");
      const text = block.textContent
        .replace(/[ \t\u00a0\r]*\n[ \t\u00a0\r]*/g, block.querySelector("br") ? "\n" : " ")
        .replace(/[ \t\u00a0]+/g, " ")
        .trim();
      return { isItem: block.closest("li") !== null, text };
    });
    let made = "";
    let before = null;
    for (const line of lines.filter(({ text }) => text)) {
      if (before) made += before.isItem && line.isItem ? "\n" : "\n\n";
      made += line.isItem ? `• ${line.text}` : line.text;
      before = line;
    }
    return made;
  }

  document.addEventListener("paste", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement) || !event.clipboardData) return;
    const text = textOf(event.clipboardData.getData("text/html"));
    if (!text) return;
    event.preventDefault();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
