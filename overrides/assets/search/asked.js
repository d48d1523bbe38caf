// What a question asks for: who, how, how long, the difference. Some sections and kinds of page answer that.
(function (root) {
  "use strict";
  const search = (root.xySearch = root.xySearch || {});

  // {place, kind}: does a section, or a kind of page, answer what is asked?
  search.asked = function (text, meta) {
    const heard = meta.asked.filter(([words]) => words.some((word) => text.includes(word)));
    const places = new Set([].concat(...heard.map(([, answering]) => answering)).map(String));
    const kinds = new Set([].concat(...heard.map(([, , answering]) => answering)));
    return { place: (section) => places.has(meta.places[section]), kind: (kind) => kinds.has(kind) };
  };
})(self);
