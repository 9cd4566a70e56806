// A button beside each link that copies it. Without it the link can be marked and copied by hand.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  for (const place of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ds-button";
    button.dataset.variant = "secondary";
    button.dataset.size = "sm";
    button.textContent = place.dataset.copy;
    const told = document.createElement("span");
    told.className = "small quiet";
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(place.querySelector("input").value);
      told.textContent = place.dataset.copied;
    });
    place.append(button, told);
  }
})();
