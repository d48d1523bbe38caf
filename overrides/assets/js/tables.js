// A table that fits needs no box to scroll in: its head can then stay below the page's header, and no key need stop there.
(() => {
  "use strict";
  const boxes = [...document.querySelectorAll(".xy-scroll")];

  function look() {
    const fits = boxes.map((box) => box.scrollWidth <= box.clientWidth);
    boxes.forEach((box, index) => {
      box.classList.toggle("xy-scroll--fits", fits[index]);
      box.classList.toggle("xy-scroll--wide", !fits[index]);
      if (fits[index]) box.removeAttribute("tabindex");
      else box.tabIndex = 0;
    });
  }

  // Also when a folded passage is opened, letters are enlarged, the window turned.
  const observer = new ResizeObserver(look);
  for (const box of boxes) observer.observe(box);
  requestAnimationFrame(look); // when the page is about to be laid out anyway
})();
