// The chain of methods: the chosen one in its place in a process, a method for every other stage, and who hands what to
// whom. Which method serves a stage, and what is handed over, comes from the records; the reader may change the rest.
(() => {
  const { make, link, button, load, voice, rename } = xyChoose;
  const HANDOVERS = 3;
  const AROUND = [["part_of", "它属于"], ["before", "通常先做"], ["after", "通常接着做"], ["contains", "它包括"]];

  function names(list) {
    return list.flatMap(([, name, address], index) => [index ? "、" : "", link(address, name)]);
  }

  function around(told) {
    const groups = AROUND.filter(([key]) => told[key].length);
    if (!groups.length) return make("p", { class: "xy-note" }, "记录里没有写它前后接着哪些方法。");
    return make("dl", { class: "xy-related" },
      ...groups.map(([key, label]) => make("div", {}, make("dt", {}, label), make("dd", {}, ...names(told[key])))));
  }

  function address() {
    return new URLSearchParams(location.search);
  }

  function keep(name, value) {
    const query = address();
    query.delete(name);
    if (value) query.set(name, value);
    rename(query);
  }

  // Why this method stands in this stage, and which one it is: the reader's choice, the method itself, a neighbour, the best.
  function chosen(stage, number, told, method, ranks, answered) {
    const own = address().get(`s${number}`);
    if (own === "-" || stage.methods.includes(own)) return [own, "您自己选的"];
    if (told.here.includes(number)) return [method, "它就用在这一段"];
    for (const [key, why] of [["before", "记录写着通常先做它"], ["after", "记录写着通常接着做它"]]) {
      const near = told[key].map(([id]) => id).find((id) => stage.methods.includes(id));
      if (near) return [near, why];
    }
    const best = stage.methods.slice().sort((one, other) => ranks[one] - ranks[other])[0];
    return [best || "-", best ? (answered ? "按您的回答，这一段它排在最前" : "这一段里案例多的核心方法") : "材料里没有专管这一段的方法"];
  }

  function cell(stage, number, told, view, redraw) {
    const [id, why] = chosen(stage, number, told, view.method, view.ranks, view.answered);
    const select = make("select", { "aria-label": `${stage.name}用什么方法`, autocomplete: "off" },
      make("option", { value: "-" }, "这一段不用"));
    for (const one of stage.methods) select.append(make("option", { value: one }, view.names[one]));
    select.value = id;
    select.addEventListener("change", () => { keep(`s${number}`, select.value); redraw(number); });
    const name = id === "-" ? "这一段不用" : link(`methods/${id}/`, view.names[id]);
    return make("td", { "data-label": "用什么方法" }, make("p", { class: "xy-route__method" }, name),
      make("p", { class: "xy-note" }, why), select);
  }

  // Of what the sources tell, first what the method's own sources tell: the rest happened elsewhere.
  function handovers(stage, told, process, number, sources) {
    const ours = (one) => Number(!told.sources.includes(one[3]));
    const sorted = stage.handovers.slice().sort((one, other) => ours(one) - ours(other));
    const lines = sorted.slice(0, HANDOVERS).map(([giver, paper, taker, source]) => {
      const line = make("li", {}, `${giver} → ${taker}：${paper} `, voice(source ? sources[source] : "!"));
      return line;
    });
    const left = sorted.length - HANDOVERS;
    const rest = left > 0 ? [link(`processes/${process}/#stage-${number + 1}`, `另有${left}条交接`)] : [];
    return make("td", { "data-label": "谁把什么交给谁" },
      ...(lines.length ? [make("ul", { class: "xy-route__list" }, ...lines)] : ["材料没有写交接的文书。"]), ...rest);
  }

  function table(head, rows, caption) {
    const heads = head.map((text) => make("th", { scope: "col" }, text));
    return make("div", { class: "xy-scroll", role: "region", tabindex: "0", "aria-label": caption },
      make("table", { class: "xy-table xy-table--stack xy-route__table" }, make("caption", {}, caption),
        make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
  }

  function inProcess(host, told, view, all, redraw) {
    const keys = Object.keys(told.serves);
    const key = keys.includes(address().get("p")) ? address().get("p") : keys[0];
    const process = all.processes[key];
    const here = Object.assign({ here: told.serves[key] }, told);
    const rows = process.stages.map((stage, number) => {
      const own = told.serves[key].includes(number);
      const head = make("th", { scope: "row" }, `${number + 1}. ${stage.name}`);
      if (own) head.append(make("span", { class: "xy-badge" }, "它在这里"));
      return make("tr", own ? { class: "xy-route__here" } : {}, head, cell(stage, number, here, view, redraw),
        handovers(stage, here, key, number, all.sources));
    });
    const pick = make("select", { "aria-label": "放进哪个流程", autocomplete: "off" });
    for (const one of keys) pick.append(make("option", { value: one }, all.processes[one].name));
    pick.value = key;
    pick.addEventListener("change", () => { keep("p", pick.value); redraw(-1); });
    host.append(...(keys.length > 1 ? [make("p", {}, "放进哪个流程：", pick)] : []),
      table(["阶段", "用什么方法", "谁把什么交给谁"], rows, process.name),
      make("p", { class: "xy-note" }, "交接的文书来自不同的地方，写明了出处，不能接成一套制度。没有落到它的阶段，由编者按记录和您的回答配上方法，可以改。 ", voice("!")));
  }

  function inSteps(host, told) {
    host.append(make("p", { class: "xy-empty" }, "记录没有把这个方法放进哪一个流程。"));
    if (!told.steps.length) return;
    const rows = told.steps.map(([name, who, output, edited]) => make("tr", {},
      make("th", { scope: "row" }, name),
      make("td", { "data-label": "谁来做" }, who || xyChoose.untold(), " ", edited && who ? voice("!") : ""),
      make("td", { "data-label": "留给下一步什么" }, output || xyChoose.untold(), " ", edited && output ? voice("!") : "")));
    host.append(table(["步骤", "谁来做", "留给下一步什么"], rows, "它自己的步骤"));
  }

  function draw(host, told, view, all, close, focus) {
    host.textContent = "";
    const heading = make("h2", { tabindex: "-1" }, `方法链：${view.names[view.method]}`);
    host.append(heading, around(told));
    const redraw = (number) => draw(host, told, view, all, close, number);
    if (Object.keys(told.serves).length) inProcess(host, told, view, all, redraw);
    else inSteps(host, told);
    host.append(make("p", { class: "xy-choose__tools" }, button("打印方法链", () => print()), close));
    const selects = host.querySelectorAll("select");
    if (focus !== null && selects.length) [...host.querySelectorAll("tbody select"), selects[0]].slice(focus)[0].focus();
  }

  xyChoose.route = async (host, ranked, method, answered, close) => {
    const [{ route }, all] = await Promise.all([load(`method-${method}`), load("processes")]);
    const ranks = {};
    const titles = {};
    ranked.forEach(({ id, name }, place) => { ranks[id] = place; titles[id] = name; });
    draw(host, route, { method, answered, ranks, names: titles }, all, close, null);
  };
})();
