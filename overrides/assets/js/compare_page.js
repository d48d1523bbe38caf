// The controls of the comparison, built once; compare.js says what they do.
(() => {
  if (!xyChoose.compareParts) return;
  const { make, button, load } = xyChoose;
  const { host, status, field, chips, place, boxes, only, table } = xyChoose.compareParts;
  const actions = xyChoose.compareActions;

  function options(names) {
    return make("datalist", { id: "xy-methods" },
      ...names.map(([, name, , initials]) => make("option", { value: name, label: initials.split(" ")[0] })));
  }

  function build([names, rules]) {
    xyChoose.labels = rules.rows.map((row) => [row, rules.fields[row]]);
    place.append(make("option", { value: "" }, "不选：对照几种方法"));
    for (const [id, name, , , , places] of names) {
      if (places > 1) place.append(make("option", { value: id }, `${name}（${places}个地方）`));
    }
    const adding = make("p", { class: "xy-compare__add" }, make("label", { for: "xy-add" }, "加一种方法 "), field,
      button("加入", actions.add));
    const line = make("label", { class: "xy-pill" }, only, make("span", {}, "只看不同"));
    host.append(adding, make("p", { class: "xy-note" }, "写名称、别名或拼音首字母，例如“双月”“sp”。"), options(names), chips,
      make("p", { class: "xy-compare__add" }, make("label", { for: "xy-at" }, "或者看一种方法在几个地方的做法 "), place), boxes,
      make("div", { class: "xy-choose__tools" }, line, button("全部去掉", actions.clear), button("打印（横放）", () => print())),
      status, table);
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      actions.add();
    });
    place.addEventListener("change", actions.pickAt);
    boxes.addEventListener("change", actions.pickPlace);
    only.addEventListener("change", actions.change);
    for (const fold of document.querySelectorAll("details.xy-choose__table")) fold.open = false;
    actions.start(names);
  }

  Promise.all([load("names"), load("rules")]).then(build);
})();
