/* Starts a deck. Everything it needs lies beside it, so it also runs from a folder. */
(function () {
  "use strict";

  var deck = new window.Reveal({
    width: 1280,
    height: 720,
    margin: 0.03,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    hash: true,
    navigationMode: "linear",
    slideNumber: "c/t",
    transition: "none",
    backgroundTransition: "none",
    scrollActivationWidth: null, // on a phone, too, a slide is a slide
    pdfSeparateFragments: false,
    pdfMaxPagesPerSlide: 1,
    defaultTiming: 60, // without it the speaker view shows no pace; every slide has its own data-timing
    plugins: [window.RevealNotes],
  });

  var actions = {
    notes: function () { deck.getPlugin("notes").open(); },
    full: function () { document.documentElement.requestFullscreen(); },
    overview: function () { deck.toggleOverview(); },
    print: function () { window.location.href = window.location.pathname + "?view=print"; },
  };

  function listen(button) {
    button.addEventListener("click", function () {
      button.blur(); // else the space bar would press it again
      actions[button.getAttribute("data-xy-does")]();
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-xy-does]"), listen);
  deck.initialize().then(function () {
    document.documentElement.setAttribute("data-xy-ready", "");
  });
})();
