// Holds the claim on what is being decided while its form is open, and lets go of it when one leaves.
// Without it the claim runs out by itself after some minutes. It never stands in the way of a save.
(() => {
  "use strict";
  const EVERY = 180000;
  let place = document.querySelector("[data-claim]");
  if (!place) return;
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]");
  const body = (word) => {
    const said = new FormData();
    if (token()) said.set("csrfmiddlewaretoken", token().value);
    said.set("tilbake", location.pathname + location.search);
    if (word) said.set(word, "1");
    return said;
  };
  const renew = async () => {
    if (document.hidden || !("mine" in place.dataset)) return;
    try {
      const answer = await fetch(place.dataset.claim, {
        method: "POST", body: body(""), headers: { "X-Innspill-Part": "claim" }, redirect: "manual",
      });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-claim]");
      if (!fresh || place.contains(document.activeElement)) return;
      place.replaceWith(fresh);
      place = fresh;
    } catch {
      // The next turn tries again; until then others may see it free.
    }
  };
  setInterval(renew, EVERY);
  // Soon once, for the page that one came from lets go while this one is on its way.
  setTimeout(renew, 2000);
  document.addEventListener("visibilitychange", renew);
  addEventListener("pagehide", () => {
    if ("mine" in place.dataset) navigator.sendBeacon(place.dataset.claim, body("slipp"));
  });
})();
