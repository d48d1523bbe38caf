// The case library: facets and sorting. Without this script the whole table stands there as it is.
// All values come from the build: data-facets names the facets and their values, a row's data-values says which it has
// (facets by ";", values by ","), data-order what each column sorts by (nothing: masked or untold, always last).
(() => {
  const table = document.querySelector("table[data-facets]");
  if (!table) return;
  table.className += " xy-library__table";
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.map((head) => head.textContent);
  const facets = JSON.parse(table.dataset.facets);
  const rows = [...body.rows].map((element) => ({
    element,
    values: element.dataset.values.split(";").map((part) => part.split(",").map(Number)),
    order: element.dataset.order.split(";"),
    out: false,
  }));
  const collator = new Intl.Collator("zh-u-co-pinyin", { numeric: true });
  let sorted = "";

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function facetBox(facet) {
    const summary = make("summary", {}, facet.label);
    const field = make("fieldset", {}, make("legend", {}, facet.label));
    facet.summary = summary;
    facet.choices = facet.values.map(([id, label]) => {
      const box = make("input", { type: "checkbox", name: facet.key, value: id, autocomplete: "off" });
      const count = make("span", { class: "xy-facet__count" });
      field.append(make("label", {}, box, make("span", {}, label), " ", count));
      return { id, label, box, count };
    });
    return make("details", { class: "xy-facet" }, summary, field);
  }

  function button(label, action) {
    const element = make("button", { type: "button" }, label);
    element.addEventListener("click", action);
    return element;
  }

  function checked(facet) {
    return facet.choices.filter((choice) => choice.box.checked);
  }

  // Only what changes is written: whatever is written is laid out again.
  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  // A value's count is what would be shown with it: the other facets' choices hold, its own facet's do not.
  function filter() {
    const wanted = facets.map((facet) => facet.choices.map((choice) => choice.box.checked));
    const every = [...facets.keys()];
    const active = every.filter((index) => wanted[index].includes(true));
    const counts = facets.map((facet) => facet.choices.map(() => 0));
    let shown = 0;
    for (const row of rows) {
      const failed = active.filter((index) => !row.values[index].some((value) => wanted[index][value]));
      const hide = failed.length > 0;
      if (row.out !== hide) row.element.toggleAttribute("data-out", (row.out = hide)); // no style on screen hangs on it
      shown += hide ? 0 : 1;
      if (failed.length > 1) continue;
      for (const index of hide ? failed : every) for (const value of row.values[index]) counts[index][value] += 1;
    }
    facets.forEach((facet, index) => {
      const number = checked(facet).length;
      write(facet.summary, number ? `${facet.label}（已选${number}）` : facet.label);
      facet.choices.forEach((choice, value) => write(choice.count, String(counts[index][value])));
    });
    return shown;
  }

  function sort() {
    if (sorted === order.value) return;
    sorted = order.value;
    const down = sorted.startsWith("-");
    const column = columns.indexOf(sorted.replace("-", ""));
    const compare = (one, other) => {
      const [a, b] = [one.order[column], other.order[column]];
      return a && b ? collator.compare(a, b) * (down ? -1 : 1) : !a - !b;
    };
    body.append(...(column < 0 ? rows : [...rows].sort(compare)).map((row) => row.element));
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  function show() {
    sort();
    const shown = filter();
    status.textContent = `找到${shown}件，共${rows.length}件${shown ? "" : "。没有同时符合的案例，请去掉一个条件"}`;
    chosen.textContent = facets
      .filter((facet) => checked(facet).length)
      .map((facet) => `${facet.label}：${checked(facet).map((choice) => choice.label).join("、")}`)
      .join("；");
    table.dispatchEvent(new CustomEvent("xy-chosen")); // library_portion.js lists the first of them, and touches no other row
  }

  // The address holds the whole state

  function readAddress() {
    const query = new URLSearchParams(location.search);
    for (const facet of facets) {
      const wanted = query.getAll(facet.key);
      for (const choice of facet.choices) choice.box.checked = wanted.includes(choice.id);
    }
    order.value = query.get("sort") || "";
    if (order.selectedIndex < 0) order.value = "";
    show();
  }

  function change() {
    const query = new URLSearchParams();
    for (const facet of facets) for (const choice of checked(facet)) query.append(facet.key, choice.id);
    if (order.value) query.set("sort", order.value);
    history.pushState(null, "", query.toString() ? `?${query}` : location.pathname);
    show();
  }

  function reset() {
    for (const facet of facets) for (const { box } of facet.choices) box.checked = false;
    order.value = "";
    change();
  }

  const order = make("select", { autocomplete: "off" }, make("option", { value: "" }, "收录顺序"));
  for (const column of columns) {
    order.append(make("option", { value: column }, `${column}，升序`), make("option", { value: `-${column}` }, `${column}，降序`));
  }
  const status = make("p", { class: "xy-library__status", role: "status" });
  const chosen = make("p", { class: "xy-library__chosen" });
  const choose = make("details", { class: "xy-library__facets" }, make("summary", {}, "筛选"),
    make("div", { class: "xy-library__grid" }, ...facets.map(facetBox)));
  choose.open = matchMedia("(min-width: 45em)").matches;
  const tools = make("div", { class: "xy-library__tools" }, make("label", {}, "排序 ", order), button("清除所选", reset));
  table.parentElement.before(make("section", { class: "xy-library", "aria-label": "筛选案例" }, choose, tools, status, chosen));
  heads.forEach((head, index) => {
    const column = columns[index];
    head.textContent = "";
    head.append(button(column, () => {
      order.value = order.value === column ? `-${column}` : column;
      change();
    }));
  });
  choose.addEventListener("change", change);
  order.addEventListener("change", change);
  addEventListener("popstate", readAddress);
  readAddress();
})();
