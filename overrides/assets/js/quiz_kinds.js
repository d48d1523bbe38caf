// The five kinds of question: what has been answered, and how it is put back. quiz.js does the rest.
(() => {
  "use strict";

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function button(label, action) {
    const element = make("button", { type: "button", class: "xy-button" }, label);
    element.addEventListener("click", action);
    return element;
  }

  // Each kind: `value` is what has been answered, "" while something is missing; `raw` also tells what is half done;
  // `show` puts either back; `lock` ends it.

  function choice(box) {
    const inputs = [...box.querySelectorAll("input")];
    const value = () => inputs.filter((input) => input.checked).map((input) => input.value).join("");
    return {
      value,
      raw: value,
      show: (letters) => inputs.forEach((input) => { input.checked = letters.includes(input.value); }),
      lock: (on) => inputs.forEach((input) => { input.disabled = on; }),
    };
  }

  function match(box) {
    const selects = [...box.querySelectorAll("select")];
    return {
      value: () => (selects.every((select) => select.value) ? selects.map((select) => select.value).join("") : ""),
      raw: () => selects.map((select) => select.value || "-").join(""),
      show: (value) => selects.forEach((select, at) => { select.value = (value[at] || "").replace("-", ""); }),
      lock: (on) => selects.forEach((select) => { select.disabled = on; }),
    };
  }

  function order(box, say) {
    const list = box.querySelector(".xy-order");
    const items = [...list.children];
    const buttons = [];
    const text = (item) => item.querySelector(".xy-order__text").textContent;
    function move(item, by, pressed) {
      const others = [...list.children];
      const to = others.indexOf(item) + by;
      if (to < 0 || to >= others.length) return say(by < 0 ? "已经在最前面" : "已经在最后面");
      list.insertBefore(item, by < 0 ? others[to] : others[to].nextSibling);
      pressed.focus(); // moving an element takes its focus away
      return say(`“${text(item)}”现在排第${to + 1}，共${others.length}项`);
    }
    for (const item of items) {
      for (const [sign, word, by] of [["↑", "上移", -1], ["↓", "下移", 1]]) {
        const one = button(sign, () => move(item, by, one));
        one.setAttribute("aria-label", `${word}“${text(item)}”`);
        buttons.push(one);
        item.append(one);
      }
    }
    const value = () => [...list.children].map((item) => item.dataset.xyLetter).join("");
    return {
      value,
      raw: value,
      show: (wanted) => {
        const letters = wanted ? [...wanted] : items.map((item) => item.dataset.xyLetter);
        list.append(...letters.map((letter) => items.find((item) => item.dataset.xyLetter === letter)));
      },
      lock: (on) => buttons.forEach((one) => { one.hidden = on; }),
    };
  }

  // A scenario's value is the way taken: "BA" is B at the first point, then A. It is whole when an end is reached.
  function scenario(box, say, key) {
    const nodes = [...box.querySelectorAll(".xy-node")];
    const radios = nodes.map((node) => [...node.querySelectorAll("input")]);
    let way = "";
    function walk(letters, visit) {
      let at = 0;
      let score = 0;
      for (const letter of letters) {
        const branch = key.querySelector(`[data-xy-way="${at + 1}${letter}"]`);
        visit(at, branch);
        score += Number(branch.dataset.xyScore);
        at = Number(branch.dataset.xyNext) - 1;
      }
      return { at, score, over: !radios[at].length };
    }
    function draw(plain) {
      for (const told of box.querySelectorAll(".xy-told")) told.remove();
      const seen = new Set();
      const end = walk(way, (at, branch) => {
        seen.add(at);
        const chosen = branch.dataset.xyWay.slice(-1);
        for (const radio of radios[at]) Object.assign(radio, { checked: radio.value === chosen, disabled: true });
        nodes[at].append(make("p", { class: "xy-told" }, `得${branch.dataset.xyScore}分。${branch.lastChild.textContent}`));
      });
      nodes.forEach((node, at) => {
        node.hidden = !plain && at !== end.at && !seen.has(at);
        if (!seen.has(at)) for (const radio of radios[at]) Object.assign(radio, { checked: false, disabled: false });
      });
      return end;
    }
    return {
      value: () => (walk(way, () => {}).over ? way : ""),
      raw: () => way,
      show: (value, plain) => { way = value; draw(plain); },
      lock: () => {},
      score: () => walk(way, () => {}).score,
      step: () => {
        const here = walk(way, () => {});
        const picked = radios[here.at].find((radio) => radio.checked);
        if (!picked) return say("先选一种做法");
        way += picked.value;
        const next = draw().at;
        nodes[next].tabIndex = -1;
        nodes[next].focus();
        return say(nodes[here.at].querySelector(".xy-told").textContent);
      },
    };
  }

  window.xyQuiz = { make, button, kinds: { single: choice, multiple: choice, match, order, scenario } };
})();
