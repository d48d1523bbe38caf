// What is looked up for a query: its pairs of characters and its words, each with its weight.
(function (root) {
  "use strict";
  const search = (root.xySearch = root.xySearch || {});
  const WEIGHT = { seam: 0.3, everyday: 0.5, part: 0.3 };
  const NAMED = 0.6; // a query spelled in letters that is so much of a name needs no other reading
  const MOST = 16;

  // Where one name ends and other words begin: two characters across a seam say little.
  search.seams = function (piece, meta) {
    const found = new Set();
    for (let from = 0; from < piece.length; from++)
      for (let to = piece.length; to > from + 1; to--)
        if (meta.byText.has(piece.slice(from, to))) {
          found.add(from).add(to);
          from = to - 1;
          break;
        }
    return found;
  };

  // {term, key, weight, like}: what to look up; `like` says that whatever sounds so is meant.
  search.terms = function (query, meta, named) {
    const found = new Map();
    const add = (term, weight, of) => {
      if (!found.has(term)) found.set(term, { term, key: search.key(term), weight, of });
    };
    for (const piece of query.pieces)
      if (!search.isHan(piece)) search.latin(piece).forEach((part, at) => add(part, at ? WEIGHT.part : 1));
      else {
        const seams = search.seams(piece, meta);
        for (let at = 0; at + 1 < piece.length; at++) add(piece.substr(at, 2), seams.has(at + 1) ? WEIGHT.seam : 1);
      }
    for (const [word, others] of Object.entries(meta.equivalents)) {
      if (!query.whole.includes(word)) continue;
      for (let at = 0; at + 1 < word.length; at++) if (found.has(word.substr(at, 2))) found.get(word.substr(at, 2)).weight = WEIGHT.everyday;
      for (const other of others)
        for (let at = 0; at + 1 < other.length; at++) add(other.substr(at, 2), 0, word);
    }
    const letters = query.whole.replace(/[^a-z]/g, "");
    const syllables = letters.length === query.whole.length && named < NAMED ? search.cut(letters) : null;
    if (syllables && syllables.length > 1) {
      found.clear();
      const plain = syllables.map(search.fuzzy);
      for (let at = 0; at + 1 < plain.length; at++)
        found.set(at, { term: "", key: plain[at] + " " + plain[at + 1], weight: 1, like: true });
    }
    return [...found.values()].slice(0, MOST);
  };
})(self);
