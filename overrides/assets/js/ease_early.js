// In the head, before anything is painted: how this reader wanted the pages last time.
(() => {
  "use strict";
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("xy-ease")) || {};
  } catch (error) {
    // Nothing can be remembered here, or something else wrote there: the page is as it comes.
  }
  for (const name of ["size", "contrast", "pointer", "layout"]) {
    if (kept[name]) root.setAttribute(`data-xy-${name}`, String(kept[name]));
  }
  root.classList.add("xy-js");
  // Where a script is missing or breaks off, nothing may wait for it (library.css).
  addEventListener("error", () => root.classList.add("xy-failed"), true);
})();
