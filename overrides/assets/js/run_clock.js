// What time it is in the plan: which row runs since when, how late everything after it will be. No display here.
// Kept in this browser, a day each, under the plan's own rows: a changed plan never shows another one's times.
(() => {
  "use strict";
  if (!window.xyRun) return;
  const { plan } = window.xyRun;
  const MINUTE = 60000;
  const EMPTY = { marks: [], extra: {} };

  function digest(text) {
    let sum = 5381;
    for (const sign of text) sum = (sum * 33 + sign.codePointAt(0)) % 4294967296;
    return sum.toString(36);
  }

  function keyOf(index) {
    const { start, rows } = plan.days[index];
    return `xy-run:${plan.id}:${index}:${digest(JSON.stringify([start, rows.map((row) => [row.name, row.minutes])]))}`;
  }

  function stored(index) {
    try {
      const found = JSON.parse(localStorage.getItem(keyOf(index)));
      const { length } = plan.days[index].rows;
      if (found && found.marks.every(Number.isFinite) && found.marks.length <= length + 1) return found;
    } catch (error) {
      // unreadable or forbidden: the clock starts anew
    }
    return { marks: [...EMPTY.marks], extra: {} };
  }

  const clock = { day: 0, state: EMPTY };

  function store() {
    try {
      if (clock.state.marks.length) localStorage.setItem(keyOf(clock.day), JSON.stringify(clock.state));
      else localStorage.removeItem(keyOf(clock.day));
    } catch (error) {
      // a full or forbidden store: the clock still runs on this page
    }
  }

  clock.rows = () => plan.days[clock.day].rows;
  clock.isRunning = () => clock.state.marks.length > 0 && clock.state.marks.length <= clock.rows().length;
  clock.isDone = () => clock.state.marks.length > clock.rows().length;
  clock.isIdle = () => clock.state.marks.length === 0;

  clock.choose = (day) => {
    clock.day = day;
    clock.state = stored(day);
  };

  /** The day that was running when the page was left, or the first. */
  clock.resume = () => {
    clock.choose(0);
    for (let day = 0; day < plan.days.length; day += 1) {
      clock.choose(day);
      if (clock.isRunning()) return;
    }
    clock.choose(0);
  };

  clock.start = () => { clock.state = { marks: [Date.now()], extra: {} }; store(); };
  clock.next = () => { if (clock.isRunning()) clock.state.marks.push(Date.now()); store(); };
  clock.back = () => {
    if (clock.state.marks.length < 2) return;
    clock.state.marks.pop();
    delete clock.state.extra[clock.state.marks.length]; // the row has not begun after all
    store();
  };
  clock.clear = () => { clock.state = { marks: [], extra: {} }; store(); };
  clock.plus = () => {
    if (!clock.isRunning()) return;
    const index = clock.state.marks.length - 1;
    clock.state.extra[index] = (clock.state.extra[index] || 0) + 1;
    store();
  };

  clock.extra = (index) => clock.state.extra[index] || 0;

  /** Minutes after midnight of the plan -> "08:30". */
  clock.asClock = (minutes) =>
    [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

  clock.planned = (index) => {
    const [hours, minutes] = plan.days[index].start.split(":").map(Number);
    const times = [hours * 60 + minutes];
    for (const row of plan.days[index].rows) times.push(times[times.length - 1] + row.minutes);
    return times;
  };

  /** What can be said at a moment: the row, what is left of it, and when every row begins and ends after all. */
  clock.at = (now) => {
    const { marks } = clock.state;
    const rows = clock.rows();
    const index = Math.min(marks.length - 1, rows.length - 1);
    const times = [];
    let time = marks[0];
    rows.forEach((row, number) => {
      const began = number < marks.length ? marks[number] : time;
      const due = began + (row.minutes + clock.extra(number)) * MINUTE;
      const over = number < marks.length - 1;
      time = over ? marks[number + 1] : number === index ? Math.max(due, now) : due;
      times.push({ began, ends: time, due, over });
    });
    const whole = plan.minutesOf(plan.days[clock.day]) * MINUTE;
    return { index, times, left: times[index].due - now, ends: time, drift: time - (marks[0] + whole) };
  };

  window.xyRun.clock = clock;
})();
