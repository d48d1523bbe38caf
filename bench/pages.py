"""What the tests and the benchmarks look at in a browser: a page of each kind, each state of the help for older readers."""

#: How Debian's Chromium runs without a screen, as root too, and without talking to its maker.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}
#: One page of each kind.
PAGES = {
    "home": "",
    "written method": "methods/liushi/",
    "generated method": "methods/quanti-huiyi/",
    "category": "methods/category/xingshi/",
    "library": "cases/",
    "case": "cases/C001/",
    "glossary": "glossary/",
    "documents": "documents/",
    "look-alikes": "compare/",
    "sources": "about/sources/",
    "process": "processes/consultation/",
    "charts": "cases/statistics/",
    "lesson": "training/chengnuo-kaohe/",
    "guide": "contribute/developing/",
    "chooser": "choose/",
    "side by side": "choose/compare/",
    "forms": "forms/",
    "fill once": "forms/fill/",
    "calendar": "forms/calendar/",
    "form": "forms/xieshang-fangan/",
    "quiz": "training/quizzes/tian/",
    "kit": "training/kits/shuangping/",
    "plan": "training/run/bantian-weiyuan/",
}
#: What the help for older readers keeps, for each of its states and for all of them at once.
STATES = {
    "large": {"size": "large"},
    "largest": {"size": "largest"},
    "contrast": {"contrast": "high"},
    "pointer": {"pointer": "large"},
    "simple": {"layout": "simple"},
    "everything": {"size": "largest", "contrast": "high", "pointer": "large", "layout": "simple"},
}
