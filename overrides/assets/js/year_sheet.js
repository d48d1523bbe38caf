// A plain workbook (.xlsx): texts stand in their cells, days are numbers that look like days.
const xySheet = (() => {
  "use strict";
  const EPOCH = 25569; // 1 January 1970, as spreadsheets count days
  const SPACE = "http://schemas.openxmlformats.org";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const LONELY = /[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;
  const escaped = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(LONELY, "$1").replace(/[&<>"]/g, (sign) => SIGNS[sign]);

  const STYLES = `${HEAD}<styleSheet xmlns="${SPACE}/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>`
    + '<fonts count="2"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="10"/><name val="宋体"/></font></fonts>'
    + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills>'
    + '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>'
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + ['numFmtId="49" fontId="0" fillId="0"', 'numFmtId="49" fontId="1" fillId="2"', 'numFmtId="164" fontId="0" fillId="0"']
      .map((look) => `<xf ${look} borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top" wrapText="1"/></xf>`).join("")
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  const [TEXT, TITLE, DAY] = [1, 2, 3];

  function cell(value, column, row, look) {
    const at = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (typeof value === "number") return `<c ${at} s="${DAY}"><v>${value + EPOCH}</v></c>`;
    return value ? `<c ${at} s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>` : `<c ${at} s="${look}"/>`;
  }

  function sheet({ heads, rows }) {
    const columns = heads.map(([, width], n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`).join("");
    const lines = [heads.map(([name]) => name), ...rows].map((row, n) =>
      `<row r="${n + 1}">${row.map((value, column) => cell(value, column, n + 1, n ? TEXT : TITLE)).join("")}</row>`);
    return `${HEAD}<worksheet xmlns="${SPACE}/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`
      + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
      + `<cols>${columns}</cols><sheetData>${lines.join("")}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
  }

  /** The bytes of a workbook; `sheets` are {name, heads: [[name, width]], rows}, a number in a row is a day. */
  function book(sheets) {
    const office = `${SPACE}/officeDocument/2006/relationships`;
    const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    const types = [["/xl/workbook.xml", "sheet.main"], ["/xl/styles.xml", "styles"], ...sheets.map((_, n) => [`/xl/worksheets/sheet${n + 1}.xml`, "worksheet"])];
    const links = [...sheets.map((_, n) => ["worksheet", `worksheets/sheet${n + 1}.xml`]), ["styles", "styles.xml"]];
    const related = (list, type) => `${HEAD}<Relationships xmlns="${SPACE}/package/2006/relationships">${list.map(([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${type}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
    return xyZip.zip([
      ["[Content_Types].xml", `${HEAD}<Types xmlns="${SPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.map(([part, kind]) => `<Override PartName="${part}" ContentType="${kinds}.${kind}+xml"/>`).join("")}</Types>`],
      ["_rels/.rels", related([["officeDocument", "xl/workbook.xml"]], office)],
      ["xl/workbook.xml", `${HEAD}<workbook xmlns="${SPACE}/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${sheets.map((one, n) => `<sheet name="${escaped(one.name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join("")}</sheets></workbook>`],
      ["xl/_rels/workbook.xml.rels", related(links, office)],
      ["xl/styles.xml", STYLES],
      ...sheets.map((one, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheet(one)]),
    ].map(([path, text]) => xyZip.stored(path, text)));
  }

  return { book };
})();
