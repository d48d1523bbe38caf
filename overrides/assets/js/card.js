// Two buttons under a method's card: print the card alone on one A4 page, or the whole page.
(function () {
  "use strict";
  const card = document.querySelector(".xy-card[data-xy-method]");
  if (!card) return;
  const root = document.documentElement;
  const WITHOUT_CITES = 3; // sources on a card that cites none

  const made = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };

  const copies = (selector, within) => [...within.querySelectorAll(selector)].map((found) => found.cloneNode(true));

  // The part of the page under a heading, up to the next one.
  function under(id) {
    const part = made("div");
    const heading = document.getElementById(id);
    for (let next = heading && heading.nextElementSibling; next && !/^H[12]$/.test(next.tagName); next = next.nextElementSibling)
      part.append(next.cloneNode(true));
    return part;
  }

  function block(title, parts) {
    if (!parts.length) return "";
    const found = made("section");
    found.append(made("p", "xy-label", title), ...parts);
    return found;
  }

  // A step: its name, who and until when, and whether the editors added it.
  function step(from) {
    const row = made("li");
    row.append(...from.querySelector(".xy-step__name").cloneNode(true).childNodes);
    const told = [...from.children].find((child) => child.matches(".xy-step__facts"));
    const wanted = told ? [...told.children].filter((pair) => /谁|时限/.test(pair.firstElementChild.textContent)) : [];
    row.append(...wanted.map((pair) => `（${pair.firstElementChild.textContent}：${pair.lastElementChild.textContent}）`));
    return row;
  }

  function numbered(rows) {
    const list = made("ol");
    list.append(...rows);
    return rows.length ? [list] : [];
  }

  // The sources that the card cites, by their numbers on the page; the first ones where it cites none.
  function sources(cited) {
    const used = new Set([...cited.querySelectorAll("[data-xy-n]")].map((mark) => Number(mark.dataset.xyN)));
    const all = [...document.querySelectorAll(".xy-sources > li, .xy-references li")].map((row) => row.textContent.trim().replace(/\s+/g, " "));
    const wanted = all.map((text, at) => [at + 1, text]).filter(([number]) => (used.size ? used.has(number) : number <= WITHOUT_CITES));
    return wanted.length ? [made("p", "", wanted.map(([number, text]) => `[${number}]${text}`).join("；"))] : [];
  }

  // A part's name, with its mark in brackets.
  const called = (name) => name.textContent.trim().replace(/\s+(\S+)$/, "（$1）");

  // What goes on the card besides the facts: when, the steps and the parts by name, the sources.
  function sheet() {
    const found = made("div", "xy-sheet");
    const steps = under("steps");
    const parts = [...steps.querySelectorAll(".xy-part > dt")].map(called).join("、");
    const blocks = [
      block("何时用，何时不用", copies(".xy-statements", under("when"))),
      block("步骤", numbered([...steps.querySelectorAll(".xy-step")].map(step))),
      block("组成", parts ? [made("p", "", parts)] : []),
    ];
    found.append(...blocks.filter(Boolean));
    found.append(block("出处", sources(found)));
    const address = location.protocol === "file:" ? `methods/${card.dataset.xyMethod}/` : location.origin + location.pathname;
    found.append(made("p", "xy-sheet__foot", `协商有方，方法卡，编号${card.dataset.xyMethod}，${address}`));
    return found;
  }

  function printCard() {
    const added = sheet();
    card.after(added);
    root.classList.add("xy-only-card");
    const done = () => {
      root.classList.remove("xy-only-card");
      added.remove();
    };
    window.addEventListener("afterprint", done, { once: true });
    window.print();
  }

  const bar = made("div", "xy-actions");
  for (const [text, act] of [["打印方法卡", printCard], ["打印全文", () => window.print()]]) {
    const button = made("button", "", text);
    button.type = "button";
    button.addEventListener("click", act);
    bar.append(button);
  }
  card.after(bar);
})();
