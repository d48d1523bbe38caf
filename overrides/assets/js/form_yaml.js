// What was filled in as the text of a record; and the rules that hold between its fields.
(() => {
  "use strict";

  const PLAIN = /^[A-Za-z\u4e00-\u9fff\u201c\u300a\uff08][A-Za-z0-9\u4e00-\u9fff\u2014\u2018-\u201d\u3001\u3002\u300a\u300b\u00b7\uff01-\uff5e%./-]*$/;
  const WORDS = /^(true|false|null|yes|no)$/i;

  function scalar(value) {
    if (typeof value !== "string") return String(value);
    return PLAIN.test(value) && !WORDS.test(value) ? value : `'${value.replace(/'/g, "''")}'`;
  }

  function lines(key, value, space) {
    if (Array.isArray(value)) return [`${space}${key}:`, ...value.flatMap((one) => item(one, `${space}  `))];
    if (typeof value === "object") return [`${space}${key}:`, ...all(value, `${space}  `)];
    return [`${space}${key}: ${scalar(value)}`];
  }

  const all = (record, space) => Object.keys(record).flatMap((key) => lines(key, record[key], space));

  function item(one, space) {
    if (typeof one !== "object") return [`${space}- ${scalar(one)}`];
    const [first, ...rest] = all(one, `${space}  `);
    return [`${space}- ${first.trim()}`, ...rest];
  }

  /** A masked or untold figure has no value; any other has a value or the printed words. */
  const isHidden = (figure) => figure.state === "masked" || figure.state === "untold";
  const isBare = (figure) => figure.state !== "untold" && figure.value === undefined && figure.as_printed === undefined;
  const someFigure = (data, isWrong) => (data.figures || []).some(isWrong);

  /** kind -> [is it wrong?, the field to mend, what to say] */
  const TOGETHER = {
    reports: [[(data) => !data.place === !data.place_text, "place", "和“地方（写文字）”要写一处，只写一处"]],
    sources: [[(data) => data.link_ok === true && !data.url, "url", "还空着，“可以链接”却选了是"]],
    cases: [
      [(data) => someFigure(data, (one) => isHidden(one) && one.value !== undefined), "figures", "里状态是“脱敏”“未提供”的，“数值”要空着"],
      [(data) => someFigure(data, isBare), "figures", "里有一条没有数值；补上“数值”或者“原文写法”，材料没说的，状态选“未提供”"],
      [(data) => data.date && data.date.end && data.date.start && data.date.end < data.date.start.slice(0, data.date.end.length), "date", "结束早于开始"],
    ],
    methods: [[(data) => !data.steps && (data.type === "procedure" || !data.parts), "steps", "还空着；性质是“方法”的写步骤，其余的写步骤或者组成"]],
  };

  window.xyForm.together = (kind, data) => (TOGETHER[kind] || []).filter(([isWrong]) => isWrong(data)).map(([, field, said]) => [field, said]);

  /** The whole file. */
  window.xyForm.yaml = (kind, data) => [`# yaml-language-server: $schema=../../schema/${kind}.json`, ...all(data, "")].join("\n") + "\n";
})();
