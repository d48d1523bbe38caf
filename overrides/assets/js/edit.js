// Where a repository is configured: a link from the page of a record to its file there.
(() => {
  "use strict";

  const FOLDERS = { methods: "methods", cases: "cases", forms: "forms", "training/kits": "kits", "training/quizzes": "quizzes", "training/run": "session_plans" };
  const meta = document.querySelector('meta[name="xy-repository"]');
  const found = meta && /^(methods|cases|forms|training\/(?:kits|quizzes|run))\/([A-Za-z0-9-]+)\/$/.exec(meta.dataset.xyPage);
  const article = document.querySelector("article.md-content__inner");
  if (!found || !article) return;
  const [address, branch] = meta.content.split(" ");
  const host = new URL(address).hostname;
  const way = host.includes("gitlab") || host.includes("jihulab") ? "-/edit" : "edit";
  const link = document.createElement("a");
  link.href = `${address}/${way}/${branch}/data/${FOLDERS[found[1]]}/${found[2]}.yml`;
  link.rel = "noopener external";
  link.className = "xy-edit";
  link.textContent = "改这条记录";
  const place = document.createElement("p");
  place.append(link);
  article.append(place);
})();
