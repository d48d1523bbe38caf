// A list of people as a spreadsheet gives it to the clipboard: lines, tabs, and quotes around what holds either.
const xyPeople = (() => {
  "use strict";
  const CELL = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;

  function rowsOf(text) {
    const rows = [[]];
    let at = 0;
    while (at <= text.length) {
      CELL.lastIndex = at;
      const found = CELL.exec(text);
      const value = found[1] === undefined ? found[2] : found[1].replace(/""/g, '"');
      rows[rows.length - 1].push(value.replace(/\s+/g, " ").trim());
      at = CELL.lastIndex;
      if (text.startsWith("\r\n", at)) at += 1;
      if (text[at] !== "\t") rows.push([]);
      at += 1;
    }
    return rows;
  }

  // Typed by hand there are commas instead of tabs.
  function tabbed(text) {
    return text.includes("\t") ? text : text.replace(/[,，]/g, "\t");
  }

  // Which column of the list stands where; without a head, in our own order.
  function order(first, columns) {
    const found = columns.map((names) => first.findIndex((cell) => names.includes(cell.replace(/ /g, ""))));
    return found[0] < 0 ? null : found;
  }

  /** {people: [{姓名, …}], said: what was left out}. `columns` are [name, what it is also called …]. */
  function read(text, columns) {
    const rows = rowsOf(tabbed(text)).filter((row) => row.some(Boolean));
    const head = rows.length ? order(rows[0], columns) : null;
    const places = head || columns.map((_, n) => n);
    const people = [];
    const nameless = [];
    (head ? rows.slice(1) : rows).forEach((row, n) => {
      const person = {};
      columns.forEach(([name], column) => { person[name] = row[places[column]] || ""; });
      if (person[columns[0][0]]) people.push(person);
      else nameless.push(n + 1);
    });
    return { people, nameless, twice: twice(people, columns[0][0]) };
  }

  function twice(people, key) {
    const seen = new Set();
    return people.map((person) => person[key]).filter((name) => seen.has(name) || !seen.add(name));
  }

  return { read };
})();
