// What a person does on the mirror's elements, by keyboard, screen reader or test, told to the program.
import {fitting, happening, length, state, typed} from './mirror_list.js';

const pressable = new Set(['button', 'tab', 'option']);
const keysOf = {searchbox: ['ArrowDown', 'ArrowUp', 'Enter', 'Escape'], tab: ['ArrowLeft', 'ArrowRight']};

export function listen(mirror) {
  const {root} = mirror;
  // on(type, work): work gets what was meant and the event.
  const on = (type, work) => root.addEventListener(type, event => {
    const item = mirror.item(event.target);
    if (item) work(mirror, item, event);
  });
  on('click', clicked);
  on('beforeinput', typing);
  on('input', typedIn);
  on('change', changed);
  on('focusin', focused);
  on('focusout', ({tell}, {node}) => tell(happening.blur, node.key, {}));
  on('keydown', pressed);
  on('compositionstart', () => { mirror.composing = true; });
  on('compositionend', (_, item, event) => {
    mirror.composing = false;
    typedIn(mirror, item, event); // what was composed may have no room
  });
  root.addEventListener('scroll', ({target}) => {
    const item = target.mirrored;
    if (!item?.sizer) return;
    mirror.places.set(item.node.key, target.scrollTop);
    mirror.tell(happening.scroll, item.node.key, {y: target.scrollTop});
  }, true);
  document.addEventListener('keydown', event => {
    const dialog = event.key === 'Escape' && mirror.modal();
    if (dialog) mirror.tell(happening.escape, dialog.key, {});
  });
}

function clicked({tell}, {node}, event) {
  if (node.role === 'link' ? !event.ctrlKey && !event.metaKey : pressable.has(node.role)) tell(happening.click, node.key, {});
}

// What would not fit is not put in: a part of a paste, up to a whole character; nothing of a key.
function typing({tell}, {node}, event) {
  if (!typed.has(node.role) || event.isComposing || !event.inputType.startsWith('insert')) return;
  const field = event.target;
  let text = event.data ?? event.dataTransfer?.getData('text/plain') ?? (event.inputType === 'insertLineBreak' ? '\n' : '');
  if (node.role !== 'textarea') text = text.replace(/[\r\n]+/g, ' ');
  const {selectionStart: from, selectionEnd: to} = field;
  const room = node.most - length(field.value) + length(field.value.slice(from, to));
  if (length(text) <= room) return;
  event.preventDefault();
  field.setRangeText(fitting(text, room), from, to, 'end');
  tell(happening.input, node.key, {text: field.value, x: 1});
}

function typedIn({composing, tell}, {node}, {target: field}) {
  if (!typed.has(node.role)) return;
  const whole = composing || length(field.value) <= node.most;
  if (!whole) field.value = fitting(field.value, node.most);
  tell(happening.input, node.key, {text: field.value, x: whole ? 0 : 1});
}

function changed({tell}, {node, control}) {
  if (!control || node.role === 'file') return; // files.js
  tell(happening.change, node.key, typed.has(node.role) || node.role === 'select' ? {text: control.value} : {});
}

function focused(mirror, {node: {key}}, {target}) {
  mirror.last = key;
  mirror.tell(happening.focus, key, {keyboard: target.matches(':focus-visible')});
}

function pressed({tell}, {node: {role, key, state: now}, element}, event) {
  if (event.isComposing || !keysOf[role]?.includes(event.key)) return;
  if (event.key !== 'Escape' || now & state.expanded) event.preventDefault();
  tell(happening.key, key, {text: event.key});
  if (role !== 'tab') return;
  const tabs = [...element.parentElement.children];
  const step = event.key === 'ArrowRight' ? 1 : tabs.length - 1;
  tabs[(tabs.indexOf(element) + step) % tabs.length].focus();
}
