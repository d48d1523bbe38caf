// Material's search worker, replaced: its messages in and out, our engine between them.
// On a server this is a worker of its own; opened from a folder it is a part of the page (see page.js).
(function (root) {
  "use strict";
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const PARTS = ["text.js", "sounds.js", "names.js", "terms.js", "asked.js", "rank.js", "present.js", "engine.js"];
  const DATA = "../../search/";
  const PAUSE = 130; // milliseconds; whoever types on is waited for
  const search = (root.xySearch = root.xySearch || {});
  let loaded = null, newest = 0, last = 0;

  if (!search.load) {
    search.load = async (paths) => importScripts(...paths);
    onmessage = ({ data }) => search.handle(data, (message) => postMessage(message));
  }
  search.importer = (paths) => search.load(paths.map((path) => DATA + path));

  async function answer(typed, number, reply) {
    if (number !== newest) return;
    if (!typed.trim()) return reply({ type: RESULT, data: { items: [] } }); // Material asks for nothing at first
    loaded = loaded || search.load(PARTS);
    await loaded;
    const data = await search.query(typed, () => number !== newest);
    if (data && number === newest) reply({ type: RESULT, data });
  }

  search.handle = function ({ type, data }, reply) {
    if (type === SETUP) reply({ type: READY });
    if (type !== QUERY) return;
    const number = ++newest;
    const failed = (fault) => {
      loaded = null; // a file did not come: the next query tries again
      console.error(fault);
      reply({ type: RESULT, data: { items: [] } });
    };
    const now = Date.now();
    setTimeout(() => answer(data, number, reply).catch(failed), now - last < PAUSE ? PAUSE : 0);
    last = now;
  };
})(self);
