// A calendar file (RFC 5545): lines end with CRLF and are folded at 75 octets, texts are escaped, days have no hours.
const xyIcs = (() => {
  "use strict";
  const OCTETS = 75;
  const utf8 = new TextEncoder();

  const escaped = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

  // A character is never cut in two; a line that goes on begins with a space, which counts.
  function folded(line) {
    const lines = [""];
    let room = OCTETS;
    for (const sign of line) {
      const size = utf8.encode(sign).length;
      if (size > room) {
        lines.push("");
        room = OCTETS - 1;
      }
      lines[lines.length - 1] += sign;
      room -= size;
    }
    return lines.join("\r\n ");
  }

  // The stamp comes from the year that is planned, so that the same plan gives the same file.
  function event({ uid, day, summary, told, kind }, year) {
    return [
      "BEGIN:VEVENT",
      `UID:${uid}@niandu-xieshang-rili`,
      `DTSTAMP:${year}0101T000000Z`,
      `DTSTART;VALUE=DATE:${xyDays.compact(day)}`,
      `DTEND;VALUE=DATE:${xyDays.compact(day + 1)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(told.filter(Boolean).join("\n"))}`,
      `CATEGORIES:${kind}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  }

  /** The file of these meetings and tasks; only what has a day is in it. */
  function calendar(plan, state, meetings, tasks) {
    const uid = (key) => `${state.plan}-${state.year}-${key}`;
    const held = meetings.filter((one) => one.day !== null).map((one) => event({
      uid: uid(one.key), day: one.day, kind: "协商活动",
      summary: one.topic ? `${one.name}：${one.topic}` : one.name,
      told: [one.who && `承办：${one.who}`, `格局：${plan.title}`, `次数照原文：${one.slot.told}`, `依据：${one.slot.voice}`],
    }, state.year));
    const due = tasks.map((one) => event({
      uid: uid(one.key), day: one.day, kind: "要办的事",
      summary: `${one.name}（${one.meeting.name}）`,
      told: [one.meeting.topic && `议题：${one.meeting.topic}`, `${one.told}，${xyDays.iso(one.meeting.day)}开`, one.who && `谁做：${one.who}`, one.title && `表单：${one.title}`, `依据：${[one.voice, one.note].filter(Boolean).join("，")}`],
    }, state.year));
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//xieshang youfang//year calendar//ZH", "CALSCALE:GREGORIAN", `X-WR-CALNAME:${escaped(`${state.year}年协商日历`)}`];
    return [...head, ...[].concat(...held, ...due), "END:VCALENDAR"].map((one) => `${folded(one)}\r\n`).join("");
  }

  return { calendar };
})();
