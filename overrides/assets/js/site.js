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
