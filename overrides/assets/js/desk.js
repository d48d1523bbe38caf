// The trainer's desk: who, how long, which methods -> a programme of the lessons in the table below.
(() => {
  "use strict";
  const desk = document.querySelector(".xy-desk");
  if (!desk) return;
  const PAUSE = 10; // minutes between two lessons
  const place = desk.querySelector(".xy-desk__choices");
  const pairs = (text) => text.split(";").filter(Boolean).map((pair) => pair.split("="));
  const lessons = [...desk.querySelectorAll("tr[data-xy-lesson]")].map((row) => ({
    id: row.dataset.xyLesson,
    title: row.querySelector("th").textContent.trim(),
    course: row.dataset.xyCourse,
    minutes: Number(row.dataset.xyMinutes),
    methods: row.dataset.xyMethods.split(" "),
    cells: [row.querySelector("th"), row.lastElementChild],
  }));
  const asked = { who: "", hours: 3, days: 1, start: "09:00", methods: [] };

  function made(tag, properties = {}, ...inside) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  }

  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const number = (name, least, most) => Math.min(most, Math.max(least, Number(given.get(name)) || asked[name]));
    asked.who = given.get("who") || "";
    asked.hours = number("hours", 1, 8);
    asked.days = number("days", 1, 2);
    asked.start = /^([01]\d|2[0-3]):[0-5]\d$/.test(given.get("start")) ? given.get("start") : "09:00";
    asked.methods = (given.get("methods") || "").split(",").filter(Boolean);
  }

  function store() {
    const told = new URLSearchParams({ ...asked, methods: asked.methods.join(",") });
    history.replaceState(null, "", `#${told}`);
  }

  /** Lessons day by day in the order of their courses, as many as fit; and those that do not. */
  function programme() {
    const wanted = lessons.filter((lesson) => (!asked.who || lesson.course === asked.who)
      && (!asked.methods.length || asked.methods.some((method) => lesson.methods.includes(method))));
    const days = Array.from({ length: asked.days }, () => []);
    const left = [];
    for (const lesson of wanted) {
      const fits = days.find((day) => minutesOf([...day, lesson]) <= asked.hours * 60);
      (fits || left).push(lesson);
    }
    return { days: days.filter((day) => day.length), left };
  }

  const minutesOf = (day) => day.reduce((sum, lesson) => sum + lesson.minutes, PAUSE * (day.length - 1));

  function clock(minutes) {
    const all = Number(asked.start.slice(0, 2)) * 60 + Number(asked.start.slice(3)) + minutes;
    return `${String(Math.floor(all / 60) % 24).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`;
  }

  function row(lesson, at) {
    const made_ = made("tr", {}, made("td", { textContent: `${clock(at)}至${clock(at + lesson.minutes)}` }));
    made_.append(...lesson.cells.map((cell) => cell.cloneNode(true)));
    return made_;
  }

  function table(day, number) {
    const body = made("tbody");
    let at = 0;
    for (const lesson of day) {
      body.append(row(lesson, at));
      at += lesson.minutes + PAUSE;
    }
    const caption = `第${number + 1}天，${clock(0)}开始，${clock(minutesOf(day))}结束`;
    const head = made("tr", {}, ...["时间", "课时", "下载"].map((textContent) => made("th", { scope: "col", textContent })));
    return made("table", { className: "xy-table" }, made("caption", { textContent: caption }), made("thead", {}, head), body);
  }

  /** The same programme in the run-of-show, where it can be changed row by row and timed. */
  function runLink(days) {
    const plan = days.map((day) => [asked.start, day.flatMap((lesson, index) => [
      ...(index ? [["休息", PAUSE]] : []),
      [lesson.title, lesson.minutes],
    ])]);
    const page = days.length === 2 ? "liangtian-zuzhizhe" : "bantian-weiyuan";
    const file = location.protocol === "file:" ? "index.html" : "";
    const href = `${desk.dataset.xyRuns}${page}/${file}#plan=${encodeURIComponent(JSON.stringify(plan))}`;
    return made("a", { href, className: "xy-button", textContent: "拿去做分钟级流程表" });
  }

  const told = made("p", { className: "xy-desk__told" });
  told.setAttribute("role", "status");
  const shown = made("div", { className: "xy-desk__programme" });

  function show() {
    const { days, left } = programme();
    const count = days.reduce((sum, day) => sum + day.length, 0);
    const rest = left.length ? `放不下的有${left.length}节：${left.map((lesson) => lesson.title).join("、")}。` : "";
    told.textContent = count ? `排进${count}节课，课间各休息${PAUSE}分钟。${rest}` : `没有合适的课时，请放宽条件。${rest}`;
    shown.textContent = "";
    for (const [number, day] of days.entries()) {
      const box = made("div", { className: "xy-scroll", tabIndex: 0 }, table(day, number));
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", `第${number + 1}天的安排`);
      shown.append(box);
    }
    if (count) shown.append(made("p", {}, runLink(days), made("button", { type: "button", className: "xy-button", textContent: "打印这张安排", onclick: () => print() })));
  }

  function changed() {
    store();
    show();
  }

  function labelled(text, field) {
    return made("label", { className: "xy-desk__field" }, made("span", { textContent: text }), field);
  }

  function select(name, options, text) {
    const field = made("select", { name }, ...options.map(([value, label]) => new Option(label, value)));
    field.value = String(asked[name]);
    field.addEventListener("change", () => {
      asked[name] = typeof asked[name] === "number" ? Number(field.value) : field.value;
      changed();
    });
    return labelled(text, field);
  }

  function start() {
    const field = made("input", { type: "time", value: asked.start, required: true });
    field.addEventListener("change", () => {
      asked.start = field.value || "09:00";
      changed();
    });
    return labelled("几点开始", field);
  }

  function methods() {
    const boxes = pairs(place.dataset.xyMethods).map(([id, name]) => {
      const box = made("input", { type: "checkbox", value: id, checked: asked.methods.includes(id) });
      box.addEventListener("change", () => {
        asked.methods = asked.methods.filter((other) => other !== id).concat(box.checked ? [id] : []);
        changed();
      });
      return made("label", { className: "xy-desk__method" }, box, ` ${name}`);
    });
    const set = made("fieldset", {}, made("legend", { textContent: "一个不选就是都讲" }), ...boxes);
    return made("details", { open: asked.methods.length > 0 }, made("summary", { textContent: "只讲某些方法" }), set);
  }

  function draw() {
    read();
    const hours = Array.from({ length: 8 }, (_, index) => [String(index + 1), `${index + 1}小时`]);
    place.textContent = "";
    place.append(
      select("who", [["", "不限"], ...pairs(place.dataset.xyCourses)], "给谁上"),
      select("hours", hours, "一天上几小时"),
      select("days", [["1", "一天"], ["2", "两天"]], "上几天"),
      start(), methods(), told, shown,
    );
    show();
  }

  desk.prepend(place);
  addEventListener("hashchange", draw);
  draw();
})();
