// The year on paper: twelve months with their meetings, and everything that must be done by date.
const xyYearShow = (() => {
  "use strict";
  const top = new URL("../../", document.currentScript.src).href;
  const HEADS = ["日期", "要做的事", "谁做", "依据"];
  const index = location.protocol === "file:" ? "index.html" : "";

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  const badge = (voice) => make("span", { class: `xy-badge xy-badge--${voice === "编者建议" ? "editor" : "source"}` }, voice);

  function meeting(one) {
    const day = one.day === null ? "日子没有定" : `${xyDays.parts(one.day).date}日，${xyDays.weekday(one.day)}`;
    const told = [one.topic, one.who].filter(Boolean).join("，");
    return make("li", {}, make("strong", {}, `${day}：${one.name}`), told ? `　${told}` : "");
  }

  function month(number, meetings, tasks) {
    const held = meetings.filter((one) => one.month === number).sort((one, other) => (one.day || Infinity) - (other.day || Infinity));
    const body = held.length ? make("ul", { class: "xy-list" }, ...held.map(meeting)) : make("p", { class: "xy-note" }, "没有排会");
    const count = tasks.filter((one) => xyDays.parts(one.day).month === number).length;
    return make("section", { class: "xy-year__month", "aria-label": `${number}月` }, make("p", { class: "xy-label" }, `${number}月`), body,
      ...(count ? [make("p", { class: "xy-note" }, `要办的事${count}件`)] : []));
  }

  function row(one) {
    const note = (...said) => make("span", { class: "xy-year__note" }, ...said);
    const of = `${one.told}，${one.meeting.name}${one.meeting.topic ? `：${one.meeting.topic}` : ""}`;
    const form = one.form ? [note("用", make("a", { href: `${top}forms/${one.form}/${index}` }, one.title))] : [];
    const cells = [[`${xyDays.iso(one.day)}，${xyDays.weekday(one.day)}`], [one.name, note(of), ...form], [one.who || "没有写"], [badge(one.voice), note(one.note)]];
    return make("tr", {}, ...cells.map((parts, n) => (n ? make("td", { "data-label": HEADS[n] }, ...parts) : make("th", { scope: "row" }, ...parts))));
  }

  function table(tasks) {
    const whole = make("table", { class: "xy-table xy-table--stack" }, make("caption", {}, "要办的事，按日期"),
      make("thead", {}, make("tr", {}, ...HEADS.map((head) => make("th", { scope: "col" }, head)))), make("tbody", {}, ...tasks.map(row)));
    return make("div", { class: "xy-scroll", role: "region", tabindex: "0", "aria-label": "要办的事，可以左右移动" }, whole);
  }

  /** Everything anew; `host` is emptied first. */
  function show(host, plan, state, meetings, tasks) {
    const inYear = tasks.filter((one) => xyDays.parts(one.day).year === state.year);
    const open = meetings.filter((one) => !one.month);
    host.textContent = "";
    host.append(make("p", { class: "xy-year__title" }, `${state.year}年协商日历：${plan.title}`),
      make("div", { class: "xy-year__months" }, ...Array.from({ length: 12 }, (_, n) => month(n + 1, meetings, inYear))));
    if (open.length) host.append(make("p", {}, make("strong", {}, `还没有排的（${open.length}）：`), open.map((one) => (one.topic ? `${one.name}：${one.topic}` : one.name)).join("、")));
    host.append(tasks.length ? table(tasks) : make("p", { class: "xy-note" }, "还没有一场定下日子，算不出要办的事。"));
  }

  return { make, badge, show };
})();
