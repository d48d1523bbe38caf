// The session plan of this page: read from its tables, changed by its user, kept in the address after "#plan=".
// A day is [start, rows]; in the address a row is its number on the page, [number, other minutes], or [name, minutes].
(() => {
  "use strict";
  const tables = [...document.querySelectorAll("table[data-xy-run]")];
  if (!tables.length) return;
  const MARK = "#plan=";
  const LONGEST = { name: 60, minutes: 240, rows: 80 };
  const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
  const printed = [];

  function read(table) {
    let group = null;
    const rows = [];
    for (const row of table.tBodies[0].rows) {
      if (row.classList.contains("xy-run__group")) {
        const link = row.querySelector("a");
        group = { title: link.textContent, href: link.getAttribute("href") };
        continue;
      }
      const { xyKind: kind, xyMinutes: minutes } = row.dataset;
      const note = row.querySelector(".xy-run__note");
      rows.push({
        origin: printed.length,
        kind,
        minutes: Number(minutes),
        name: row.querySelector(".xy-run__what").textContent,
        note: note ? note.textContent : "",
        mode: row.cells[3].textContent,
        group: ["lesson", "kit", "quiz"].includes(kind) ? group : null,
      });
      printed.push(rows[rows.length - 1]);
    }
    return { name: table.querySelector(".xy-run__day").textContent, start: table.dataset.xyStart, rows };
  }

  const original = tables.map(read);
  const copy = (days) => days.map((day) => ({ ...day, rows: day.rows.map((row) => ({ ...row })) }));
  const plan = { id: tables[0].dataset.xyRun, tables, days: copy(original), wrong: false };

  const isLength = (value) => Number.isInteger(value) && value >= 1 && value <= LONGEST.minutes;

  function newRow(name, minutes) {
    return { kind: "what", minutes, name: name.slice(0, LONGEST.name), note: "", mode: "", group: null };
  }

  function packed(row) {
    if (row.origin === undefined) return [row.name, row.minutes];
    return printed[row.origin].minutes === row.minutes ? row.origin : [row.origin, row.minutes];
  }

  function unpacked(item) {
    const [what, minutes] = Array.isArray(item) ? item : [item, undefined];
    if (typeof what === "string" && what.trim() && isLength(minutes)) return newRow(what, minutes);
    const row = Number.isInteger(what) ? printed[what] : undefined;
    if (!row || !(minutes === undefined || isLength(minutes))) throw new RangeError("row");
    return { ...row, minutes: minutes === undefined ? row.minutes : minutes };
  }

  function fromAddress() {
    if (!location.hash.startsWith(MARK)) return copy(original);
    const days = JSON.parse(decodeURIComponent(location.hash.slice(MARK.length)));
    if (days.length !== original.length) throw new RangeError("days");
    return days.map(([start, rows], index) => {
      if (!CLOCK.test(start) || !rows.length || rows.length > LONGEST.rows) throw new RangeError("day");
      return { name: original[index].name, start, rows: rows.map(unpacked) };
    });
  }

  plan.load = () => {
    plan.wrong = false;
    try {
      plan.days = fromAddress();
    } catch (error) {
      plan.wrong = true;
      plan.days = copy(original);
    }
  };

  plan.isChanged = () => JSON.stringify(plan.days) !== JSON.stringify(original);

  plan.store = () => {
    const days = plan.days.map((day) => [day.start, day.rows.map(packed)]);
    const hash = plan.isChanged() ? MARK + encodeURIComponent(JSON.stringify(days)) : " ";
    history.replaceState(null, "", hash.trim() || location.href.split("#")[0]);
  };

  plan.reset = () => {
    plan.days = copy(original);
    plan.store();
  };

  plan.newRow = newRow;
  plan.isLength = isLength;
  plan.isClock = (text) => CLOCK.test(text);
  plan.minutesOf = (day) => day.rows.reduce((sum, row) => sum + row.minutes, 0);
  plan.load();
  window.xyRun = { plan };
})();
