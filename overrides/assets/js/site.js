// Small courtesies. Every page reads the same without them.

// The front page's large field opens Material's search; without script it leads to the methods.
for (const door of document.querySelectorAll("a.xy-searchdoor")) {
  door.addEventListener("click", (event) => {
    const toggle = document.getElementById("__search");
    const field = document.querySelector(".md-search__input");
    if (!toggle || !field) return;
    event.preventDefault();
    if (!toggle.checked) toggle.click();
    field.focus();
  });
}

// Opened from a folder, a link to a directory would show its list of files.
const named = (event) => {
  const link = event.target.closest && event.target.closest("a[href]");
  if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
};
if (location.protocol === "file:") {
  for (const link of document.links) named({ target: link });
  for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, named, true); // links that come later
}

// A table written in Markdown may be wider than a phone: let the keyboard scroll it too.
// This runs before Material wraps such tables in a box that no key can reach.
for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
  const box = document.createElement("div");
  box.className = "xy-scroll";
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", `表格${[...document.querySelectorAll(".xy-scroll")].length + 1}，可左右滚动`);
  table.className = "xy-table";
  table.replaceWith(box);
  box.append(table);
}
