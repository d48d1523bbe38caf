// Files made in the browser and kept on this machine.
(() => {
  "use strict";

  // A spreadsheet would run a cell that begins like a formula.
  function cell(value) {
    const text = Array.isArray(value) ? value.join("、") : String(value);
    return `"${text.replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;
  }

  window.xyFiles = {
    /** Rows of values as CSV, with the mark by which spreadsheets know the encoding. */
    csv: (rows) => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`,

    /** Offer a text for saving. */
    save(name, type, text) {
      const url = URL.createObjectURL(new Blob([text], { type }));
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10000);
    },
  };
})();
