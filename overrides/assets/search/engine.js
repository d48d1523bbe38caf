// One query from beginning to end. `search.importer` loads scripts: a worker and a page do it differently.
(function (root) {
  "use strict";
  const search = (root.xySearch = root.xySearch || {});
  const WITH_TEXT = 5; // results that show text; the others show their title
  const MOST = 20;
  const MORE_OF_A_PAGE = 3;
  const shards = new Map();
  const fragments = new Map();
  let meta = null;

  // What the data files call.
  search.shard = (number, held) => shards.set(number, held);
  search.fragment = (number, held) => fragments.set(number, held);
  search.meta = function (data) {
    meta = data;
    search.learnSounds(meta.sounds);
    search.learnNames(meta);
    meta.keys = meta.shards.split(",");
    meta.shard = (key) => shards.get(shardOf(key));
    meta.called = meta.entries.map(() => []); // a list of names is no name
    for (const { entry, shown } of meta.names) meta.called[entry].push(...search.normal(shown).split("\u3001").filter(Boolean));
    meta.entryOf = [];
    meta.firstOf = meta.entries.map(([, , sections], entry) => {
      const first = meta.entryOf.length;
      for (let left = sections; left > 0; left--) meta.entryOf.push(entry);
      return first;
    });
    meta.fragmentOf = [];
    search.numbers(meta.fragments).forEach((size, number) => {
      for (let at = 0; at < size; at++) meta.fragmentOf.push([number, at]);
    });
  };

  // The last shard that does not begin behind the key.
  function shardOf(key) {
    let low = 0, high = meta.keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (meta.keys[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  async function need(held, folder, numbers) {
    const missing = [...new Set(numbers)].filter((number) => !held.has(number));
    if (missing.length) await search.importer(missing.map((number) => `${folder}/${number}.js`));
  }

  async function prepare(typed) {
    if (!meta) await search.importer(["meta.js"]);
    if (search.isTraditional(typed) && !search.knowsTraditional()) await search.importer(["simplified.js"]);
  }

  // The sections whose text is shown: the best, and others of the page that happen to be loaded with it.
  function sectionsOf(result) {
    const first = meta.firstOf[result.entry];
    const exact = result.names.some(([score]) => score > 0.9);
    return result.section === undefined || exact ? first : result.section;
  }

  function withText(result) {
    const best = sectionsOf(result);
    const [number] = meta.fragmentOf[best];
    const held = fragments.get(number);
    const first = best - meta.fragmentOf[best][1];
    const others = held
      .map((_, at) => first + at)
      .filter((section) => section !== best && result.places[section] > 0.6 * result.places[best] && result.places[best] > 0)
      .sort((a, b) => result.places[b] - result.places[a])
      .slice(0, MORE_OF_A_PAGE);
    return [best, ...others].map((section) => [section, held[section - first]]);
  }

  // The result for Material, or null when something newer was typed meanwhile.
  search.query = async function (typed, isStale = () => false) {
    if (!typed.trim()) return { items: [] };
    await prepare(typed);
    const query = search.parse(typed, meta);
    const named = search.match(query, meta);
    const best = Math.max(0, ...[...named.values()].map(({ score }) => score));
    const terms = search.terms(query, meta, best);
    await need(shards, "s", terms.map(({ key }) => shardOf(key)));
    if (isStale()) return null;
    const found = search.rank(query, terms, named, meta).slice(0, MOST);
    const shown = found.slice(0, WITH_TEXT);
    await need(fragments, "f", shown.map((result) => meta.fragmentOf[sectionsOf(result)][0]));
    if (isStale()) return null;
    found.forEach((result, at) => (result.sections = at < WITH_TEXT ? withText(result) : []));
    const items = found.map((result) => search.item(result, query, meta));
    return { items: found.length && !found[0].near ? items : items.slice(0, WITH_TEXT).concat(search.doors(meta)) };
  };
})(self);
