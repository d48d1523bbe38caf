// The form pages (填报页): everything stays in this browser; what comes out is a file.
(() => {
  "use strict";

  const { Reader, addRow, saved, restore, prefill, controlsOf, set, rowsOf, fieldsOf, together, yaml, today } = window.xyForm;
  const LONGEST_ADDRESS = 6000; // hosts cut longer ones

  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  const button = (text, act) => {
    const made = make("button", { type: "button", class: "xy-button" }, text);
    made.addEventListener("click", act);
    return made;
  };

  const key = (form) => `xy-fill-${form.dataset.xyFill}`;
  function remember(form) {
    try {
      localStorage.setItem(key(form), JSON.stringify(saved(form)));
    } catch (_) { /* a browser that keeps nothing: the page works without */ }
  }
  function recall(form) {
    try {
      restore(form, JSON.parse(localStorage.getItem(key(form)) || "[]"));
    } catch (_) { /* the same, or what was kept is of an older form */ }
  }

  /** Where a new file is made on the host of the records; nothing when none is configured. */
  function newFile(folder, name, text) {
    const meta = document.querySelector('meta[name="xy-repository"]');
    if (!meta) return "";
    const [address, branch] = meta.content.split(" ");
    const asked = (words) => new URLSearchParams(words).toString();
    const host = new URL(address).hostname;
    if (host === "github.com") {
      const whole = `${address}/new/${branch}/${folder}?${asked({ filename: name, value: text })}`;
      return whole.length < LONGEST_ADDRESS ? whole : `${address}/new/${branch}/${folder}?${asked({ filename: name })}`;
    }
    return host.includes("gitlab") || host.includes("jihulab")
      ? `${address}/-/new/${branch}/${folder}?${asked({ file_name: name })}`
      : `${address}/new/${branch}/${folder}`;
  }

  function clearFaults(form) {
    for (const said of form.querySelectorAll(".xy-fill__fault")) said.remove();
    for (const one of form.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
  }

  function showFaults(form, panel, faults) {
    const items = faults.map(({ node, control, message }) => {
      node.append(make("p", { class: "xy-fill__fault" }, message));
      control.setAttribute("aria-invalid", "true");
      const link = make("a", { href: `#${control.id}` }, message);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        control.focus();
      });
      return make("li", {}, link);
    });
    panel.replaceChildren(make("p", { class: "xy-label" }, `还有${faults.length}处要改，改完再点“检查并生成”：`), make("ul", { class: "xy-list" }, ...items));
  }

  function showFile(form, panel, id, text) {
    const kind = form.dataset.xyFill;
    const box = make("textarea", { id: "xy-file", readonly: "", rows: "14", "aria-label": "生成的文件", spellcheck: "false" });
    box.value = text;
    const copied = make("span", { role: "status" });
    const address = newFile(`data/${kind}`, `${id}.yml`, text);
    const open = address ? [make("a", { class: "xy-button", href: address, rel: "noopener external" }, "到仓库新建这个文件")] : [];
    panel.replaceChildren(
      make("p", { class: "xy-label" }, `生成了data/${kind}/${id}.yml`),
      make("p", {}, "下载后发给维护者，或者放进仓库的", make("code", {}, `data/${kind}/`), "文件夹。", address ? "到仓库新建时，框里是空的就先复制、再粘贴。" : ""),
      box,
      make("div", { class: "xy-fill__actions" },
        button("下载文件", () => window.xyFiles.save(`${id}.yml`, "application/yaml;charset=utf-8", text)),
        button("复制", () => {
          box.select();
          copied.textContent = document.execCommand("copy") ? "已复制" : "没有复制成，请按Ctrl+C";
        }), ...open, copied));
  }

  const two = (count) => String(count).padStart(2, "0");
  function ownId(kind) {
    const now = new Date();
    return `${kind.replace(/s$/, "")}-${today().replace(/-/g, "")}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  }

  function finish(form, panel) {
    clearFaults(form);
    const kind = form.dataset.xyFill;
    const reader = new Reader(form);
    const filled = reader.record(form, true);
    for (const [field, said] of together(kind, filled)) reader.fault(fieldsOf(form).find((node) => node.dataset.xyField === field), said);
    if (reader.faults.length) showFaults(form, panel, reader.faults);
    else {
      const { id, ...rest } = filled;
      showFile(form, panel, id || ownId(kind), yaml(kind, { id: id || ownId(kind), ...rest }));
    }
    panel.focus();
  }

  function empty(form, panel) {
    for (const node of form.querySelectorAll("[data-xy-field]")) for (const row of rowsOf(node).slice(1)) row.remove();
    for (const one of controlsOf(form)) if (!one.readOnly) set(one, "");
    clearFaults(form);
    panel.replaceChildren();
    remember(form);
  }

  function start(form) {
    const panel = make("div", { class: "xy-fill__result", tabindex: "-1", role: "region", "aria-label": "检查结果" });
    for (const note of form.querySelectorAll("[data-xy-noscript]")) note.remove();
    for (const more of form.querySelectorAll("[data-xy-more]")) {
      more.hidden = false;
      more.addEventListener("click", () => controlsOf(addRow(more.parentElement))[0].focus());
    }
    recall(form);
    prefill(form);
    form.addEventListener("input", () => remember(form));
    form.after(make("div", { class: "xy-fill__actions" }, button("检查并生成", () => finish(form, panel)), button("全部清空", () => empty(form, panel))), panel);
  }

  document.querySelectorAll("[data-xy-fill]").forEach(start);
})();
