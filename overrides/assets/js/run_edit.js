// One's own plan: other minutes, another order, rows more and less. The address keeps it; nothing is sent anywhere.
(() => {
  "use strict";
  if (!window.xyRun) return;
  const { plan, clock, table, tools } = window.xyRun;
  const { make, button, put } = tools;
  const boxes = [];

  function change(index, focus) {
    plan.store();
    clock.choose(index);
    drawDay(index);
    const again = focus && plan.tables[index].querySelector(focus);
    if (again) again.focus();
    window.xyRun.changed();
  }

  function move(index, from, to) {
    const { rows } = plan.days[index];
    const [row] = rows.splice(from, 1);
    rows.splice(to, 0, row);
    change(index, `[data-xy-at="${to}"] [data-xy-act="${to < from ? "up" : "down"}"]`);
  }

  function remove(index, at) {
    plan.days[index].rows.splice(at, 1);
    change(index, `[data-xy-at="${Math.min(at, plan.days[index].rows.length - 1)}"] [data-xy-act="remove"]`);
  }

  function act(name, label, row, isOff, action) {
    const element = button(label, `${label}：${row.name}`, action);
    element.dataset.xyAct = name;
    element.disabled = isOff;
    return element;
  }

  function decorated(index) {
    return (element, row, at) => {
      const last = plan.days[index].rows.length - 1;
      const minutes = make("input", { type: "number", min: "1", max: "240", value: row.minutes, "aria-label": `分钟：${row.name}` });
      minutes.addEventListener("change", () => {
        if (!plan.isLength(Number(minutes.value))) { minutes.value = row.minutes; return; }
        row.minutes = Number(minutes.value);
        change(index, `[data-xy-at="${at}"] input`);
      });
      element.dataset.xyAt = at;
      element.cells[1].textContent = "";
      element.cells[1].append(minutes);
      element.cells[2].append(make("span", { class: "xy-run__acts" },
        act("up", "上移", row, at === 0, () => move(index, at, at - 1)),
        act("down", "下移", row, at === last, () => move(index, at, at + 1)),
        act("remove", "删除", row, last === 0, () => remove(index, at))));
    };
  }

  function drawDay(index) {
    table.draw(index, boxes[index].open ? decorated(index) : null);
  }

  function addForm(index) {
    const name = make("input", { type: "text", maxlength: "60", autocomplete: "off" });
    const minutes = make("input", { type: "number", min: "1", max: "240", value: "10" });
    const start = make("input", { type: "time", value: plan.days[index].start });
    start.addEventListener("change", () => {
      if (!plan.isClock(start.value)) { start.value = plan.days[index].start; return; }
      plan.days[index].start = start.value;
      change(index);
    });
    const add = button("加到末尾", "", () => {
      if (!name.value.trim() || !plan.isLength(Number(minutes.value))) { name.focus(); return; }
      plan.days[index].rows.push(plan.newRow(name.value.trim(), Number(minutes.value)));
      name.value = "";
      change(index);
      name.focus();
    });
    const again = button("恢复原来的流程", "", () => { plan.reset(); plan.tables.forEach((_, day) => drawDay(day)); clock.choose(index); start.value = plan.days[index].start; window.xyRun.changed(); });
    return make("div", { class: "xy-run__form" }, make("label", {}, "开始 ", start), make("label", {}, "新的一行 ", name),
      make("label", {}, "分钟 ", minutes), add, again);
  }

  function editorOf(index) {
    const form = addForm(index);
    const box = { open: false };
    const hint = make("p", { class: "xy-note" }, "改过的流程写在地址栏里：收藏或者复制网址，就能带走、发给同事。");
    const toggle = button("改这一天的流程", "", () => {
      box.open = !box.open;
      drawDay(index);
      show();
      window.xyRun.changed();
    });
    function show() {
      toggle.setAttribute("aria-expanded", String(box.open));
      form.hidden = !box.open;
      hint.hidden = !box.open;
      put(toggle, box.open ? "改好了" : "改这一天的流程");
      plan.tables[index].classList.toggle("xy-run__table--edit", box.open);
    }
    box.show = () => {
      const busy = index === clock.day && !clock.isIdle();
      if (busy && box.open) { box.open = false; drawDay(index); }
      toggle.disabled = busy;
      toggle.title = busy ? "正在计时，清除计时以后再改" : "";
      show();
    };
    plan.tables[index].parentElement.after(make("div", { class: "xy-run__edit xy-noprint" }, toggle, form, hint));
    return box;
  }

  plan.tables.forEach((_, index) => { boxes.push(editorOf(index)); });
  plan.tables.forEach((_, index) => { drawDay(index); });
  window.xyRun.edit = { show: () => boxes.forEach((box) => box.show()) };
})();
