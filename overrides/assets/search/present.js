// From ranked results to what Material's search box shows: titles and a piece of text, the query marked whole.
(function (root) {
  "use strict";
  const search = (root.xySearch = root.xySearch || {});
  const SHOWN = 96; // characters of text under a heading
  const BEFORE = 18; // of these before the first mark
  const MEANT = 0.6; // a name that fits so well is marked as well
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  const escaped = (text) => text.replace(/[&<>"]/g, (char) => ESCAPES[char]);

  // Character by character, so that places in both are the same.
  const flat = (text) =>
    text.replace(/[A-Z\uff01-\uff5e]/g, (char) => char.normalize("NFKC").toLowerCase());

  // What is marked: the query as typed, its pieces and their parts of two characters or more, and names that were meant.
  search.needles = function (query, names) {
    const han = query.runs.concat(query.pieces).filter(search.isHan);
    const meant = names.filter(([score]) => score >= MEANT).map(([, one]) => one.text).filter((text) => text.length > 1);
    const words = query.pieces.filter((piece) => !search.isHan(piece)).map((piece) => piece.split("").join("[+.-]?").replace(/\[\+\.-\]\?([+.-])\[\+\.-\]\?/g, "[+.-]?"));
    return { whole: new Set(han), meant: new Set(meant), parts: query.pieces.filter(search.isHan), words };
  };

  // [from, to] of every mark; where nothing was typed so, the names that were meant.
  function marks(text, needles) {
    const plain = flat(text);
    const typed = within(plain, needles);
    return typed.length ? typed : within(plain, { whole: needles.meant, parts: [], words: [] });
  }

  function within(plain, { whole, parts, words }) {
    const found = [];
    const longest = Math.max(0, ...[...whole].map((each) => each.length));
    const isNeedle = (part) => whole.has(part) || (part.length > 1 && parts.some((piece) => piece.includes(part)));
    const begins = new Set([...whole, ...parts].join(""));
    for (let from = 0; from < plain.length; from++) {
      if (!begins.has(plain[from])) continue;
      let size = Math.min(longest, plain.length - from);
      while (size > 0 && !isNeedle(plain.substr(from, size))) size--;
      if (!size) continue;
      found.push([from, from + size]);
      from += size - 1;
    }
    for (const word of words)
      for (const match of plain.matchAll(new RegExp(word, "g")))
        if (!found.some(([from, to]) => from < match.index + match[0].length && match.index < to)) found.push([match.index, match.index + match[0].length]);
    return found.sort((a, b) => a[0] - b[0]);
  }

  function marked(text, found, from = 0, to = text.length) {
    let written = "", at = from;
    for (const [start, end] of found) {
      if (start < at || end > to) continue;
      written += escaped(text.slice(at, start)) + "<mark data-md-highlight>" + escaped(text.slice(start, end)) + "</mark>";
      at = end;
    }
    return written + escaped(text.slice(at, to));
  }

  // The stretch that holds the longest marks.
  function teaser(text, needles) {
    const found = marks(text, needles);
    let best = 0, from = 0;
    for (const [start] of found) {
      const within = found.filter(([a, b]) => a >= start && b <= start + SHOWN - BEFORE);
      const worth = within.reduce((sum, [a, b]) => sum + (b - a) * (b - a), 0);
      if (worth > best) [best, from] = [worth, start];
    }
    from = Math.max(0, from - BEFORE);
    const to = Math.min(text.length, from + SHOWN);
    return (from ? "\u2026" : "") + marked(text, found, from, to) + (to < text.length ? "\u2026" : "");
  }

  // Pages lie in folders: without a server the browser wants to be told of index.html.
  function address(location, anchor) {
    const [page, place] = location.split("#");
    const file = search.offline && (!page || page.endsWith("/")) ? page + "index.html" : page;
    const where = anchor || place;
    return file + (where ? "#" + where : "");
  }

  // Material's documents for one result; the best comes first, more of the same page behind it.
  search.item = function (result, query, meta) {
    const [location, title, , kind, , , , parent] = meta.entries[result.entry];
    const needles = search.needles(query, result.names);
    const score = result.near ? Math.min(0.9, result.score / 4) : 1 + result.score;
    const terms = {};
    for (const piece of query.pieces) terms[piece] = true;
    const doc = (where, heading, text, points) => ({ location: where, title: marked(heading, marks(heading, needles)), text: text ? teaser(text, needles) : "", score: points, terms });
    const sections = result.sections.map(([number, [anchor, heading, text]], at) => {
      const top = parent < 0 && number === meta.firstOf[result.entry];
      return doc(address(location, top ? "" : anchor), top ? title : heading, text, at ? score - 0.5 : score);
    });
    const page = parent < 0 ? doc(address(location), title, "", score) : doc(address(meta.entries[parent][0]), meta.entries[parent][1], "", score - 0.1);
    const own = sections.findIndex((each) => each.location === page.location);
    if (own < 0) sections.splice(1, 0, page);
    (own < 0 ? page : sections[own]).title += `<span class="xy-kind" data-kind="${escaped(meta.kinds[kind])}"></span>`;
    return sections;
  };

  // The front page's doors, when nothing is like the query.
  search.doors = (meta) =>
    meta.doors.map(([label, entry]) => {
      const [location, title] = meta.entries[entry];
      return [{ location: address(location), title: escaped(label), text: escaped(`到“${title}”里找`), score: 0.01, terms: {} }];
    });
})(self);
