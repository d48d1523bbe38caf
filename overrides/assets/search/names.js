// How well a query is the name of something: written alike, sounding alike, spelled in pinyin, or nearly so.
(function (root) {
  "use strict";
  const search = (root.xySearch = root.xySearch || {});
  const SHORTEST = 2;

  // [entry, text, its syllables] of every name.
  function name(entry, written) {
    const [shown, read] = written.split("\t");
    const text = search.bare(shown.replace(/[(（]a-?\d+[)）]/i, ""));
    const chars = [...text];
    const others = new Map((read || "").split(" ").map((each) => [parseInt(each, 10), each.replace(/^\d+/, "")]));
    let at = 0;
    const sounds = chars.map((char) => (search.isHan(char) ? others.get(at++) || search.sound(char) : char));
    const fuzzy = sounds.map(search.fuzzy);
    return { entry, shown, text, sounds, fuzzy, key: " " + fuzzy.join(" ") + " ", spelled: sounds.join(""), initials: sounds.map((s) => s[0]).join("") };
  }

  search.learnNames = function (meta) {
    meta.names = [];
    meta.byText = new Map();
    meta.entries.forEach(([, title, , , , , , , others], entry) => {
      const all = (others ? others.split("|") : []);
      const read = all[0] && all[0][0] === "\t" ? all.shift() : "";
      for (const written of [title + read, ...all]) {
        const one = name(entry, written);
        if (!one.text) continue;
        meta.names.push(one);
        if (!meta.byText.has(one.text)) meta.byText.set(one.text, one);
      }
    });
  };

  // One character other, missing or too many.
  function nearly(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let from = 0;
    while (from < one.length && one[from] === other[from]) from++;
    let a = one.length, b = other.length;
    while (a > from && b > from && one[a - 1] === other[b - 1]) a--, b--;
    return a - from <= 1 && b - from <= 1;
  }

  const inside = (part, whole) => 0.5 + (0.45 * part) / whole; // the query is a part of the name
  const around = (part, whole) => 0.35 + (0.6 * part) / whole; // the name is a part of the query

  function written(query, text) {
    if (query === text) return 1;
    if (query.length >= SHORTEST && text.includes(query))
      return inside(query.length, text.length) + (text.startsWith(query) ? 0.03 : 0);
    if (text.length >= SHORTEST && query.includes(text)) return around(text.length, query.length);
    return query.length === 1 && text.includes(query) ? 0.6 + 0.15 / text.length : 0;
  }

  // Homophones: two characters must share one, or be all that was asked for.
  function heard(query, one) {
    if (query.key === one.key) return 0.93;
    const [short, long] = query.key.length < one.key.length ? [query, one] : [one, query];
    const size = short.sounds.length;
    if (size < SHORTEST) return 0;
    const at = long.key.indexOf(short.key);
    if (at < 0) return 0;
    if (size === SHORTEST) {
      const from = at ? long.key.slice(0, at).trim().split(" ").length : 0;
      if (long.text[from] !== short.text[0] && long.text[from + 1] !== short.text[1]) return 0;
    }
    return 0.85 * (short === query ? inside : around)(size, long.sounds.length);
  }

  function mistyped(query, one) {
    const size = query.text.length;
    if (size < 3 || one.text.length < 3) return 0;
    if (Math.abs(size - one.text.length) > 1 && Math.min(size, one.text.length) < 4) return 0;
    if (nearly(query.text, one.text)) return size === 3 && one.text.length === 3 ? 0.72 : 0.78;
    if (size >= 4 && nearly(query.fuzzy, one.fuzzy)) return 0.7;
    const [short, long] = size < one.text.length ? [query, one] : [one, query];
    if (short.text.length < 4) return 0;
    let shared = 0;
    for (const char of short.text) if (long.text.includes(char)) shared++;
    if (shared < short.text.length - 1) return 0;
    for (let from = 0; from + short.text.length <= long.text.length; from++)
      if (nearly(short.text, long.text.substr(from, short.text.length)))
        return 0.7 * (short === query ? inside : around)(short.text.length, long.text.length);
    return 0;
  }

  // Full pinyin or first letters, also mixed with characters.
  function spelled(query, one) {
    const typed = query.spelled;
    if (typed === one.spelled) return 1;
    if (typed.length > 2 && one.spelled.startsWith(typed)) return inside(typed.length, one.spelled.length);
    if (query.letters && typed === one.initials && typed.length > 1) return 0.92;
    if (query.letters && typed.length > 1 && one.initials.startsWith(typed)) return 0.45 + (0.4 * typed.length) / one.initials.length;
    if (typed.length > 3) {
      let at = 0;
      for (const sound of one.sounds) {
        if (one.spelled.startsWith(typed, at)) return 0.9 * inside(typed.length, one.spelled.length);
        at += sound.length;
      }
      if (search.fuzzy(typed) === search.fuzzy(one.spelled) || query.plain === one.fuzzy.join("")) return 0.93;
      if (one.spelled.length > 5 && typed.includes(one.spelled)) return around(one.spelled.length, typed.length);
      if (typed.length > 6 && nearly(typed, one.spelled)) return 0.75;
    }
    return 0;
  }

  // Entry -> {score, names}: the best score, and the names that were meant.
  search.match = function (query, meta) {
    const found = new Map();
    if (!query.whole) return found;
    const asked = name(-1, query.whole);
    const syllables = /[a-z]/.test(query.whole) ? search.cut(asked.spelled.replace(/[^a-z]/g, "")) : null;
    asked.letters = /^[a-z]+$/.test(query.whole);
    asked.plain = syllables ? syllables.map(search.fuzzy).join("") : "";
    for (const one of meta.names) {
      let score = written(asked.text, one.text);
      if (!score && /[a-z]/.test(query.whole)) score = spelled(asked, one);
      if (!score && asked.text.length >= SHORTEST && /[^\x00-\x7f]/.test(query.whole)) score = heard(asked, one) || mistyped(asked, one);
      if (!score) continue;
      const before = found.get(one.entry) || { score: 0, names: [] };
      before.names.push([score, one]);
      before.score = Math.max(before.score, score);
      before.part = before.part || (score < 1 && asked.text.includes(one.text));
      found.set(one.entry, before);
    }
    return found;
  };
})(self);
