// What the search needs in the page itself. It runs before Material's own script.
(function () {
  "use strict";
  const here = document.currentScript.src;
  const search = (window.xySearch = window.xySearch || {});
  const box = document.querySelector(".md-search");
  const field = document.querySelector(".md-search__input");
  const toggle = document.getElementById("__search");
  if (!box || !field || !toggle) return;

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  }

  // Opened from a folder there are no workers: the same script then runs in the page.
  if (location.protocol === "file:") {
    search.offline = true;
    search.load = (paths) => Promise.all(paths.map((path) => loadScript(new URL(path, here).href)));
    window.Worker = class extends EventTarget {
      constructor(address) {
        super();
        this.ready = loadScript(address);
      }
      postMessage(message) {
        const reply = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
        this.ready.then(() => search.handle(message, reply));
      }
    };
  }

  // Material listens to released keys only; text also comes from input methods, the mouse and the microphone.
  const changed = () => field.dispatchEvent(new Event("keyup"));
  field.addEventListener("input", changed);

  // Filters are words in the query, so that a link to a search holds them too.
  const bar = document.createElement("div");
  bar.className = "xy-filters";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "筛选");
  const word = (name) => new RegExp(`(^|\\s)${name}[:\uff1a](\\S*)`);
  const chosen = (name) => (word(name).exec(field.value) || ["", "", ""])[2];

  function choose(name, value) {
    const rest = field.value.replace(word(name), "").trim();
    field.value = value ? `${rest} ${name}:${value}`.trim() : rest;
    changed();
    show();
  }

  function chip(name, value) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = button.value = value;
    button.addEventListener("click", () => choose(name, chosen(name) === value ? "" : value));
    return button;
  }

  function list(name, values) {
    const select = document.createElement("select");
    select.name = name;
    select.setAttribute("aria-label", name);
    select.append(new Option(`全部${name}`, ""), ...values.map((value) => new Option(value)));
    select.addEventListener("change", () => choose(name, select.value));
    return select;
  }

  function show() {
    for (const button of bar.querySelectorAll("button")) button.setAttribute("aria-pressed", String(chosen("类型") === button.value));
    for (const select of bar.querySelectorAll("select")) select.value = chosen(select.name);
  }

  search.filters = function ({ 类型: kinds, 类别: categories, 级别: levels }) {
    bar.append(...kinds.map((value) => chip("类型", value)), list("类别", categories), list("级别", levels), said);
    show();
  };

  // Results that are only near are said to be so: their scores are below one (see present.js).
  const said = document.createElement("p");
  said.className = "xy-near";
  said.setAttribute("role", "status");
  const results = document.querySelector(".md-search-result__list");
  new MutationObserver(() => {
    const first = results.querySelector("[data-md-score]");
    const near = first !== null && Number(first.dataset.mdScore) < 1;
    said.textContent = near ? "没有完全匹配，以下为相近内容" : "";
    results.parentElement.classList.toggle("xy-only-near", near);
  }).observe(results, { childList: true });

  let asked = null;

  // Present while the search is open; the arrow and letter keys of a filter are its own.
  function opened() {
    if (toggle.checked && !bar.isConnected) document.querySelector(".md-search__output").prepend(bar);
    if (toggle.checked && !asked) asked = loadScript(new URL("../../search/filters.js", here).href);
    if (!toggle.checked) bar.remove();
  }
  toggle.addEventListener("change", opened);
  field.addEventListener("input", show);
  field.addEventListener("focus", () => setTimeout(opened));
  box.addEventListener("keydown", (event) => {
    const toFilters = event.target === field && event.key === "Tab" && !event.shiftKey && bar.isConnected;
    if (toFilters || (bar.contains(event.target) && event.key !== "Escape")) event.stopPropagation();
  });
  opened();
})();
