"""What reveal.js says in English, and what our readers see instead. Each stands exactly once in its file."""

#: the page of the speaker view
IN_SPEAKER_PAGE = {
    '<html lang="en">': '<html lang="zh">',
    "reveal.js - Speaker View": "讲稿",
    "Loading speaker view...": "正在打开讲稿……",
    ">Upcoming<": ">下一张<",
    '<h4 class="label">Time <span': '<h4 class="label">已用时间 <span',
    "Click to Reset": "点一下，从这一张重新计时",
    "0:00 AM": "00:00",
    '<h4 class="label pacing-title" style="display: none">Pacing – Time to finish current slide</h4>': (
        '<h4 class="label pacing-title">进度：讲完这一张还剩</h4>'
    ),
    '<div class="pacing" style="display: none">': '<div class="pacing">',
    '<h4 class="label">Notes</h4>': '<h4 class="label">讲稿</h4>',
}
#: its script
IN_SPEAKER_SCRIPT = {
    "'default': 'Default'": "'default': '标准'",
    "'wide': 'Wide'": "'wide': '左右并排'",
    "'tall': 'Tall'": "'tall': '上下排列'",
    "'notes-only': 'Notes only'": "'notes-only': '只看讲稿'",
    "'Layout' + ( title ? ( ': ' + title ) : '' )": "'版式' + ( title ? ( '：' + title ) : '' )",
    "Cross origin error.<br>The speaker window can only be opened from the same origin.": (
        "讲稿窗口和课件不是从同一个地方打开的。<br>请从课件里按S重新打开。"
    ),
    "Error connecting to main window.<br>Please try closing and reopening the speaker view.": (
        "没有连上课件窗口。<br>请关掉这个窗口，在课件里按S重新打开。"
    ),
    '"The pacing time for " + slidesUnderMinimum + " slide(s) is under the configured minimum of " + minTimePerSlide + " seconds. '
    "Check the data-timing attribute on individual slides, or consider increasing the totalTime or minimumTimePerSlide "
    'configuration options (or removing some slides)."': '"有" + slidesUnderMinimum + "张的用时太短。"',
    "toLocaleTimeString( 'en-US', { hour12: true, hour: '2-digit', minute:'2-digit' } )": (
        "toLocaleTimeString( 'zh-CN', { hour12: false, hour: '2-digit', minute:'2-digit' } )"
    ),
}
#: the plugin around it
IN_NOTES = {
    "reveal.js - Notes": "讲稿",
    "Speaker view popup failed to open. Please make sure popups are allowed and reopen the speaker view.": (
        "浏览器拦住了讲稿窗口。请在地址栏里允许弹出窗口，再按一次S。"
    ),
    "Speaker notes view": "打开讲稿窗口",
}
#: reveal.js itself: its help, what a screen reader says, and (first) its own style sheets, which a site without
#: inline styles would refuse
IN_REVEAL = {
    "let t=document.createElement(`style`);return e&&e.length>0&&t.appendChild(document.createTextNode(e)),"
    "document.head.appendChild(t),t": (
        "let t=new CSSStyleSheet;return e&&e.length>0&&t.replaceSync(e),"
        "document.adoptedStyleSheets=[...document.adoptedStyleSheets,t],t"
    ),
    "Keyboard Shortcuts": "键盘快捷键",
    "<th>KEY</th><th>ACTION</th>": "<th>按键</th><th>作用</th>",
    "this.shortcuts[`N  ,  SPACE`]=`Next slide`": "this.shortcuts[`N、空格`]=`下一张`",
    "this.shortcuts[`P  ,  Shift SPACE`]=`Previous slide`": "this.shortcuts[`P、Shift+空格`]=`上一张`",
    "this.shortcuts[`&#8592;  ,  H`]=`Navigate left`": "this.shortcuts[`←、H`]=`向左`",
    "this.shortcuts[`&#8594;  ,  L`]=`Navigate right`": "this.shortcuts[`→、L`]=`向右`",
    "this.shortcuts[`&#8593;  ,  K`]=`Navigate up`": "this.shortcuts[`↑、K`]=`向上`",
    "this.shortcuts[`&#8595;  ,  J`]=`Navigate down`": "this.shortcuts[`↓、J`]=`向下`",
    "Navigate without fragments": "换张，不停在分步处",
    "Jump to first/last slide": "到第一张或最后一张",
    "this.shortcuts[`B  ,  .`]=`Pause`": "this.shortcuts[`B、.`]=`黑屏，再按恢复`",
    "this.shortcuts.F=`Fullscreen`": "this.shortcuts.F=`全屏`",
    "this.shortcuts.G=`Jump to slide`": "this.shortcuts.G=`跳到某一张`",
    "`Slide overview`": "`总览`",
    "placeholder=`Jump to slide`": "placeholder=`第几张`",
    "No notes on this slide.": "这一张没有讲稿。",
    "this.shortcuts[`&#8594;  ,  &#8595;  ,  SPACE  ,  N  ,  L  ,  J`]=`Next slide`": (
        "this.shortcuts[`→、↓、空格`]=`下一张`"
    ),
    "this.shortcuts[`&#8592;  ,  &#8593;  ,  P  ,  H  ,  K`]=`Previous slide`": "this.shortcuts[`←、↑、P`]=`上一张`",
    'class="navigate-left" aria-label="${e?`next slide`:`previous slide`}"': (
        'class="navigate-left" aria-label="${e?`下一张`:`上一张`}"'
    ),
    'class="navigate-right" aria-label="${e?`previous slide`:`next slide`}"': (
        'class="navigate-right" aria-label="${e?`上一张`:`下一张`}"'
    ),
    'aria-label="above slide"': 'aria-label="上面一张"',
    'aria-label="below slide"': 'aria-label="下面一张"',
    "Resume presentation": "继续放映",
}
