// Reads the page aloud with a Chinese voice of this machine; a voice that would send the text elsewhere is not taken.
(() => {
  "use strict";
  const start = document.querySelector("[data-xy-read]");
  const stop = document.querySelector(".xy-ease__stop");
  const article = document.querySelector("article");
  const speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance || !article) return;
  const BLOCK = "h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,summary,blockquote,figcaption,pre,div,article";
  const SILENT = ".headerlink,.xy-unseen,.xy-library,button,select,textarea,script,style,svg,[aria-hidden='true']";
  const PIECE = 120; // characters: longer utterances break off in some browsers
  let turn = 0;
  let lit = null;

  function voice() {
    const ours = speech.getVoices().filter((one) => one.localService && /^(zh|cmn)/i.test(one.lang));
    return ours.find((one) => /cn|hans/i.test(one.lang)) || ours[0];
  }

  // What is on the page, block by block, each cut into sentences.
  function passages() {
    const found = [];
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      const text = texts.currentNode.data.replace(/\s+/g, " ");
      if (!text.trim() || parent.closest(SILENT) || !parent.getClientRects().length) continue;
      const element = parent.closest(BLOCK);
      const last = found[found.length - 1];
      if (last && last.element === element) last.text += text;
      else found.push({ element, text });
    }
    return found;
  }

  function pieces({ element, text }) {
    const sentences = text.match(/[^\u3002\uff01\uff1f\uff1b]+[\u3002\uff01\uff1f\uff1b]?/g) || [];
    const parts = [];
    for (const sentence of sentences) {
      for (let at = 0; at < sentence.length; at += PIECE) parts.push({ element, text: sentence.slice(at, at + PIECE) });
    }
    return parts;
  }

  function light(element) {
    if (lit) lit.classList.remove("xy-reading");
    lit = element;
    if (!lit) return;
    lit.classList.add("xy-reading");
    const { top, bottom } = lit.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight) lit.scrollIntoView({ block: "center" });
  }

  function end() {
    turn += 1;
    speech.cancel();
    light(null);
    const held = document.activeElement === stop;
    stop.hidden = true;
    if (held) document.querySelector(".xy-ease__door").focus();
  }

  function read(parts, at, mine) {
    if (mine !== turn) return;
    if (at >= parts.length) {
      end();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(parts[at].text);
    utterance.voice = voice();
    utterance.lang = utterance.voice ? utterance.voice.lang : "zh-CN";
    utterance.onend = () => read(parts, at + 1, mine);
    utterance.onerror = () => mine === turn && end();
    if (lit !== parts[at].element) light(parts[at].element);
    speech.speak(utterance);
  }

  start.addEventListener("click", () => {
    end();
    const all = passages();
    const first = all.findIndex(({ element }) => element.getBoundingClientRect().bottom > 80);
    const parts = all.slice(Math.max(first, 0)).map(pieces);
    stop.hidden = false;
    stop.focus();
    read([].concat(...parts), 0, turn);
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", end);

  // Some browsers tell their voices late.
  const offer = () => { start.hidden = !voice(); };
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  offer();
})();
