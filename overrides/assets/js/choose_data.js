// What the chooser and the comparison share. Their data are plain scripts under choose/data/, fetched when needed:
// a script may be loaded from a folder on a disk and under a strict policy, where nothing else may.
const xyChoose = (() => {
  const top = new URL("../../", document.currentScript.src).href;
  const given = {};
  const waiting = {};

  // A data script calls this with its own name.
  function take(name, data) {
    given[name] = data;
  }

  function load(name) {
    if (!waiting[name]) {
      waiting[name] = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.addEventListener("load", () => resolve(given[name]));
        script.addEventListener("error", () => reject(new Error(name)));
        script.src = `${top}choose/data/${name}.js`;
        document.head.append(script);
      });
    }
    return waiting[name];
  }

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  // A folder on a disk has no index of its own.
  function page(address) {
    const [, path, rest] = /^([^?#]*)(.*)$/.exec(address);
    const index = location.protocol === "file:" && path.endsWith("/") ? "index.html" : "";
    return top + path + index + rest;
  }

  function link(address, text, attributes) {
    return make("a", Object.assign({ href: page(address) }, attributes), text);
  }

  function button(text, action) {
    const element = make("button", { type: "button" }, text);
    element.addEventListener("click", action);
    return element;
  }

  // Whose voice: "!" is the editors', a name is a source's own, nothing stands for the sources of the method.
  function voice(said) {
    if (!said) return "";
    return said === "!"
      ? make("span", { class: "xy-badge xy-badge--editor" }, "编者建议")
      : make("span", { class: "xy-choose__source" }, `［${said}］`);
  }

  function untold() {
    return make("span", { class: "xy-badge xy-badge--untold" }, "原文没有交代");
  }

  function rename(query) {
    history.replaceState(null, "", query.toString() ? `?${query}` : location.pathname);
  }

  function go(query) {
    const search = query.toString() ? `?${query}` : "";
    if (search !== location.search) history.pushState(null, "", search || location.pathname);
  }

  return { take, load, make, page, link, button, voice, untold, rename, go };
})();
