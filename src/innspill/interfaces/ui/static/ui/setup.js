// Dragging a question presses the same route as its buttons: without this script nothing is lost.
"use strict";

(() => {
  const list = document.querySelector(".question-list[data-move]");
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  if (!list || !token) return;
  let dragged = null;

  const items = () => [...list.children];

  const clear = () => items().forEach((item) => item.classList.remove("over"));

  const send = async (item, place) => {
    const answer = await fetch(item.dataset.address, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": token.value },
      body: new URLSearchParams({ plass: String(place) }),
    });
    if (answer.ok) document.getElementById("flyttet").textContent = list.dataset.move;
    // The server numbers the questions anew and says what it could not do.
    window.location.reload();
  };

  for (const item of items()) {
    item.draggable = true;
    item.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", item.dataset.question);
    });
    item.addEventListener("dragover", (event) => {
      if (!dragged || dragged === item) return;
      event.preventDefault();
      clear();
      item.classList.add("over");
    });
    item.addEventListener("dragend", () => {
      dragged = null;
      clear();
    });
    item.addEventListener("drop", (event) => {
      event.preventDefault();
      clear();
      if (!dragged || dragged === item) return;
      // It takes the place of the one it is dropped on, so that it can become the last one too.
      send(dragged, items().indexOf(item));
    });
  }
})();
