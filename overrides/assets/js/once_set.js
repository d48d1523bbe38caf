// The papers of a session from their packed templates: what stands in 〔〕 is filled in, a row is repeated for everybody.
const xyOnceSet = (data) => {
  "use strict";
  const EVERYBODY = "应到人数";
  const kept = {};
  const phrases = [];

  // A private character stands for its phrase, which may hold others that came before.
  const whole = (text) => text.replace(/[\ue000-\uf8ff]/g, (sign) => phrases[sign.charCodeAt(0) - 0xe000]);
  for (const phrase of data.phrases) phrases.push(whole(phrase));
  const texts = data.texts.map(whole);

  // What XML cannot hold goes; what it would read as its own is written out.
  const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
  const LONELY = /(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
  function escaped(text) {
    return text.replace(NOT_XML, "").replace(LONELY, "$1").replace(/[&<>"']/g, (sign) => SIGNS[sign]);
  }

  function filled(text, values) {
    return text.replace(/〔([^〔〕<>]+)〕/g, (mark, key) => (values[key] === undefined ? mark : escaped(values[key])));
  }

  function text(file, values, people) {
    const [before, row, after] = file.slice(1).map((n) => texts[n]);
    if (row === undefined) return filled(before, values);
    const rows = people.map((person, n) => filled(row, Object.assign({}, values, person, { 序号: String(n + 1) })));
    return filled(before, values) + rows.join("") + filled(after, values);
  }

  function entry(file, values, people) {
    const [path, key] = file;
    if (typeof key === "number") return xyZip.stored(path, text(file, values, people));
    if (!kept[key]) kept[key] = xyZip.pressed("", data.parts[key]);
    return Object.assign({}, kept[key], { path });
  }

  function paper(one, values, people) {
    return xyZip.zip(one.files.map((file) => entry(file, values, people)));
  }

  function fileName(name) {
    return [...name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_")].slice(0, 40).join("").replace(/[. ]+$/, "");
  }

  // What a person's line leaves open stays open on the paper of that person.
  function told(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
  }

  /** The whole set: a zip of {name of the paper}.docx and one folder for each paper that everybody gets. */
  function set(values, people, date) {
    const given = told(values);
    if (people.length) given[EVERYBODY] = String(people.length);
    const digits = String(people.length).length;
    const entries = [];
    for (const one of data.papers.filter((any) => people.length || any.pack === "session")) {
      if (one.pack !== "person") {
        entries.push(xyZip.stored(`${one.title}.docx`, paper(one, given, people)));
      } else {
        people.forEach((person, n) => {
          const path = `${one.title}/${String(n + 1).padStart(digits, "0")}-${fileName(person.姓名)}.docx`;
          entries.push(xyZip.stored(path, paper(one, Object.assign({}, given, told(person)), people)));
        });
      }
    }
    return { bytes: xyZip.zip(entries, xyZip.moment(date)), count: entries.length };
  }

  return { set, fileName };
};
