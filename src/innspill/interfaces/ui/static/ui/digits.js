// Lets a digit press the button that bears it, and 0 go to the field for another name. Without it
// every button works as it is.
(() => {
  "use strict";
  const place = document.querySelector("[data-keys]");
  if (!place) return;
  const isMeant = window.singleKeys(place, "innspill-digits", "talltaster");
  let pressed = false;
  document.addEventListener("keydown", (event) => {
    if (pressed || !isMeant(event)) return;
    if (event.key === "0") {
      event.preventDefault();
      document.getElementById("id_annet-written").focus();
      return;
    }
    const button = document.querySelector(`[data-digit="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    pressed = true;
    button.click();
  });
})();
