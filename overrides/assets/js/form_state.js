// A form page's rows, what is kept of it in this browser, and answers given in the address.
(() => {
  "use strict";

  const { fieldsOf, rowsOf, controlOf } = window.xyForm;
  const controlsOf = (node) => [...node.querySelectorAll("input, select, textarea")];
  let number = 1;

  /** One more row, empty, with names of its own. */
  function addRow(node) {
    const rows = rowsOf(node);
    const row = rows[0].cloneNode(true);
    number += 1;
    for (const part of [row, ...row.querySelectorAll("*")]) {
      for (const name of ["id", "for"]) if (part.getAttribute(name)) part.setAttribute(name, `${part.getAttribute(name)}-${number}`);
      const told = part.getAttribute("aria-describedby");
      if (told && row.querySelector(`[id="${told}-${number}"]`)) part.setAttribute("aria-describedby", `${told}-${number}`);
      part.removeAttribute("aria-invalid");
    }
    for (const said of row.querySelectorAll(".xy-fill__fault, [data-xy-away]")) said.remove();
    for (const one of controlsOf(row)) set(one, "");
    row.append(awayButton(node, row));
    rows[rows.length - 1].after(row);
    return row;
  }

  function awayButton(node, row) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "xy-button";
    button.dataset.xyAway = "";
    button.textContent = `删去这一条“${node.dataset.xyLabel}”`;
    button.addEventListener("click", () => {
      row.remove();
      node.querySelector("[data-xy-more]").focus();
      node.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return button;
  }

  function set(control, value) {
    if (control.type === "checkbox") control.checked = Boolean(value);
    else control.value = value;
  }

  /** Everything that was typed, as nested lists: rows of fields, values of controls. */
  function saved(box) {
    return fieldsOf(box).map((node) => (rowsOf(node).length
      ? rowsOf(node).map((row) => (fieldsOf(row).length ? saved(row) : controlsOf(row).map((one) => one.value)))
      : controlsOf(node).map((one) => (one.type === "checkbox" ? one.checked : one.value))));
  }

  function restore(box, kept) {
    fieldsOf(box).forEach((node, index) => {
      const values = kept[index] || [];
      if (!rowsOf(node).length) {
        controlsOf(node).forEach((one, at) => one.readOnly || values[at] === undefined || set(one, values[at]));
        return;
      }
      while (rowsOf(node).length < values.length && rowsOf(node).length < 50) addRow(node);
      rowsOf(node).forEach((row, at) => {
        if (fieldsOf(row).length) restore(row, values[at] || []);
        else controlsOf(row).forEach((one, each) => set(one, (values[at] || [])[each] || ""));
      });
    });
  }

  /** Answers from the address: ?method=liushi&level=县区. */
  function prefill(form) {
    new URLSearchParams(location.search).forEach((value, name) => {
      const node = fieldsOf(form).find((one) => one.dataset.xyField === name);
      const control = node && controlOf(node);
      if (control && control.type !== "checkbox" && !control.readOnly) control.value = value.slice(0, 300);
    });
  }

  Object.assign(window.xyForm, { addRow, saved, restore, prefill, controlsOf, set });
})();
