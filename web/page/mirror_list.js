// The program's list of nodes: its words, its records, and how text is counted and cut.

const roles = ['banner', 'navigation', 'main', 'contentinfo', 'dialog', 'group', 'list', 'listitem',
  'heading', 'paragraph', 'image', 'button', 'link', 'textbox', 'textarea', 'searchbox', 'option',
  'listbox', 'radiogroup', 'radio', 'checkbox', 'switch', 'select', 'tablist', 'tab', 'file',
  'progressbar', 'meter', 'status', 'table', 'row', 'columnheader', 'rowheader', 'cell'];
export const state = {disabled: 1, checked: 2, selected: 4, expanded: 8, busy: 16, invalid: 32, required: 64,
  current: 128, ordered: 2048, titled: 16384, modal: 512, numeric: 1024, primary: 4096, code: 8192, multiple: 32768, folder: 65536,
  collapsed: 256, aside: 131072, secret: 262144, movable: 524288};
export const happening = {click: 0, input: 1, change: 2, focus: 3, blur: 4, key: 5, scroll: 6, file: 7,
  escape: 9, drag: 10, drop: 11};
export const tags = {banner: 'header', navigation: 'nav', main: 'main', contentinfo: 'footer', list: 'ul',
  listitem: 'li', paragraph: 'p', button: 'button', link: 'a', tab: 'button', table: 'table', row: 'tr',
  columnheader: 'th', rowheader: 'th', cell: 'td'};
export const areas = new Set(['banner', 'navigation', 'main', 'contentinfo', 'dialog']);
export const scrolling = new Set(['main', 'dialog']);
export const unplaced = new Set(['row', 'columnheader', 'rowheader', 'cell']);
export const fields = {textbox: 'input', searchbox: 'input', textarea: 'textarea', select: 'select', file: 'input',
  radio: 'input', checkbox: 'input', switch: 'input'};
export const typed = new Set(['textbox', 'searchbox', 'textarea']);

// Characters are counted as the server counts them, and never cut in the middle of one that is seen.
export const length = text => {
  let count = 0;
  for (const character of text) if (character) ++count;
  return count;
};
const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter();
export function fitting(text, room) {
  let end = 0;
  for (const {segment} of segmenter ? segmenter.segment(text) : [...text].map(segment => ({segment}))) {
    room -= length(segment);
    if (room < 0) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

// Records end with U+001E, fields with U+001F; the key comes first (app/mirror/node.cpp).
export const keyOf = record => record.slice(0, record.indexOf('\x1f'));
export function decoded(record) {
  const f = record.split('\x1f');
  return {key: f[0], parent: f[1], role: roles[f[2]], name: f[3], value: f[4], description: f[5],
    extra: f[6], state: +f[7], level: +f[8], position: +f[9], setSize: +f[10], least: f[11] / 100,
    most: f[12] / 100, now: f[13] / 100, x: f[14] / 100, y: f[15] / 100, w: f[16] / 100, h: f[17] / 100};
}
