// How characters sound, and traditional characters made simplified.
(function (root) {
  "use strict";
  const search = (root.xySearch = root.xySearch || {});
  const soundOf = new Map();
  let simple = null;

  // The first 3,755 characters of GB 2312 stand in the order of their sound, so the table only counts them.
  function gb2312(fromRow, toRow) {
    const bytes = [];
    for (let row = fromRow; row <= toRow; row++)
      for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
    return new TextDecoder("gbk").decode(new Uint8Array(bytes)).replace(/[^\u3400-\u9fff]/g, "");
  }

  search.learnSounds = function ([common, others]) {
    const chars = gb2312(0xb0, 0xd7);
    let at = 0;
    for (const run of common.split(" ")) {
      const [, sound, count] = /^([a-z~]+)(\d*)$/.exec(run);
      for (let left = Number(count || 1); left > 0; left--) soundOf.set(chars[at++], sound);
    }
    for (const group of others.split(" ")) {
      const sound = /^[a-z]*/.exec(group)[0];
      for (const char of group.slice(sound.length)) soundOf.set(char, sound);
    }
    search.syllables = new Set(soundOf.values());
  };

  search.sound = (char) => soundOf.get(char) || "~";
  search.fuzzy = (sound) => sound.replace(/^([zcs])h/, "$1").replace(/([aei]n)g$/, "$1");

  // Where a term stands among the shards.
  search.key = function (term) {
    if (!search.isHan(term)) return "!" + term.slice(0, 2);
    return [...term].map((char) => search.fuzzy(search.sound(char))).join(" ");
  };

  // Whether some character is in none of the simplified ones' list: only then is the table worth loading.
  let simplified = null;
  search.isTraditional = function (text) {
    simplified = simplified || new Set(gb2312(0xb0, 0xf7));
    return [...text].some((char) => char >= "\u3400" && char <= "\u9fff" && !simplified.has(char));
  };
  search.simplified = function (table) {
    simple = new Map();
    for (let at = 0; at < table.length; at += 2) simple.set(table[at], table[at + 1]);
  };
  search.simplify = (text) => (simple ? [...text].map((char) => simple.get(char) || char).join("") : text);
  search.knowsTraditional = () => simple !== null;

  // Letters cut into syllables, the longest first; null when some are left over.
  search.cut = function (letters) {
    if (!letters) return [];
    for (let size = Math.min(6, letters.length); size > 0; size--) {
      if (!search.syllables.has(letters.slice(0, size))) continue;
      const rest = search.cut(letters.slice(size));
      if (rest) return [letters.slice(0, size), ...rest];
    }
    return null;
  };
})(self);
