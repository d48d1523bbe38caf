// Days of the calendar, without hours and time zones: a day is a number, counted from 1 January 1970.
const xyDays = (() => {
  "use strict";
  const DAY = 86400000;
  const WEEK = ["日", "一", "二", "三", "四", "五", "六"];
  const two = (n) => String(n).padStart(2, "0");

  /** The day of a year, a month (from 1) and a day of the month; null where the calendar has none. */
  function day(year, month, date) {
    const at = new Date(Date.UTC(year, month - 1, date));
    return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() / DAY : null;
  }

  const parts = (number) => {
    const at = new Date(number * DAY);
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate(), week: at.getUTCDay() };
  };

  function lastOf(year, month) {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
  }

  // A month later on the same day, or on the last day of a shorter month.
  function months(number, count) {
    const from = parts(number);
    const first = from.year * 12 + from.month - 1 + count;
    const year = Math.floor(first / 12);
    const month = first - year * 12 + 1;
    return day(year, month, Math.min(from.date, lastOf(year, month)));
  }

  // Saturdays and Sundays are passed over. Nobody knows next year's holidays yet.
  function workdays(number, count) {
    const step = Math.sign(count);
    let left = Math.abs(count);
    let at = number;
    while (left) {
      at += step;
      if (parts(at).week % 6) left -= 1;
    }
    return at;
  }

  const MOVES = { day: (at, n) => at + n, week: (at, n) => at + 7 * n, month: months, workday: workdays };

  return {
    day,
    lastOf,
    parts,
    /** So many units after a day; before it when `count` is negative. */
    moved: (number, count, unit) => MOVES[unit](number, count),
    /** 「2027-03-15」. */
    iso: (number) => { const at = parts(number); return `${at.year}-${two(at.month)}-${two(at.date)}`; },
    /** 「20270315」, as calendars have it. */
    compact: (number) => { const at = parts(number); return `${at.year}${two(at.month)}${two(at.date)}`; },
    /** 「周一」. */
    weekday: (number) => `周${WEEK[parts(number).week]}`,
  };
})();
