// The list of a role: what is ticked stays in this browser, with the day it was done.
(() => {
  "use strict";
  const DAY = /^\d{4}-\d\d-\d\d$/;

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function kept(name) {
    try {
      const told = JSON.parse(localStorage.getItem(name)) || {};
      return Object.fromEntries(Object.entries(told).filter(([, day]) => DAY.test(day)));
    } catch (error) {
      return {}; // storage is off, or holds something else
    }
  }

  function keep(name, done) {
    try {
      localStorage.setItem(name, JSON.stringify(done));
      return true;
    } catch (error) {
      return false;
    }
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "xy-button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  for (const path of document.querySelectorAll(".xy-path")) {
    // A step is known by what it says: after a change of the list nothing else is ticked in its place.
    const boxes = [...path.querySelectorAll("input[type=checkbox]")];
    const steps = boxes.map((box) => box.closest("li"));
    const words = steps.map((step) => step.querySelector("p").textContent.trim());
    const name = `xy-path:${path.dataset.xyPath}`;
    const state = path.querySelector(".xy-path__state");
    let done = kept(name);

    function show() {
      boxes.forEach((box, index) => {
        const day = done[words[index]];
        box.checked = Boolean(day);
        box.nextElementSibling.textContent = day ? `${day}完成` : "完成";
      });
      const count = boxes.filter((box) => box.checked).length;
      state.textContent = `共${boxes.length}步，完成${count}步。`;
    }

    boxes.forEach((box, index) => {
      box.setAttribute("aria-label", `完成：${words[index]}`);
      box.addEventListener("change", () => {
        if (box.checked) done[words[index]] = today();
        else delete done[words[index]];
        show();
        if (!keep(name, done)) state.textContent += "这个浏览器不让保存，关掉页面就没有了，请先导出。";
      });
    });

    const rows = () => [
      ["步骤", "自己检查", "完成日期"],
      ...words.map((text, index) => [text, steps[index].querySelector(".xy-note").textContent.trim(), done[text] || ""]),
    ];
    const bar = document.createElement("p");
    bar.className = "xy-path__tools";
    bar.append(
      button("打印自学记录", () => print()),
      button("导出记录（CSV）", () => window.xyFiles.save(`${path.dataset.xyPath}-zixue.csv`, "text/csv", window.xyFiles.csv(rows()))),
      button("全部清掉", () => {
        if (!confirm("清掉全部打勾？")) return;
        done = {};
        keep(name, done);
        show();
      }),
    );
    path.append(bar);
    show();
  }
})();
