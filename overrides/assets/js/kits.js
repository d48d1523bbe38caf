// Role cards on paper: what is folded is opened for printing, and only the cards are printed where that is asked for.
(() => {
  "use strict";
  const roles = document.querySelector(".xy-kit--roles");
  if (!roles) return;
  const folds = [...roles.querySelectorAll("details")];
  let closed = [];

  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
    document.body.classList.remove("xy-only-cards");
  });

  const button = document.createElement("button");
  button.type = "button";
  button.className = "xy-noprint xy-kit__print";
  button.textContent = "只打印角色卡";
  button.addEventListener("click", () => {
    document.body.classList.add("xy-only-cards");
    print();
  });
  roles.querySelector(".xy-note").after(button);
})();
