// The chooser: answers in, methods with their reasons out. The sum is that of macros/choosing/scores.py, over the same
// hits; the methods come in the order that decides among equals. Without this script the tables below say the same.
(() => {
  const host = document.querySelector("[data-xy-choose]");
  if (!host) return;
  const { make, button, load, go } = xyChoose;
  const FIRST = 8;
  const byKey = {};
  let methods, rules, shown, answers, method;
  const form = make("div", { class: "xy-choose__questions" });
  const status = make("p", { class: "xy-choose__status", role: "status" });
  const list = make("ol", { class: "xy-choose__results" });
  const more = button("再看几个", () => { shown += FIRST; results(); });
  const jump = make("a", { href: "#xy-found" });
  const route = make("section", { class: "xy-route", "aria-label": "方法链" });
  route.hidden = true;

  function readHits(packed) {
    return packed.map(([field, weight, because, hits]) => ({
      field, weight, because,
      hits: hits.split(" ").filter(Boolean).map((hit) => hit.split(":").map(Number)),
    }));
  }

  function option(question, id, text) {
    const box = make("input", { type: "radio", name: question.id, value: id, autocomplete: "off" });
    return make("label", { class: "xy-pill" }, box, make("span", {}, text));
  }

  function fieldset(question, index) {
    const legend = make("legend", {}, `${index + 1}. ${question.ask}`);
    const hint = question.hint ? make("p", { class: "xy-note" }, question.hint) : "";
    const pills = make("div", { class: "xy-pills" }, option(question, "", "跳过"),
      ...question.choices.map(([id, name]) => option(question, id, name)));
    question.choices.forEach(([id, , packed]) => { byKey[`${question.id} ${id}`] = readHits(packed); });
    return make("fieldset", { class: "xy-choose__question" }, legend, hint, pills);
  }

  // The best first; a sort that keeps the given order among equals.
  function ranked() {
    const found = methods.map(([id, name, line]) => ({ id, name, line, score: 0, reasons: [] }));
    for (const [question, answer] of Object.entries(answers)) {
      for (const rule of byKey[`${question} ${answer}`]) {
        for (const [number, item = 0] of rule.hits) {
          found[number].score += rule.weight;
          found[number].reasons.push({ rule, item });
        }
      }
    }
    return found.sort((one, other) => other.score - one.score);
  }

  function results() {
    const all = ranked();
    const number = Object.keys(answers).length;
    const names = all.slice(0, 3).map(({ name }) => name).join("、");
    status.textContent = number
      ? `已答${number}题。${all.length}个方法里，最合适的是${names}。`
      : "还没有答题，先按“核心方法在前、案例多的在前”排列。";
    jump.textContent = number ? `看合适的方法（已答${number}题）` : "看合适的方法";
    list.textContent = "";
    for (const one of all.slice(0, shown)) list.append(xyChoose.result(one, rules, number > 0, open));
    more.hidden = shown >= all.length;
    return all;
  }

  function query() {
    const found = new URLSearchParams();
    for (const { id } of rules.questions) if (answers[id]) found.set(id, answers[id]);
    if (!method) return found;
    found.set("m", method);
    const now = new URLSearchParams(location.search);
    for (const [name, value] of now) if (now.get("m") === method && name.length < 3) found.set(name, value);
    return found;
  }

  function open(id) {
    method = id;
    go(query());
    show(true);
  }

  function show(moved) {
    for (const box of form.querySelectorAll("input")) box.checked = (answers[box.name] || "") === box.value;
    const all = results();
    route.hidden = !method;
    host.parentElement.classList.toggle("xy-choose-route", Boolean(method));
    if (!method) return;
    const close = button("关上方法链", () => { open(""); status.scrollIntoView(); });
    xyChoose.route(route, all, method, Object.keys(answers).length > 0, close).then(() => {
      if (moved) route.querySelector("h2").focus();
    });
  }

  function readAddress(event) {
    const found = new URLSearchParams(location.search);
    answers = {};
    for (const { id } of rules.questions) if (byKey[`${id} ${found.get(id)}`]) answers[id] = found.get(id);
    method = methods.some(([id]) => id === found.get("m")) ? found.get("m") : "";
    shown = FIRST;
    show(!event); // whoever comes by a link to a chain is led to it
  }

  function change(event) {
    if (event.target.value) answers[event.target.name] = event.target.value;
    else delete answers[event.target.name];
    shown = FIRST;
    go(query());
    show(false);
  }

  function start([names, told]) {
    methods = names;
    rules = told;
    form.append(...rules.questions.map(fieldset));
    const clear = button("重新答", () => { answers = {}; method = ""; go(query()); show(false); });
    const tools = make("div", { class: "xy-choose__tools" }, clear, button("打印", () => print()));
    const found = make("section", { class: "xy-choose__found", "aria-label": "合适的方法" },
      make("h2", { id: "xy-found" }, "合适的方法"), status, tools, list, more);
    host.append(make("section", { class: "xy-choose__ask", "aria-label": "问题" }, form,
      make("p", { class: "xy-choose__jump" }, jump)), found, route);
    for (const fold of document.querySelectorAll("details.xy-choose__table")) fold.open = false;
    form.addEventListener("change", change);
    addEventListener("popstate", readAddress);
    readAddress();
  }

  Promise.all([load("names"), load("rules")]).then(start);
})();
