// An address that names an entry opens it.
(function () {
  "use strict";
  function unfold() {
    const name = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const entry = name && name.nextElementSibling;
    if (!entry || !entry.matches("details.xy-term")) return;
    entry.open = true;
    name.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  unfold();
})();
