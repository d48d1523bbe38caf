// A form page read: what was filled in, in the order of the model, and every fault at once.
(() => {
  "use strict";

  const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
  const MARKS = { ",": "\uff0c", ":": "\uff1a", ";": "\uff1b", "!": "\uff01", "?": "\uff1f", "(": "\uff08", ")": "\uff09" };
  const HAN = "\u4e00-\u9fff";
  const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
  const PRIVATE = [
    [/(?:^|\D)1[3-9]\d(?:[ -]?\d){8}(?!\d)/, "里像是有手机号，不能公开"],
    [/(?:^|\D)\d{17}[\dXx](?!\w)/, "里像是有身份证号，不能公开"],
  ];
  const LOOSE = ["id", "ids", "select"]; // their values are no prose

  const plain = (text) => text.replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();

  /** Marks and spaces as the checks want them. */
  function tidy(text) {
    return plain(text.replace(/\s*\n\s*/g, ""))
      .replace(new RegExp(`([${HAN}])([,:;!?()])`, "g"), (_, han, mark) => han + MARKS[mark])
      .replace(new RegExp(`([,:;!?()])(?=[${HAN}])`, "g"), (mark) => MARKS[mark])
      .replace(new RegExp(`([${HAN}]) +(?=[A-Za-z0-9])|([A-Za-z0-9]) +(?=[${HAN}])`, "g"), (_, a, b) => a || b)
      .replace(/([\uff01-\uff1f]) +/g, "$1");
  }

  const fieldsOf = (box) => [...box.children].filter((child) => child.dataset.xyField);
  const rowsOf = (node) => [...node.children].filter((child) => "xyRow" in child.dataset);
  const controlOf = (node) => node.querySelector("input, select, textarea");

  /** The id of what was typed: an id already, or a name on the list. */
  function idOf(control) {
    const text = plain(control.value);
    const list = control.list ? [...control.list.options] : [];
    const found = list.find((option) => option.value === text || option.text === text);
    return found ? found.value : text;
  }

  function isDay(text) {
    const found = DATE.exec(text);
    if (!found) return false;
    const [year, month, day] = [Number(found[1]), Number(found[2] || 1), Number(found[3] || 1)];
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** What is wrong with one text, as the end of a sentence that begins with the label. */
  function faultOf(node, text, refused) {
    const told = node.dataset;
    if (told.xyShape === "number" && !(("xyWhole" in told) ? /^\d+$/ : /^-?\d+(\.\d+)?$/).test(text)) return "只写数字，不带单位";
    if (told.xyShape === "date" && !isDay(text)) return "写成2023、2023-05或2023-05-31这样的样子，日历上要有这一天";
    if (told.xyShape === "date" && text > today().slice(0, text.length)) return "还没有到，核对年份";
    if (told.xyPattern && !new RegExp(told.xyPattern).test(text)) return "写法不对，照例子写；编号只用拼音字母、数字和短横线";
    if (told.xyHow.startsWith("id") && !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(text)) return `写的是“${text}”，列表里没有；从列表里选，没有的先另填一份登记`;
    if (told.xyLongest && [...text].length > Number(told.xyLongest)) return `有${[...text].length}个字，不能超过${told.xyLongest}个`;
    const rules = [...PRIVATE, ...refused.map(([pattern, said]) => [new RegExp(pattern, "i"), said])];
    const isAddress = told.xyField === "url";
    if (isAddress && !/^https?:[/]{2}[^\s<>"{}\\]+$/.test(text)) return "要写完整，以http或https开头，里面没有空格";
    const found = isAddress ? undefined : rules.find(([pattern]) => pattern.test(text));
    return found ? found[1] : "";
  }

  class Reader {
    constructor(form) {
      this.refused = JSON.parse(form.dataset.xyRefused);
      this.faults = [];
    }

    fault(node, said) {
      this.faults.push({ node, control: controlOf(node), message: `「${node.dataset.xyLabel}」${said}。` });
    }

    /** The filled-in fields of a box; what is required is asked for only where something must or does stand. */
    record(box, must) {
      const data = {};
      const isFilled = must || fieldsOf(box).some((node) => this.isFilled(node));
      for (const node of isFilled ? fieldsOf(box) : []) {
        const value = this.value(node);
        const isEmpty = value === "" || (Array.isArray(value) && !value.length) || (typeof value === "object" && !Object.keys(value).length);
        if (!isEmpty) data[node.dataset.xyField] = value;
        else if ("xyRequired" in node.dataset && !this.faults.some((one) => node.contains(one.node))) this.fault(node, "必填，还空着");
      }
      return data;
    }

    isFilled(node) {
      const controls = [...node.querySelectorAll("input, select, textarea")];
      return controls.some((one) => (one.type === "checkbox" ? one.checked : one.value.trim() && !one.readOnly));
    }

    value(node) {
      const how = node.dataset.xyHow;
      const isRequired = "xyRequired" in node.dataset;
      if (how === "rows") return this.few(node, rowsOf(node).map((row, number) => this.record(row, isRequired && !number)).filter((one) => Object.keys(one).length));
      if (how === "group") return this.record(rowsOf(node)[0], false);
      if (how === "boxes") return this.few(node, [...node.querySelectorAll("input:checked")].map((box) => box.parentElement.textContent.trim()));
      if (how === "ids") return this.few(node, [...node.querySelectorAll("input")].map(idOf).filter(Boolean).map((text) => this.text(node, text)));
      if (how === "lines") return this.few(node, controlOf(node).value.split("\n").map(tidy).filter(Boolean).map((text) => this.text(node, text)));
      const control = controlOf(node);
      return this.text(node, how === "id" ? idOf(control) : node.dataset.xyShape !== "text" || node.dataset.xyPattern || LOOSE.includes(how) ? plain(control.value) : tidy(control.value));
    }

    few(node, values) {
      if (node.dataset.xyMost && values.length > Number(node.dataset.xyMost)) this.fault(node, `有${values.length}条，最多${node.dataset.xyMost}条`);
      return values;
    }

    text(node, text) {
      const said = text && faultOf(node, text, this.refused);
      if (said) this.fault(node, said);
      if (said || !text) return text;
      if (node.dataset.xyShape === "number") return Number(text);
      return node.dataset.xyShape === "truth" ? text === "true" : text;
    }
  }

  window.xyForm = { Reader, fieldsOf, rowsOf, controlOf, today };
})();
