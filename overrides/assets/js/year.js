// The year's calendar: choose a pattern, put its meetings into the year, take the calendar away. Nothing is sent.
const xyYear = (() => {
  "use strict";
  const host = document.querySelector("[data-xy-year]");
  const script = document.currentScript.src;
  const part = (name) => document.querySelector(`[data-xy-year-${name}]`);
  const two = (n) => String(n).padStart(2, "0");
  const { make, badge, show } = xyYearShow;
  const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  let plans;
  let state;

  const fileName = (end) => `${state.year}年协商日历.${end}`;

  function labelled(label, field) {
    return make("label", { class: "xy-year__label" }, make("span", {}, label), field);
  }

  function keep(key, field, value) {
    const one = Object.assign({ on: "", topic: "", who: "" }, state.set[key], { [field]: value });
    take(Object.assign({}, state, { set: Object.assign({}, state.set, { [key]: one }) }));
  }

  function text(meeting, label, field, length) {
    const input = make("input", { type: "text", maxlength: length, autocomplete: "off" });
    input.value = meeting[field];
    input.addEventListener("change", () => keep(meeting.key, field, input.value));
    return labelled(label, input);
  }

  // A month alone is a plan, too; the day comes when the hall is booked.
  function when(meeting) {
    const month = make("select", {}, ...["没有排", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => make("option", { value: n > 0 ? two(n) : "" }, n > 0 ? `${n}月` : n)));
    const date = make("select", {}, make("option", { value: "" }, "没有定"));
    month.value = meeting.month ? two(meeting.month) : "";
    for (let n = 1; meeting.month && n <= xyDays.lastOf(state.year, meeting.month); n += 1) {
      date.append(make("option", { value: two(n) }, `${n}日，${xyDays.weekday(xyDays.day(state.year, meeting.month, n))}`));
    }
    date.disabled = !meeting.month;
    date.value = meeting.day === null ? "" : two(xyDays.parts(meeting.day).date);
    month.addEventListener("change", () => { keep(meeting.key, "on", month.value && date.value ? `${month.value}-${date.value}` : month.value); draw(meeting.key, 0); });
    date.addEventListener("change", () => keep(meeting.key, "on", date.value ? `${month.value}-${date.value}` : month.value));
    return [labelled("月份", month), labelled("日子", date)];
  }

  function row(meeting) {
    return make("div", { class: "xy-year__row", role: "group", "aria-label": meeting.name, "data-xy-year-row": meeting.key },
      make("p", { class: "xy-year__name" }, meeting.name), ...when(meeting), text(meeting, "议题", "topic", 120), text(meeting, "承办单位", "who", 60));
  }

  function slot(one, meetings) {
    const number = make("input", { type: "number", min: 0, max: 60, step: 1, inputmode: "numeric" });
    number.value = plans.count(plans.byId(state.plan), one, state.counts);
    number.addEventListener("change", () => {
      take(Object.assign({}, state, { counts: Object.assign({}, state.counts, { [one.id]: number.value }) }));
      draw(one.id, -1);
    });
    return make("fieldset", { class: "xy-year__slot", "data-xy-year-slot": one.id }, make("legend", {}, [...one.rank, one.name].join(" ")),
      make("p", { class: "xy-note" }, `原文的次数：${one.told}　`, badge(one.voice), one.note ? `　${one.note}` : ""),
      labelled("本地几次", number), ...meetings.map(row));
  }

  // All fields anew; the one that was being filled in gets the focus back.
  function draw(key, field) {
    const meetings = plans.meetings(state);
    part("plan").value = state.plan;
    part("year").value = state.year;
    part("about").textContent = plans.byId(state.plan).summary;
    part("slots").textContent = "";
    part("slots").append(...plans.byId(state.plan).slots.map((one) => slot(one, meetings.filter((other) => other.slot === one))));
    const again = key && document.querySelector(field < 0 ? `[data-xy-year-slot="${key}"] input` : `[data-xy-year-row="${key}"] select`);
    if (again) again.focus();
  }

  function said(meetings) {
    const dated = meetings.filter((one) => one.day !== null).length;
    const month = meetings.filter((one) => one.month && one.day === null).length;
    return `共${meetings.length}场：定了日子${dated}场，只定了月份${month}场，还没有排${meetings.length - dated - month}场。`;
  }

  /** Another state: looked at, kept in the address, shown. */
  function take(given) {
    state = plans.sound(given, new Date().getFullYear());
    const meetings = plans.meetings(state);
    history.replaceState(history.state, "", plans.toHash(state));
    part("said").textContent = said(meetings);
    show(part("paper"), plans.byId(state.plan), state, meetings, plans.tasks(state));
  }

  function book() {
    const meetings = plans.meetings(state).map((one) => [one.day === null ? (one.month ? `${one.month}月` : "没有排") : one.day, one.name, one.topic, one.who, one.slot.told, one.slot.voice]);
    const tasks = plans.tasks(state).map((one) => [one.day, one.name, one.meeting.name, one.told, one.who, one.title, [one.voice, one.note].filter(Boolean).join("，")]);
    const gaps = plans.byId(state.plan).gaps.map((gap) => [gap]);
    return xySheet.book([
      { name: "会", heads: [["日期", 12], ["会", 30], ["议题", 36], ["承办单位", 18], ["次数照原文", 18], ["依据", 16]], rows: meetings },
      { name: "要办的事", heads: [["日期", 12], ["要做的事", 40], ["哪一场", 28], ["什么时候", 16], ["谁做", 16], ["表单", 18], ["依据", 22]], rows: tasks },
      { name: "原文没有交代", heads: [["原文没有交代", 80]], rows: gaps },
    ]);
  }

  function ics() {
    const meetings = plans.meetings(state);
    const month = meetings.filter((one) => one.month && one.day === null).length;
    xyFiles.save(fileName("ics"), "text/calendar", xyIcs.calendar(plans.byId(state.plan), state, meetings, plans.tasks(state)));
    part("said").textContent = `${said(meetings)}做好了日历文件。${month ? `只定了月份的${month}场没有写进去。` : ""}`;
  }

  async function open(file) {
    const given = file && plans.fromFile(await file.text());
    if (file && !given) part("said").textContent = "这个文件不是从这一页存下来的，没有打开。";
    if (given) { take(given); draw(); }
  }

  /** The data script calls this: now everything is there. */
  function start(data) {
    plans = xyYearPlan(data);
    part("plan").append(...data.plans.map((plan) => make("option", { value: plan.id }, plan.title)));
    take(plans.fromHash(location.hash));
    draw();
    part("plan").addEventListener("change", (event) => { take({ plan: event.target.value, year: state.year }); draw(); });
    part("year").addEventListener("change", (event) => { take(Object.assign({}, state, { year: event.target.value })); draw(); });
    part("ics").addEventListener("click", ics);
    part("xlsx").addEventListener("click", () => xyFiles.save(fileName("xlsx"), SHEET, book()));
    part("print").addEventListener("click", () => print());
    part("save").addEventListener("click", () => xyFiles.save(fileName("json"), "application/json", plans.toFile(state)));
    const file = make("input", { type: "file", accept: ".json,application/json" });
    file.addEventListener("change", () => { open(file.files[0]); file.value = ""; });
    part("open").append(make("label", {}, "打开存过的文件", file));
    addEventListener("hashchange", () => { const given = plans.fromHash(location.hash); if (given) { take(given); draw(); } });
    part("without").hidden = true;
    host.hidden = false;
    host.parentElement.dataset.xyYearOn = "";
  }

  if (host) {
    const source = document.createElement("script");
    source.src = new URL("../../forms/data/calendar.js", script).href;
    document.head.append(source);
  }
  return { take: start };
})();
