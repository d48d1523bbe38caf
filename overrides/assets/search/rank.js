// Which results, in which order: how much of the query a page covers, best in one place, and whether it is named so.
(function (root) {
  "use strict";
  const search = (root.xySearch = root.xySearch || {});
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));
  const WEIGHT = { page: 0.5, place: 0.4, title: 0.9, name: 1, likely: 0.6, homophone: 0.5, equivalent: 0.7, asked: 0.15, kind: 0.1 };
  const ENOUGH = 0.62; // below this share of the query nothing is called a match
  const EXACTLY = 1.3; // nothing comes before what is called just so
  const ALONE = 0.45; // a name that stands alone between question words or spaces is worth so much in any case
  const FREE = 0.25; // and so much more than one amid other words
  const CHANCE = 0.15; // so much less is worth a title of which the query is but a part
  const NAMED = 0.6; // from here on a name counts as what was meant

  // The numbers in a text of digits: see digits() in macros/search/postings.py.
  search.numbers = function (text) {
    const found = [];
    let number = 0, unit = 1;
    for (const digit of text) {
      const value = VALUE.get(digit);
      number += (value % 32) * unit;
      if (value < 32) {
        found.push(number);
        number = 0;
        unit = 1;
      } else unit *= 32;
    }
    return found;
  };

  // Lists of a term: its own, or those of terms that sound like it.
  function lists(term, meta, query) {
    const held = meta.shard(term.key) || {};
    if (held[term.term]) return [[held[term.term], 1]];
    if (!term.like && (!search.isHan(term.term) || query.whole.length < 3)) {
      const longer = term.term.length > 2 ? Object.keys(held).filter((key) => key.startsWith(term.term)) : [];
      return longer.map((key) => [held[key], 0.7]);
    }
    const alike = Object.keys(held).filter((key) => search.key(key) === term.key);
    const close = term.like ? alike : alike.filter((key) => key[0] === term.term[0] || key[1] === term.term[1]);
    return close.map((key) => [held[key], term.like ? 1 : WEIGHT.homophone]);
  }

  // Term by term: the weight of each section, and the best of each entry.
  function weigh(terms, meta, query) {
    const places = new Float32Array(meta.entryOf.length);
    const pages = new Float32Array(meta.entries.length);
    const stand = new Map();
    let all = 0;
    for (const term of terms) {
      const best = new Map();
      const found = lists(term, meta, query);
      let many = 0;
      const seen = [];
      for (const [text, worth] of found) {
        let section = -1;
        for (const number of search.numbers(text)) {
          section += 1 + Math.floor(number / 4);
          many++;
          seen.push([section, worth * (0.55 + 0.15 * (number % 4))]);
        }
      }
      const rare = Math.log(1 + meta.entryOf.length / (many + 1));
      if (!term.of) all += rare * term.weight;
      stand.set(term, rare);
      const weight = rare * (term.of ? WEIGHT.equivalent : term.weight);
      for (const [section, value] of seen) {
        const entry = meta.entryOf[section];
        places[section] += weight * value;
        if (value > (best.get(entry) || 0)) best.set(entry, value);
      }
      for (const [entry, value] of best) pages[entry] += weight * value;
    }
    return { places, pages, all: all || 1, stand };
  }

  const allowed = (row, filters, meta) => {
    const has = (wanted, names, bits) =>
      wanted.every((value) => names.some((name, at) => name.includes(value) && bits & (1 << at)));
    return (
      has(filters.类型, meta.kinds, 1 << row[3]) && has(filters.类别, meta.categories, row[5]) && has(filters.级别, meta.levels, row[6])
    );
  };

  // What share of the query a text holds.
  function share(text, terms, stand, all) {
    let held = 0;
    for (const term of terms) if (term.term && !term.of && text.includes(term.term)) held += stand.get(term) * term.weight;
    return held / all;
  }

  // How much of the query the best of an entry's names holds.
  function titled(names, terms, stand, all) {
    const worth = (text) => {
      const held = share(text, terms, stand, all);
      const made = held && terms.filter((term) => term.term && !term.of && text.includes(term.term)).length + 1;
      return held * (1 - CHANCE + CHANCE * Math.min(1, made / text.length));
    };
    return Math.max(0, ...names.map(worth));
  }

  // A name inside the query is worth as much as it holds of it.
  function nameScore(named, query, terms, stand, all) {
    if (!named) return 0;
    if (named.score === 1) return EXACTLY;
    if (!named.part) return named.score;
    const free = (one) => query.pieces.length > 1 && query.pieces.includes(one.text);
    const worth = (one) => (free(one) ? ALONE : 0.1) + 0.65 * share(one.text, terms, stand, all);
    return Math.max(...named.names.map(([score, one]) => Math.min(free(one) ? score + FREE : score, worth(one))));
  }

  // [{entry, section, score, near, names}], best first.
  search.rank = function (query, terms, named, meta) {
    const { places, pages, all, stand } = weigh(terms, meta, query);
    const asked = search.asked(query.text, meta);
    const top = new Map();
    places.forEach((value, section) => {
      const entry = meta.entryOf[section];
      if (!value) return;
      if (asked.place(section)) places[section] += WEIGHT.asked * value;
      if (!top.has(entry) || places[section] > places[top.get(entry)]) top.set(entry, section);
    });
    const found = [];
    meta.entries.forEach((row, entry) => {
      const name = named.get(entry);
      const cover = Math.min(1, pages[entry] / all);
      if (!(name || cover || !query.whole) || !allowed(row, query.filters, meta)) return;
      const place = top.has(entry) ? Math.min(1 + WEIGHT.asked, places[top.get(entry)] / all) : 0;
      const likely = (WEIGHT.likely * row[4]) / 100;
      const title = cover ? titled(meta.called[entry], terms, stand, all) : 0;
      const called = Math.max(nameScore(name, query, terms, stand, all), WEIGHT.title * title);
      const answers = asked.kind(row[3]) ? WEIGHT.kind * cover : 0;
      const score = WEIGHT.page * cover + WEIGHT.place * place + WEIGHT.name * called + answers + likely * (0.3 + 0.7 * Math.max(cover, called));
      const near = query.whole && cover < ENOUGH && called < NAMED;
      found.push({ entry, section: top.get(entry), score, cover, near: Boolean(near), names: name ? name.names : [], places });
    });
    return found.sort((a, b) => b.score - a.score || a.entry - b.entry);
  };
})(self);
