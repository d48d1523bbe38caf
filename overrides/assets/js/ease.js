// Large text, high contrast, a large pointer, a plain page. The choices are attributes of <html>; ease.css does the rest.
(() => {
  "use strict";
  const root = document.documentElement;
  const door = document.querySelector(".xy-ease__door");
  const panel = document.getElementById("xy-ease");
  const said = document.querySelector(".xy-ease__said");
  const buttons = [...panel.querySelectorAll("[data-xy-set]")];
  const names = [...new Set(buttons.map((button) => button.dataset.xySet))];
  const chosen = (name) => root.getAttribute(`data-xy-${name}`) || "";

  function choose(name, value) {
    if (value) root.setAttribute(`data-xy-${name}`, value);
    else root.removeAttribute(`data-xy-${name}`);
  }

  function show() {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(chosen(button.dataset.xySet) === button.value));
    }
  }

  function keep() {
    show();
    const state = Object.fromEntries(names.map((name) => [name, chosen(name)]).filter(([, value]) => value));
    try {
      localStorage.setItem("xy-ease", JSON.stringify(state));
    } catch (error) {
      said.textContent = "这个浏览器不让记住设置，换一页要再选一次";
    }
  }

  function open(wanted) {
    panel.hidden = !wanted;
    door.setAttribute("aria-expanded", String(wanted));
    said.textContent = "";
  }

  function close() {
    const inside = panel.contains(document.activeElement);
    open(false);
    if (inside) door.focus();
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const name = button.dataset.xySet;
      const again = button.value && chosen(name) === button.value;
      choose(name, again ? "" : button.value);
      keep();
    });
  }
  panel.querySelector("[data-xy-reset]").addEventListener("click", () => {
    for (const name of names) choose(name, "");
    said.textContent = "已恢复默认";
    keep();
  });
  panel.querySelector("[data-xy-close]").addEventListener("click", close);
  panel.querySelector("[data-xy-read]").addEventListener("click", close); // it would lie over what is read
  door.addEventListener("click", () => (panel.hidden ? open(true) : close()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
  });
  document.addEventListener("click", (event) => {
    if (!panel.hidden && !event.target.closest(".xy-ease")) open(false);
  });
  show();
})();
