// The comparison: which methods, or which places of one method, and whether only what differs is shown. All of it stands
// in the address; what was picked last is remembered, so that "加入对照" on another page adds to it.
(() => {
  const host = document.querySelector("[data-xy-compare]");
  if (!host) return;
  const { make, button, load, go, rename } = xyChoose;
  const MOST = 4;
  const KEPT = "xy-compare";
  let methods, picked, at, spots;
  const status = make("p", { class: "xy-choose__status", role: "status" });
  const field = make("input", { type: "text", list: "xy-methods", autocomplete: "off", id: "xy-add" });
  const chips = make("ul", { class: "xy-compare__chips", "aria-label": "已选的方法" });
  const place = make("select", { autocomplete: "off", id: "xy-at" });
  const boxes = make("fieldset", { class: "xy-choose__question" });
  const only = make("input", { type: "checkbox", autocomplete: "off" });
  const table = make("div", {});

  function named(id) {
    return methods.find(([one]) => one === id);
  }

  // A name, an alias, initials or full pinyin; whole before beginning before anywhere.
  function meant(text) {
    const words = text.trim().toLowerCase().replace(/[“”"]/g, "");
    if (!words) return undefined;
    const spellings = ([id, name, , initials, aliases]) =>
      [name, ...aliases, ...initials.split(" "), id.replace(/-/g, "")].map((one) => one.toLowerCase().replace(/[“”"]/g, ""));
    const tests = [(one) => one === words, (one) => one.startsWith(words), (one) => one.includes(words)];
    for (const test of tests) {
      const found = methods.find((method) => spellings(method).some(test));
      if (found) return found[0];
    }
    return undefined;
  }

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) || [];
    } catch {
      return [];
    }
  }

  function remember() {
    try {
      localStorage.setItem(KEPT, JSON.stringify(picked));
    } catch { /* a browser that keeps nothing still compares */ }
  }

  function query() {
    const found = new URLSearchParams();
    if (at) found.set("at", at);
    for (const one of at ? spots : picked) found.append(at ? "p" : "m", one);
    if (only.checked) found.set("only", "1");
    return found;
  }

  function change() {
    go(query());
    show();
  }

  function say(text) {
    status.textContent = text;
  }

  function add() {
    const id = meant(field.value);
    if (!id) return say(field.value ? `没有找到“${field.value}”，换一个叫法试试，也可以打拼音首字母。` : "先写一个方法的名称。");
    if (picked.includes(id)) return say(`“${named(id)[1]}”已经选了。`);
    if (picked.length >= MOST) return say(`最多${MOST}种，先去掉一种。`);
    picked.push(id);
    field.value = "";
    at = "";
    return change();
  }

  function remove(id) {
    picked = picked.filter((one) => one !== id);
    change();
    field.focus();
  }

  function drawChips() {
    chips.textContent = "";
    for (const id of picked) {
      const off = button("去掉", () => remove(id));
      off.setAttribute("aria-label", `去掉“${named(id)[1]}”`);
      chips.append(make("li", {}, named(id)[1], " ", off));
    }
    place.value = at;
  }

  function drawBoxes(places) {
    boxes.hidden = !at;
    boxes.textContent = "";
    boxes.append(make("legend", {}, "哪几个地方（两个到四个）"));
    const pills = make("div", { class: "xy-pills" });
    for (const one of places) {
      const box = make("input", { type: "checkbox", value: one.id, autocomplete: "off" });
      box.checked = spots.includes(one.id);
      pills.append(make("label", { class: "xy-pill" }, box, make("span", {}, one.name)));
    }
    boxes.append(pills);
  }

  async function show() {
    remember();
    drawChips();
    const wanted = at ? [at] : picked;
    const told = await Promise.all(wanted.map((id) => load(`method-${id}`)));
    if (wanted.join() !== (at ? [at] : picked).join()) return; // another choice has overtaken this one
    const places = at ? told[0].places : [];
    spots = spots.filter((id) => places.some((one) => one.id === id));
    if (at && !spots.length) spots = places.slice(0, MOST).map(({ id }) => id);
    if (document.activeElement.closest("fieldset") !== boxes) drawBoxes(places);
    const columns = at
      ? xyChoose.placeColumns(places.filter(({ id }) => spots.includes(id)))
      : xyChoose.methodColumns(picked.map(named), told);
    const caption = at ? `${named(at)[1]}在${columns.length}个地方` : `${columns.length}种方法对照`;
    const count = xyChoose.compareTable(table, columns, caption, only.checked, xyChoose.labels);
    say(columns.length < 2 ? "至少选两种，才有得比。" : `${caption}：${count.rows}项里有${count.differ}项不同。`);
  }

  function pickPlace(event) {
    if (event.target.checked && spots.length >= MOST) {
      event.target.checked = false;
      return say(`最多${MOST}个地方，先去掉一个。`);
    }
    spots = [...boxes.querySelectorAll("input")].filter((box) => box.checked).map((box) => box.value);
    return change();
  }

  function readAddress() {
    const found = new URLSearchParams(location.search);
    const known = (ids) => [...new Set(ids)].filter(named).slice(0, MOST);
    at = known([found.get("at")])[0] || "";
    spots = found.getAll("p");
    const own = found.getAll("m");
    picked = known(own.length ? own : remembered());
    if (named(found.get("add"))) picked = known([...picked.slice(found.getAll("m").length ? 0 : 1 - MOST), found.get("add")]);
    only.checked = found.has("only");
    if (found.has("add")) rename(query());
    show();
  }

  xyChoose.compareParts = { host, status, field, chips, place, boxes, only, table };
  xyChoose.compareActions = {
    start(names) { methods = names; addEventListener("popstate", readAddress); readAddress(); },
    add, change, pickPlace,
    pickAt() { at = place.value; spots = []; change(); },
    clear() { picked = []; at = ""; spots = []; only.checked = false; change(); },
  };
})();
