// The clock on the screen: a large countdown, what comes next, how late it will be; also across the whole screen.
(() => {
  "use strict";
  if (!window.xyRun) return;
  const { plan, clock, table, edit, tools } = window.xyRun;
  const { make, button, put, time, span } = tools;
  const MINUTE = 60000;
  const line = (name) => make("p", { class: `xy-clock__${name}` });
  const shown = { group: line("group"), now: line("now"), left: line("left"), next: line("next"), drift: line("drift"), ends: line("ends") };
  const status = make("p", { class: "xy-clock__status", role: "status" });
  const told = { index: -1, minute: -1, over: -1 };
  const WORDS = new Map([[clock.plus, "已加一分钟"]]);
  let wake = null;

  const days = make("select", { autocomplete: "off" }, ...plan.days.map((day, index) => make("option", { value: index }, day.name)));
  const buttons = {
    start: button("开始", "", () => act(clock.start)),
    back: button("上一节", "", () => act(clock.back)),
    plus: button("加一分钟", "", () => act(clock.plus, WORDS.get(clock.plus))),
    next: button("下一节", "", () => act(clock.next)),
    wide: button("全屏投影", "", () => widen(!panel.classList.contains("xy-clock--wide"))),
    clear: button("清除计时", "", () => { if (confirm("清除这一天的计时，重新开始？")) act(clock.clear); }),
  };
  buttons.clear.className = "xy-clock__aside";
  const panel = make("section", { class: "xy-clock xy-noprint", "aria-label": "课堂时钟", tabindex: "-1" },
    make("div", { class: "xy-clock__face" }, ...Object.values(shown)), status,
    make("div", { class: "xy-clock__tools" }, make("label", { class: "xy-clock__days" }, "哪一天 ", days), ...Object.values(buttons)),
    make("p", { class: "xy-clock__keys" }, "键盘：→下一节，←上一节，+加一分钟；全屏时空格也是下一节，Esc退出。计时留在本机的浏览器里，关掉再打开还在。"));

  function act(change, words = "") {
    change();
    Object.assign(told, { index: words ? told.index : -1, minute: -1, over: -1 });
    put(status, words);
    changed();
  }

  // Speaks when the row changes, one minute before its end, and at its end: never with every second.
  function tell(view) {
    const { name, minutes } = clock.rows()[view.index];
    if (told.index !== view.index) {
      told.index = view.index;
      put(status, `第${view.index + 1}节，共${clock.rows().length}节：${name}，${minutes}分钟`);
    } else if (view.left <= 0 && told.over !== view.index) {
      told.over = view.index;
      put(status, `时间到：${name}`);
    } else if (view.left > 0 && view.left <= MINUTE && minutes > 1 && told.minute !== view.index) {
      told.minute = view.index;
      put(status, `还剩一分钟：${name}`);
    }
  }

  function countdown(left) {
    const seconds = left > 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
    const text = `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
    return left > 0 ? text : `超时${text}`;
  }

  function late(drift) {
    if (Math.abs(drift) < 1000) return "与计划的长度一致";
    return drift > 0 ? `累计超时${span(drift)}` : `累计提前${span(drift)}`;
  }

  function showFace(now) {
    const rows = clock.rows();
    const view = clock.isIdle() ? null : clock.at(now);
    const planned = clock.planned(clock.day);
    const row = view && rows[view.index];
    put(shown.group, row && row.group ? row.group.title : plan.days[clock.day].name);
    put(shown.now, clock.isDone() ? "全部结束" : row ? row.name : `共${rows.length}节，${plan.minutesOf(plan.days[clock.day])}分钟`);
    put(shown.left, clock.isDone() ? "" : countdown(view ? view.left : rows[0].minutes * MINUTE));
    const next = view ? rows[view.index + 1] : rows[0];
    put(shown.next, clock.isDone() ? "" : next ? `接下来：${next.name}（${next.minutes}分钟）` : "这是最后一节");
    put(shown.drift, view ? late(view.drift) : "");
    put(shown.ends, `${clock.isDone() ? "实际" : "预计"}${view ? time(view.ends) : clock.asClock(planned[planned.length - 1])}结束，计划${clock.asClock(planned[planned.length - 1])}`);
    panel.classList.toggle("xy-clock--over", Boolean(view) && clock.isRunning() && view.left <= 0);
    if (view && clock.isRunning()) tell(view);
    else if (clock.isDone() && told.index !== rows.length) { told.index = rows.length; put(status, "全部结束"); }
  }

  function tick() {
    const now = Date.now();
    showFace(now);
    table.refresh(now);
  }

  function changed() {
    const running = clock.isRunning();
    buttons.start.hidden = !clock.isIdle();
    for (const name of ["plus", "next"]) buttons[name].hidden = !running;
    buttons.back.hidden = clock.state.marks.length < 2;
    buttons.clear.hidden = clock.isIdle();
    days.value = String(clock.day);
    days.parentElement.hidden = plan.days.length < 2 || running;
    edit.show();
    keepAwake();
    tick();
    if (!panel.contains(document.activeElement) && panel.classList.contains("xy-clock--wide")) panel.focus();
  }

  function keepAwake() {
    const wanted = clock.isRunning() && document.visibilityState === "visible";
    if (!wanted && wake) { wake.release(); wake = null; }
    if (!wanted || wake || !navigator.wakeLock) return;
    navigator.wakeLock.request("screen").then((lock) => {
      wake = lock;
      lock.addEventListener("release", () => { wake = null; });
    }, () => {}); // a tired battery may refuse; the clock goes on
  }

  // Where the whole screen is refused, the clock at least fills the window.
  function widen(wide) {
    panel.classList.toggle("xy-clock--wide", wide);
    document.body.classList.toggle("xy-clock-open", wide);
    put(buttons.wide, wide ? "退出全屏" : "全屏投影");
    if (wide && panel.requestFullscreen) panel.requestFullscreen().catch(() => {});
    if (!wide && document.fullscreenElement) document.exitFullscreen();
    if (wide) panel.focus();
  }

  const KEYS = { ArrowRight: clock.next, PageDown: clock.next, ArrowLeft: clock.back, PageUp: clock.back, "+": clock.plus, "=": clock.plus };

  function onKey(event) {
    const wide = panel.classList.contains("xy-clock--wide");
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (!wide && !panel.contains(event.target)) return;
    if (event.key === "Escape" && wide && !document.fullscreenElement) { widen(false); return; }
    const spaced = event.key === " " && wide && event.target.tagName !== "BUTTON";
    const action = spaced ? (clock.isIdle() ? clock.start : clock.next) : KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    act(action, WORDS.get(action));
  }

  document.addEventListener("keydown", onKey, true);
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) widen(false); });
  document.addEventListener("visibilitychange", () => { keepAwake(); tick(); });
  days.addEventListener("change", () => { clock.choose(Number(days.value)); changed(); });
  addEventListener("hashchange", () => { if (location.hash.startsWith("#plan=")) location.reload(); });
  window.xyRun.changed = changed;
  window.xyRun.panel = panel;
  const article = document.querySelector(".xy-plan");
  article.after(panel);
  if (plan.wrong) article.after(make("p", { class: "xy-note", role: "alert" }, "网址里的流程读不懂，下面是原来的流程。"));
  clock.resume();
  changed();
  setInterval(tick, 500);
})();
