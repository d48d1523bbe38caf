// The case library, taken home: what is shown as a table, as data, on paper. library.js has made the place for the buttons.
(() => {
  const tools = document.querySelector(".xy-library__tools");
  if (!tools) return;
  const table = document.querySelector("table[data-facets]");
  const body = table.tBodies[0];
  const columns = [...body.rows[0].cells].map((cell) => cell.dataset.label);
  const facets = JSON.parse(table.dataset.facets);

  function lines(cell) {
    return [...cell.childNodes].map((node) => (node.nodeName === "BR" ? "\n" : node.textContent)).join("").trim();
  }

  function record(row) {
    const [name, ...cells] = row.cells;
    const found = { 案例号: lines(name.querySelector(".xy-number")), 案例: lines(name.querySelector("a")) };
    for (const cell of cells) found[cell.dataset.label] = lines(cell);
    const values = row.dataset.values.split(";");
    facets.forEach((facet, index) => {
      if (columns.some((column) => facet.label.endsWith(column))) return;
      found[facet.label] = values[index].split(",").map((value) => facet.values[value][1]);
    });
    return found;
  }

  function shownRecords() {
    return [...body.rows].filter((row) => !row.hasAttribute("data-out")).map(record);
  }

  function csv() {
    const names = Object.keys(record(body.rows[0]));
    const cells = [names, ...shownRecords().map((one) => names.map((name) => one[name]))];
    return window.xyFiles.csv(cells);
  }

  const { save } = window.xyFiles;
  const actions = {
    下载CSV: () => save("案例库.csv", "text/csv", csv()),
    下载JSON: () => save("案例库.json", "application/json", JSON.stringify(shownRecords(), null, 2)),
    打印: () => print(),
  };
  for (const [label, action] of Object.entries(actions)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", action);
    tools.append(button);
  }
})();
