// Files that a person chooses or drops on the page, told to the program. Only pages that take files hold this.
import {mirror, tell} from './boot.js';
import {happening, state} from './mirror_list.js';

const together = 32e6; // so many bytes are read side by side, and held here at once
const tooLarge = -1, unreadable = -2; // in place of a size; then there are no bytes

// Of several at once, what has another ending is left.
async function take(node, control, given) {
  const many = node.state & (state.multiple | state.folder);
  const endings = node.extra.split(',');
  const chosen = many ? given.filter(file => given.length === 1 || endings.some(ending => file.name.toLowerCase().endsWith(ending))).slice(0, 50) : given.slice(0, 1);
  let total = 0;
  const large = chosen.map(file => (total += file.size) > node.most);
  const read = at => large[at] ? {x: tooLarge}
    : chosen[at].arrayBuffer().then(all => ({bytes: new Uint8Array(all), x: all.byteLength}), () => ({x: unreadable}));
  const aside = total <= together ? await Promise.all(chosen.map((_, at) => read(at))) : [];
  for (const [at, {name}] of chosen.entries())
    tell(happening.file, node.key, {text: name, y: chosen.length - at - 1, ...(aside[at] ?? await read(at))});
  control.value = '';
}

document.addEventListener('change', ({target}) => {
  const item = target.type === 'file' && mirror.item(target);
  if (item) take(item.node, target, [...target.files]);
});
document.addEventListener('drop', async ({dataTransfer}) => {
  const node = mirror.nodes.find(candidate => candidate.role === 'file');
  const files = node && dataTransfer ? await dropped(dataTransfer) : [];
  if (files.length > 0) take(node, mirror.items.get(node.key).control, files);
});

// Files, and the files of folders, of what was dropped.
async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some(entry => entry.isDirectory)) return [...transfer.files];
  const file = entry => new Promise((done, fail) => entry.file(done, fail));
  const found = [];
  for (const entry of entries) {
    if (entry.isFile) {
      found.push(await file(entry));
      continue;
    }
    const reader = entry.createReader(); // gives some at a time, at last none
    for (let some; (some = await new Promise((done, fail) => reader.readEntries(done, fail))).length > 0;)
      for (const one of some) if (one.isFile) found.push(await file(one));
  }
  return found;
}
