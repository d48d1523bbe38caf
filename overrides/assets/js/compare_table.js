// Side by side: the same rows for every column, what differs marked with a sign and words, not by colour alone.
(() => {
  const { make, link, voice, untold } = xyChoose;
  const PLACE_ROWS = [["differs", "不同之处"], ["year", "年份"], ["cases", "案例"], ["result", "结果"], ["figures", "数字（照原文）"]];

  // A column: its head, and for each row what is said there as [[text, voice, address, class], …].
  xyChoose.methodColumns = (methods, told) =>
    methods.map(([id, name], index) => ({ head: link(`methods/${id}/`, name), name, rows: told[index].rows }));

  xyChoose.placeColumns = (places) =>
    places.map(({ name, differs, cases }) => ({
      head: document.createTextNode(name), name, labels: PLACE_ROWS,
      rows: {
        differs: differs.map(([title, text, source]) => [`${title}：${text}`, source]),
        year: [...new Set(cases.map(([, , year]) => year).filter(Boolean))].map((year) => [year, ""]),
        cases: cases.map(([id, title]) => [title, "", `cases/${id}/`]),
        result: cases.filter(([, , , result]) => result).map(([, title, , result]) => [`${title}：${result}`, ""]),
        figures: cases.flatMap(([, title, , , figures]) =>
          figures.map(([name, printed, state]) => [`${title}，${name}：`, "", "", [printed, state]])),
      },
    }));

  function texts(column, row) {
    return JSON.stringify((column.rows[row] || []).map(([text, , , figure]) => [text, figure]));
  }

  function said([text, whose, address, figure]) {
    const item = make("li", {}, address ? link(address, text) : text);
    if (figure) item.append(make("span", { class: `xy-figure xy-figure--${figure[1]}` }, figure[0]));
    if (whose) item.append(" ", voice(whose));
    return item;
  }

  // Fields that are the editors' to fill: no source leaves them open.
  const OURS = ["problem", "stages", "result", "cases", "figures", "differs"];

  function nothing(row) {
    return OURS.includes(row) ? make("span", { class: "xy-note" }, "没有记录") : untold();
  }

  // What most columns say is the rule; a cell that says otherwise is marked. Where no two agree, none stands out.
  function odd(keys) {
    const count = (key) => keys.filter((one) => one === key).length;
    const most = Math.max(...keys.map(count));
    return keys.map((key) => most > 1 && count(key) < most);
  }

  function cell(column, row, marked) {
    const items = column.rows[row] || [];
    const box = make("td", { "data-label": column.name, class: marked ? "xy-compare__odd" : "" });
    if (marked) box.append(make("span", { class: "xy-compare__mark" }, "≠ 不同"));
    box.append(items.length ? make("ul", { class: "xy-compare__list" }, ...items.map(said)) : nothing(row));
    return box;
  }

  xyChoose.compareTable = (host, columns, caption, only, labels) => {
    host.textContent = "";
    const count = { rows: 0, differ: 0 };
    if (!columns.length) return count;
    const body = make("tbody", {});
    for (const [row, label] of columns[0].labels || labels) {
      const keys = columns.map((column) => texts(column, row));
      const same = keys.every((key) => key === keys[0]);
      if (same && keys[0] === "[]" && !columns[0].labels) continue;
      count.rows += 1;
      count.differ += same ? 0 : 1;
      if (same && only) continue;
      const marks = odd(keys);
      const verdict = same ? "＝ 相同" : marks.includes(true) ? "≠ 有不同" : "≠ 各不相同";
      const head = make("th", { scope: "row" }, label);
      if (columns.length > 1 && !(same && keys[0] === "[]")) head.append(" ", make("span", { class: "xy-badge" }, verdict));
      body.append(make("tr", same ? {} : { class: "xy-compare__row" }, head, ...columns.map((column, index) => cell(column, row, marks[index]))));
    }
    const heads = columns.map((column) => make("th", { scope: "col" }, column.head));
    host.append(make("div", { class: "xy-scroll", role: "region", tabindex: "0", "aria-label": caption },
      make("table", { class: "xy-table xy-table--stack xy-compare__table" }, make("caption", {}, caption),
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "比什么"), ...heads)), body)));
    return count;
  };
})();
