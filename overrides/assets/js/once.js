// 填一次，出全套: fields and a list in, a zip of Word files out. Nothing is sent, nothing is kept.
const xyOnce = (() => {
  "use strict";
  const host = document.querySelector("[data-xy-once]");
  const script = document.currentScript.src;
  const part = (name) => document.querySelector(`[data-xy-once-${name}]`);
  const SHOWN = 5;
  const SCROLL = { class: "xy-scroll", role: "region", tabindex: "0", "aria-label": "认出的名单，可以左右移动" };
  let data;
  let made;

  function values() {
    const found = {};
    for (const field of host.querySelectorAll("[data-xy-blank]")) found[field.dataset.xyBlank] = field.value.trim();
    return found;
  }

  function cells(tag, words) {
    const row = document.createElement("tr");
    for (const word of words) {
      const cell = document.createElement(tag);
      if (tag === "th") cell.scope = "col";
      cell.textContent = word;
      row.append(cell);
    }
    return row;
  }

  function show() {
    const { people, nameless, twice } = xyPeople.read(part("list").value, data.columns);
    const seen = part("seen");
    const names = data.columns.map(([name]) => name);
    const note = document.createElement("p");
    note.className = "xy-note";
    note.textContent = [
      people.length ? `认出${people.length}人${people.length > SHOWN ? `，前${SHOWN}人是` : ""}。` : "还没有名单：只做方案、议程、纪要；有了名单，再做邀请函、签到表和席卡。",
      nameless.length ? `有${nameless.length}行没有姓名，不算：名单第${nameless.slice(0, 5).join("、")}行。` : "",
      twice.length ? `姓名重复：${twice.slice(0, 5).join("、")}，各出一份。` : "",
    ].join("");
    seen.textContent = "";
    seen.append(note);
    if (people.length) {
      const table = document.createElement("table");
      table.className = "xy-table";
      table.createCaption().textContent = "认出的名单";
      table.createTHead().append(cells("th", names));
      table.createTBody().append(...people.slice(0, SHOWN).map((person) => cells("td", names.map((name) => person[name]))));
      const scroll = document.createElement("div");
      for (const [name, value] of Object.entries(SCROLL)) scroll.setAttribute(name, value);
      scroll.append(table);
      seen.append(scroll);
    }
    return people;
  }

  function make() {
    const people = show();
    const given = values();
    const done = made.set(given, people, new Date());
    const open = Object.keys(given).filter((key) => !given[key]);
    xyFiles.save(`${made.fileName(given.协商议题) || "一场协商"}-全套.zip`, "application/zip", done.bytes);
    part("said").textContent = `做好了：${done.count}份Word文件，在一个压缩包里。${
      open.length ? `没有填的${open.join("、")}，文件里留着〔　〕。` : ""}`;
  }

  /** The data script calls this: now everything is there. */
  function take(told) {
    data = told;
    made = xyOnceSet(told);
    part("list").addEventListener("input", show);
    part("go").addEventListener("click", make);
    part("without").hidden = true;
    host.hidden = false;
    show();
  }

  if (host) {
    const source = document.createElement("script");
    source.src = new URL("../../forms/data/once.js", script).href;
    document.head.append(source);
  }
  return { take };
})();
