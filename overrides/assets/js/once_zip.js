// A zip, and with it a .docx, from parts that are compressed already or not at all.
const xyZip = (() => {
  "use strict";
  const UTF8 = 0x0800; // the bit that says in which encoding the names are
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; n += 1) {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[n] = value;
  }
  const utf8 = new TextEncoder();

  function crcOf(bytes) {
    let value = 0xffffffff;
    for (let n = 0; n < bytes.length; n += 1) value = (value >>> 8) ^ table[(value ^ bytes[n]) & 255];
    return (value ^ 0xffffffff) >>> 0;
  }

  /** Something to be put in as it is: bytes or a text. */
  function stored(path, content) {
    const bytes = typeof content === "string" ? utf8.encode(content) : content;
    return { path, bytes, method: 0, crc: crcOf(bytes), size: bytes.length };
  }

  /** Something that has been compressed before: base64, its checksum and its length. */
  function pressed(path, [base64, crc, size]) {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    return { path, bytes, method: 8, crc, size };
  }

  // Version, flags, method, time, day, checksum, both sizes, length of the name: the same in both headers.
  function describe(view, at, entry, name, [time, day]) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, UTF8, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint16(at + 6, time, true);
    view.setUint16(at + 8, day, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.bytes.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, name.length, true);
  }

  /** The bytes of a zip of these entries; `moment` is [time, day] as old MS-DOS has them. */
  function zip(entries, moment = [0, 33]) {
    const names = entries.map((entry) => utf8.encode(entry.path));
    const length = entries.reduce((sum, entry, n) => sum + 76 + 2 * names[n].length + entry.bytes.length, 22);
    const bytes = new Uint8Array(length);
    const view = new DataView(bytes.buffer);
    const places = [];
    let at = 0;
    entries.forEach((entry, n) => {
      places.push(at);
      view.setUint32(at, 0x04034b50, true);
      describe(view, at + 4, entry, names[n], moment);
      bytes.set(names[n], at + 30);
      bytes.set(entry.bytes, at + 30 + names[n].length);
      at += 30 + names[n].length + entry.bytes.length;
    });
    const start = at;
    entries.forEach((entry, n) => {
      view.setUint32(at, 0x02014b50, true);
      view.setUint16(at + 4, 20, true);
      describe(view, at + 6, entry, names[n], moment);
      view.setUint32(at + 42, places[n], true);
      bytes.set(names[n], at + 46);
      at += 46 + names[n].length;
    });
    view.setUint32(at, 0x06054b50, true);
    view.setUint16(at + 8, entries.length, true);
    view.setUint16(at + 10, entries.length, true);
    view.setUint32(at + 12, at - start, true);
    view.setUint32(at + 16, start, true);
    return bytes;
  }

  /** A moment as a zip has it, to two seconds. */
  function moment(date) {
    const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
    return [time, ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate()];
  }

  return { stored, pressed, zip, moment };
})();
