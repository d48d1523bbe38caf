// The tables of the plan: written anew when the plan changes, their times refreshed while the clock runs.
(() => {
  "use strict";
  if (!window.xyRun) return;
  const { plan, clock } = window.xyRun;

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function button(label, name, action) {
    const element = make("button", { type: "button" }, label);
    if (name) element.setAttribute("aria-label", name);
    element.addEventListener("click", action);
    return element;
  }

  function put(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  const time = (moment) => {
    const date = new Date(moment);
    return clock.asClock(date.getHours() * 60 + date.getMinutes());
  };

  /** "3分" or "1分30秒", without a sign. */
  const span = (milliseconds) => {
    const seconds = Math.round(Math.abs(milliseconds) / 1000);
    const minutes = Math.floor(seconds / 60);
    return `${minutes ? `${minutes}分` : ""}${seconds % 60 || !minutes ? `${seconds % 60}秒` : ""}`;
  };

  function groupRow(day, index) {
    const { group } = day.rows[index];
    let minutes = 0;
    for (let at = index; at < day.rows.length && sameGroup(day.rows[at], day.rows[index]); at += 1) minutes += day.rows[at].minutes;
    const head = make("th", { scope: "colgroup", colspan: "5" }, make("a", { href: group.href }, group.title), `（${minutes}分钟）`);
    return make("tr", { class: "xy-run__group" }, head);
  }

  const sameGroup = (one, other) => Boolean(one && other && one.group && other.group && one.group.href === other.group.href);

  function planRow(row, from, to) {
    const what = make("td", {}, make("span", { class: "xy-run__what" }, row.name));
    if (row.note) what.append(make("span", { class: "xy-run__note" }, row.note));
    const element = make("tr", { class: "xy-run__row", "data-xy-kind": row.kind, "data-xy-minutes": row.minutes },
      make("td", {}, `${from}–${to}`), make("td", {}, String(row.minutes)), what, make("td", {}, row.mode), make("td", {}));
    return element;
  }

  /** Write a day's table from the plan; `decorate` may add to a row (the editor's buttons). */
  function draw(index, decorate) {
    const day = plan.days[index];
    const table = plan.tables[index];
    const times = clock.planned(index).map(clock.asClock);
    const body = table.tBodies[0];
    body.textContent = "";
    day.rows.forEach((row, number) => {
      if (row.group && !sameGroup(row, day.rows[number - 1])) body.append(groupRow(day, number));
      const element = planRow(row, times[number], times[number + 1]);
      if (decorate) decorate(element, row, number);
      body.append(element);
    });
    put(table.querySelector(".xy-run__span"), `${times[0]}–${times[times.length - 1]}`);
  }

  function actual(part, running) {
    if (part.over) return `${span(part.ends - part.began)}${part.ends > part.due ? "，超时" : ""}`;
    return running ? "进行中" : "";
  }

  /** Real times for done rows, expected ones for the rest; the plan's own time stays readable beside them. */
  function refresh(now) {
    const rows = [...plan.tables[clock.day].querySelectorAll(".xy-run__row")];
    const planned = clock.planned(clock.day).map(clock.asClock);
    const view = clock.isIdle() ? null : clock.at(now);
    rows.forEach((element, number) => {
      const part = view && view.times[number];
      const isNow = Boolean(part) && clock.isRunning() && number === view.index;
      const extra = clock.extra(number);
      put(element.cells[0], part ? `${time(part.began)}–${time(part.ends)}` : `${planned[number]}–${planned[number + 1]}`);
      put(element.cells[4], part ? `${actual(part, isNow)}${extra ? `（加${extra}分）` : ""}` : "");
      if (isNow) element.setAttribute("aria-current", "step");
      else element.removeAttribute("aria-current");
    });
  }

  window.xyRun.tools = { make, button, put, time, span };
  window.xyRun.table = { draw, refresh };
})();
