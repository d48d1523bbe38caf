// From what was typed to what is looked for. The same steps were done to the pages by macros/search/tokens.py.
(function (root) {
  "use strict";
  const search = (root.xySearch = root.xySearch || {});
  const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff";
  const RUN = new RegExp(`[${HAN}]+|[a-z0-9]+(?:[+.-][a-z0-9]+)*`, "g");
  const SMALL_NUMBER = new RegExp(`(^|[^0-9.a-z+])([1-9][0-9]?)(?=[${HAN}])`, "g");
  const FILTER = /(类型|类别|级别):(\S*)/g;
  const ONES = "零一二三四五六七八九";

  const isHan = (text) => text[0] > "\u2fff";

  function spelled(number) {
    const tens = Math.floor(number / 10);
    const ones = number % 10;
    if (!tens) return ONES[ones];
    return (tens === 1 ? "" : ONES[tens]) + "十" + (ones ? ONES[ones] : "");
  }

  function normal(text) {
    const plain = text.normalize("NFKC").toLowerCase();
    return plain.replace(SMALL_NUMBER, (_, before, number) => before + spelled(Number(number)));
  }

  // Only the characters that count when names are compared.
  const bare = (text) => (normal(text).match(RUN) || []).join("").replace(/[+.-]/g, "");

  // The words and numbers of a text; a code with a plus counts whole and in parts.
  function latin(run) {
    const parts = run.split(/[+.-]/);
    return parts.length > 1 ? [parts.join(""), ...parts] : parts;
  }

  // Question words weigh nothing, unless they are part of a name or all there is.
  function pieces(run, words, names) {
    const taken = new Array(run.length).fill(false);
    for (let from = 0; from < run.length; from++)
      for (let to = run.length; to > from + 1; to--)
        if (names.has(run.slice(from, to))) taken.fill(true, from, to);
    let rest = "";
    for (let at = 0; at < run.length; ) {
      const word = words.find((each) => run.startsWith(each, at));
      const free = word && (word.length > 1 || run.length > 4);
      if (free && !taken.slice(at, at + word.length).includes(true)) {
        rest += " ";
        at += word.length;
      } else rest += run[at++];
    }
    const found = rest.split(" ").filter((piece) => piece.length > 1);
    return found.length ? found : [run];
  }

  // What was typed: filters, runs as typed, pieces that carry meaning, and all of them in one string.
  search.parse = function (typed, meta) {
    const filters = { 类型: [], 类别: [], 级别: [] };
    const text = search.simplify(normal(typed)).replace(FILTER, (_, name, value) => {
      if (value) filters[name].push(value);
      return " ";
    });
    const runs = text.match(RUN) || [];
    const found = [];
    for (const run of runs)
      if (isHan(run)) found.push(...pieces(run, meta.questions, meta.byText));
      else found.push(run);
    return { filters, runs, pieces: found, whole: found.join("").replace(/[+.-]/g, ""), text: text.trim() };
  };

  Object.assign(search, { normal, bare, latin, isHan });
})(self);
