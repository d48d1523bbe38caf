// How to cite a page: the day is filled in, and a button copies the words. Without it they can be read and copied by hand.
(() => {
  "use strict";
  const box = document.querySelector(".xy-citing");
  const text = box && box.querySelector(".xy-citing__text");
  if (!text) return;
  const two = (n) => String(n).padStart(2, "0");
  const button = document.createElement("button");
  const said = document.createElement("span");

  function today() {
    const now = new Date();
    return `[${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}]`;
  }

  // Where the clipboard may not be used (a page opened from a folder), the words are marked for copying by hand.
  function byHand() {
    getSelection().selectAllChildren(text);
    const copied = document.execCommand("copy");
    said.textContent = copied ? "已经复制。" : "已经选中，请用Ctrl+C复制。";
  }

  box.addEventListener("toggle", () => { text.textContent = text.textContent.replace("[引用日期]", today()); }, { once: true });
  button.type = "button";
  button.className = "xy-button";
  button.textContent = "复制";
  button.addEventListener("click", () => {
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(text.textContent).then(() => { said.textContent = "已经复制。"; }, byHand);
  });
  said.setAttribute("role", "status");
  const line = document.createElement("p");
  line.append(button, " ", said);
  text.after(line);
})();
