// Quizzes. Without this script the questions stand there as a paper, with all answers in a fold at the end.
// Right answers come from that fold; a page without it (a learner's edition) is left as it is.
// Answers are kept in this browser under the quiz's digest, so a changed quiz never shows old ticks.
(() => {
  "use strict";

  const { make, button, kinds } = window.xyQuiz;

  // A browser may refuse storage (private window, some file: settings): then nothing is kept.
  function stored(action) {
    try {
      return action(window.localStorage);
    } catch (_) {
      return null;
    }
  }

  function kept(quiz, digest) {
    const prefix = `xy-quiz:${quiz}:`;
    return stored((store) => {
      for (const key of Object.keys(store)) if (key.startsWith(prefix) && key !== prefix + digest) store.removeItem(key);
      return JSON.parse(store.getItem(prefix + digest));
    }) || {};
  }

  function question(box, key, changed) {
    const kind = box.dataset.xyKind;
    const status = make("p", { class: "xy-verdict", role: "status" });
    const say = (words) => { status.textContent = words; };
    const control = kinds[kind](box, say, key);
    const act = button("", () => (self.done ? restart() : kind === "scenario" ? step() : check()));
    const answers = key.querySelector(".xy-key");
    const self = { done: false, value: "", points: 0, most: Number(key.dataset.xyPoints), control };
    box.querySelector("fieldset").append(make("p", { class: "xy-act" }, act), status);

    self.draw = (plain) => {
      const clone = box.querySelector("fieldset > .xy-key");
      if (clone) clone.remove();
      control.lock(false);
      control.show(plain ? "" : self.value, plain);
      const judged = self.done && !plain;
      box.classList.toggle("xy-question--right", judged && self.points === self.most);
      box.classList.toggle("xy-question--wrong", judged && self.points < self.most);
      act.textContent = judged ? "重答本题" : kind === "scenario" ? "就这样办" : "核对";
      if (!judged) return say("");
      control.lock(true);
      box.querySelector("fieldset").append(answers.cloneNode(true));
      return say(verdict());
    };
    function verdict() {
      if (kind === "scenario") return `走完了，得${self.points}分，最多${self.most}分`;
      return self.points ? "答对了" : `答错了，你答的是${self.value}，应当是${key.dataset.xyAnswer}`;
    }
    function check() {
      const value = control.value();
      if (!value) return say("还没有答完");
      return self.settle(value);
    }
    function step() {
      control.step();
      if (control.value()) self.settle(control.value());
    }
    self.settle = (value) => {
      self.value = value;
      self.done = true;
      control.show(value);
      self.points = kind === "scenario" ? control.score() : Number(value === key.dataset.xyAnswer);
      self.draw();
      changed();
    };
    function restart() {
      Object.assign(self, { done: false, value: "", points: 0 });
      self.draw();
      changed();
    }
    self.draw();
    return self;
  }

  function whole(box) {
    const keys = [...box.querySelectorAll(".xy-keys > li")];
    const boxes = [...box.querySelectorAll(".xy-question")];
    if (!keys.length || keys.length !== boxes.length) return;
    const { xyQuiz: name, xyDigest: digest } = box.dataset;
    const title = box.getAttribute("aria-label");
    const score = make("p", { class: "xy-quiz__score", role: "status" });
    const old = kept(name, digest);
    let ready = false;
    const list = boxes.map((one, at) => question(one, keys[at], changed));
    list.forEach((one, at) => { if (typeof old[at] === "string" && old[at]) restore(one, old[at]); });
    ready = true;

    function restore(one, value) {
      try {
        one.settle(value);
      } catch (_) { // kept by somebody else's hand
        Object.assign(one, { done: false, value: "" });
        one.draw();
      }
    }
    function changed() {
      if (!ready) return;
      const answers = {};
      list.forEach((one, at) => { if (one.done) answers[at] = one.value; });
      const key = `xy-quiz:${name}:${digest}`;
      stored((store) => (Object.keys(answers).length ? store.setItem(key, JSON.stringify({ ...answers, score: summary() })) : store.removeItem(key)));
      score.textContent = summary();
    }
    const sum = (field) => list.reduce((total, one) => total + one[field], 0);
    const summary = () => `答了${list.filter((one) => one.done).length}题，共${list.length}题；得${sum("points")}分，满分${sum("most")}分`;
    const row = (one, at) => `第${at + 1}题 ${one.done ? `答${one.value}，得${one.points}分，最多${one.most}分` : "没有答"}`;

    function result() {
      const lines = [`测验：${title}`, `时间：${new Date().toLocaleString("zh-CN")}`, `${summary()}。`, ...list.map(row)];
      return lines.join("\r\n");
    }
    function save() {
      const address = URL.createObjectURL(new Blob(["\ufeff", result()], { type: "text/plain;charset=utf-8" }));
      const link = make("a", { href: address, download: `${title}-成绩.txt` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    }
    function printResult() {
      const sheet = make("div", { class: "xy-result" }, ...result().split("\r\n").map((line) => make("p", {}, line)));
      box.append(sheet);
      document.documentElement.classList.add("xy-prints-result");
      print();
      document.documentElement.classList.remove("xy-prints-result");
      sheet.remove();
    }
    function again() {
      for (const one of list) { Object.assign(one, { done: false, value: "", points: 0 }); one.draw(); }
      changed();
    }
    const redo = button("全部重做", again);
    box.append(make("div", { class: "xy-quiz__end" }, score, redo, button("导出成绩", save), button("打印成绩", printResult)));
    box.classList.add("xy-quiz--live");
    score.textContent = summary();

    // Paper shows the questions as nobody has answered them yet, whatever the screen shows.
    addEventListener("beforeprint", () => list.forEach((one) => { one.half = one.control.raw(); one.draw(true); }));
    addEventListener("afterprint", () => list.forEach((one) => { one.draw(); if (!one.done) one.control.show(one.half); }));
  }

  document.querySelectorAll(".xy-quiz").forEach(whole);
  for (const line of document.querySelectorAll("[data-xy-progress]")) {
    const { score } = kept(line.dataset.xyProgress, line.dataset.xyDigest);
    if (score) { line.textContent = score; line.hidden = false; }
  }
})();
