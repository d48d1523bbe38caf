// What somebody has planned: {plan, year, counts: {slot: number}, set: {"slot-1": {on, topic, who}}}. `on` is "", "03" or
// "03-15". It stands in the address and in kept files, so whatever comes in is looked at piece by piece.
const xyYearPlan = (data) => {
  "use strict";
  const MOST = 60;
  const LONG = { topic: 120, who: 60 };
  const KIND = "协商有方·年度协商日历";
  const byId = (id) => data.plans.find((plan) => plan.id === id);
  const own = (object, key) => (object && Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined);

  function on(text, year) {
    const [, month, date] = /^(\d\d)(?:-(\d\d))?$/.exec(String(text || "")) || [];
    if (!month || Number(month) < 1 || Number(month) > 12) return "";
    return date && xyDays.day(year, Number(month), Number(date)) !== null ? `${month}-${date}` : month;
  }

  const line = (text, length) => [...String(text || "").replace(/\s+/g, " ").trim()].slice(0, length).join("");

  function count(plan, slot, counts) {
    const given = own(counts, slot.id);
    const number = Math.floor(Number(given === undefined || given === "" ? slot.times || 0 : given));
    return Number.isFinite(number) ? Math.min(MOST, Math.max(0, number)) : 0;
  }

  /** A sound state from whatever somebody gives; what is wrong in it is left out. */
  function sound(given, thisYear) {
    const plan = byId(own(given, "plan")) || data.plans[0];
    const asked = Math.floor(Number(own(given, "year")));
    const year = asked >= 2000 && asked <= 2100 ? asked : thisYear + 1;
    const state = { plan: plan.id, year, counts: {}, set: {} };
    for (const slot of plan.slots) {
      const number = count(plan, slot, own(given, "counts"));
      if (number !== (slot.times || 0)) state.counts[slot.id] = number;
      for (let n = 1; n <= number; n += 1) {
        const one = own(own(given, "set"), `${slot.id}-${n}`) || {};
        const kept = { on: on(one.on, year), topic: line(one.topic, LONG.topic), who: line(one.who, LONG.who) };
        if (kept.on || kept.topic || kept.who) state.set[`${slot.id}-${n}`] = kept;
      }
    }
    return state;
  }

  /** Every meeting of the year, in the order of the pattern; `day` is null as long as there is only a month or nothing. */
  function meetings(state) {
    const plan = byId(state.plan);
    return plan.slots.reduce((all, slot) => {
      const times = count(plan, slot, state.counts);
      for (let n = 1; n <= times; n += 1) {
        const one = state.set[`${slot.id}-${n}`] || { on: "", topic: "", who: "" };
        const [month, date] = one.on.split("-").map(Number);
        const name = times > 1 ? `${slot.name}（第${n}次）` : slot.name;
        const day = date ? xyDays.day(state.year, month, date) : null;
        all.push({ key: `${slot.id}-${n}`, slot, name, month: one.on ? month : 0, day, topic: one.topic, who: one.who });
      }
      return all;
    }, []);
  }

  /** What must be done around the meetings that have a day, by date. */
  function tasks(state) {
    const found = [];
    for (const meeting of meetings(state).filter((one) => one.day !== null && one.slot.lead)) {
      data.leads[meeting.slot.lead].forEach(([name, number, unit, told, who, voice, note, form, title], n) => {
        const day = xyDays.moved(meeting.day, number, unit);
        found.push({ key: `${meeting.key}-${n + 1}`, day, meeting, name, told, who, voice, note, form, title });
      });
    }
    return found.sort((one, other) => one.day - other.day);
  }

  function toHash(state) {
    const asked = new URLSearchParams({ plan: state.plan, year: String(state.year) });
    for (const [slot, number] of Object.entries(state.counts)) asked.set(`n.${slot}`, String(number));
    for (const [key, one] of Object.entries(state.set)) asked.set(key, [one.on, one.topic, one.who].join("\n"));
    return `#${asked}`;
  }

  /** What an address holds, not yet looked at; null when it holds no plan. */
  function fromHash(hash) {
    const asked = new URLSearchParams(hash.replace(/^#/, ""));
    if (!asked.has("plan")) return null;
    const given = { plan: asked.get("plan"), year: asked.get("year"), counts: {}, set: {} };
    for (const [key, value] of asked) {
      const [at, topic, who] = value.split("\n");
      if (key.startsWith("n.")) given.counts[key.slice(2)] = value;
      else given.set[key] = { on: at, topic, who };
    }
    return given;
  }

  return {
    KIND, byId, count, sound, meetings, tasks, toHash, fromHash,
    toFile: (state) => `${JSON.stringify(Object.assign({ kind: KIND }, state), null, 1)}\n`,
    /** What a kept file holds; null when it is no file of ours. */
    fromFile(text) {
      try {
        const given = JSON.parse(text);
        return own(given, "kind") === KIND && byId(own(given, "plan")) ? given : null;
      } catch (error) {
        return null;
      }
    },
  };
};
