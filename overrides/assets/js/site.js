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

// Material's search takes the last character off every run of Han: 双评 looks for 双 alone.
// Asking for each character on its own, and for all of them, finds what was typed.
const post = Worker.prototype.postMessage;
const QUERY = 2; // the type of message that carries what was typed
Worker.prototype.postMessage = function (message, ...rest) {
  const typed = message?.type === QUERY && typeof message.data === "string";
  const data = typed && message.data.replaceAll('"', " ").replace(/\p{sc=Han}/gu, " +$& ");
  return post.call(this, typed ? { ...message, data } : message, ...rest);
};
