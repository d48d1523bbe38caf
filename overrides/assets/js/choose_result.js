// One method among the results: what speaks for it, what against, each reason with the field it rests on and, as soon
// as the method's own data have come, with the words of the record.
(() => {
  const { make, link, button, load, voice } = xyChoose;
  const MOST = 6; // reasons for; those against are all shown

  function reason({ rule, item }, told, rows) {
    const mark = rule.weight > 0 ? "合适" : "要留意";
    const line = make("li", { class: `xy-reason xy-reason--${rule.weight > 0 ? "for" : "against"}` },
      make("b", {}, mark), ` ${rule.because}`);
    if (!rule.field) line.append(" ", voice("!"));
    else line.append(make("span", { class: "xy-reason__field" }, `（看的是“${told.fields[rule.field]}”）`));
    if (item >= 0 && !told.whole.includes(rule.field)) rows.then((said) => quote(line, said[rule.field][item]));
    return line;
  }

  function quote(line, said) {
    line.append(make("span", { class: "xy-reason__quote" }, `“${said[0]}”`), " ", voice(said[1]));
  }

  function byWeight(one, other) {
    return Math.abs(other.rule.weight) - Math.abs(one.rule.weight);
  }

  xyChoose.result = (method, told, answered, open) => {
    const rows = load(`method-${method.id}`).then((data) => data.rows);
    const sorted = method.reasons.slice().sort(byWeight);
    const good = sorted.filter(({ rule }) => rule.weight > 0);
    const shown = [...good.slice(0, MOST), ...sorted.filter(({ rule }) => rule.weight < 0)];
    const rest = good.length > MOST ? [make("li", { class: "xy-reason" }, `还有${good.length - MOST}条合适的理由。`)] : [];
    const none = answered ? [make("li", { class: "xy-reason" }, "您的回答里没有一条说到它。")] : [];
    const reasons = shown.map((one) => reason(one, told, rows));
    const chain = button("看方法链", () => open(method.id));
    chain.setAttribute("aria-label", `看“${method.name}”的方法链`);
    return make("li", { class: "xy-choose__result" },
      make("h3", {}, link(`methods/${method.id}/`, method.name)),
      make("p", { class: "xy-choose__line" }, method.line),
      make("ul", { class: "xy-choose__reasons" }, ...(reasons.length ? [...reasons, ...rest] : none)),
      make("p", { class: "xy-choose__tools" }, chain,
        link(`choose/compare/?add=${method.id}`, "加入对照", { "aria-label": `把“${method.name}”加入对照` })));
  };
})();
