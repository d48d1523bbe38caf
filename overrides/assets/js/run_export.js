// What really happened, to take home: planned and actual minutes of the day as a table.
(() => {
  "use strict";
  if (!window.xyRun) return;
  const { plan, clock, panel, tools } = window.xyRun;
  const HEAD = ["天", "序号", "属于", "内容", "计划开始", "计划分钟", "加时分钟", "实际开始", "实际结束", "实际分钟", "比计划多（分钟）"];
  const minutes = (milliseconds) => (milliseconds / 60000).toFixed(1);

  function line(day, row, index, planned, part) {
    const over = part && part.over;
    return [day.name, index + 1, row.group ? row.group.title : "", row.name, clock.asClock(planned), row.minutes, clock.extra(index),
      over ? tools.time(part.began) : "", over ? tools.time(part.ends) : "",
      over ? minutes(part.ends - part.began) : "", over ? minutes(part.ends - part.began - row.minutes * 60000) : ""];
  }

  function save() {
    const day = plan.days[clock.day];
    const times = clock.isIdle() ? [] : clock.at(Date.now()).times;
    const planned = clock.planned(clock.day);
    const rows = day.rows.map((row, index) => line(day, row, index, planned[index], times[index]));
    window.xyFiles.save(`流程表-${plan.id}-${day.name}.csv`, "text/csv", window.xyFiles.csv([HEAD, ...rows]));
  }

  const aside = [tools.button("导出实际用时（CSV）", "", save), tools.button("打印流程表", "", () => print())];
  for (const one of aside) one.className = "xy-clock__aside";
  panel.querySelector(".xy-clock__tools").append(...aside);
})();
