// The case library lists what was found thirty at a time: a browser lays out thirty rows at once, not five thousand.
// On paper, in the downloads and without scripts everything is there.
(() => {
  "use strict";
  const table = document.querySelector("table[data-facets]");
  if (!table) return;
  const body = table.tBodies[0];
  const STEP = 30;
  let limit = STEP;

  function button(action) {
    const element = document.createElement("button");
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  function list() {
    let found = 0;
    for (const row of body.children) {
      const out = row.hasAttribute("data-out");
      if (!out) found += 1;
      const later = out || found > limit;
      if (row.classList.contains("xy-later") !== later) row.classList.toggle("xy-later", later);
    }
    bar.hidden = found <= limit;
    said.textContent = `现在列出前${limit}件，还有${found - limit}件。`;
    more.textContent = `再列${Math.min(STEP, found - limit)}件`;
    all.textContent = `全部列出（${found}件）`;
  }

  // The reader goes on at the first row that was not there before.
  function raise(number) {
    const next = body.querySelector("tr.xy-later:not([data-out])");
    limit = number;
    list();
    next.querySelector("a").focus();
  }

  const said = document.createElement("p");
  const more = button(() => raise(limit + STEP));
  const all = button(() => raise(body.children.length));
  const bar = document.createElement("div");
  bar.className = "xy-library__more";
  bar.append(said, more, all);
  table.parentElement.after(bar);
  table.addEventListener("xy-chosen", () => {
    limit = STEP;
    list();
    table.classList.add("xy-listed");
  });
})();
