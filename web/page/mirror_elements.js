// The native element of a node: made once by its role, afterwards given only what differs from before,
// as each write costs the browser more than many comparisons.
import {areas, fields, scrolling, state, tags, typed, unplaced} from './mirror_list.js';

// In text: what the element says. The others have a name in an attribute.
const inText = new Set(['heading', 'paragraph', 'button', 'link', 'tab', 'option', 'status', 'columnheader',
  'rowheader', 'cell']);
const inRole = new Set(['group', 'radiogroup', 'dialog', 'listbox', 'option', 'tablist', 'tab', 'status',
  'progressbar', 'meter', 'list', 'image']);
const inPlace = new Set(['listitem', 'option', 'radio']); // of so many
const seen = ['primary', 'aside', 'numeric', 'invalid', 'ordered', 'titled']; // states as classes, for the plain view
const ticked = new Set(['radio', 'checkbox', 'switch']);

let ids = 0;
export const identified = element => element.id ||= `m${++ids}`;
const child = (item, name) => item.element.appendChild(document.createElement(name));
const tagOf = ({role, level}) => role === 'heading' ? `h${level || 2}` : tags[role] ?? (fields[role] ? 'label' : 'div');

// Whether one element can stand for both.
export const alike = (one, other) => one.role === other.role && tagOf(one) === tagOf(other);

// → {node, element, control: of a field, target: what has the focus, …}
export function made(node) {
  const {role} = node;
  const element = document.createElement(tagOf(node));
  const item = {node, element, control: null, target: element, given: {}, placed: !unplaced.has(role)};
  element.mirrored = item;
  if (fields[role]) makeField(item, node);
  else if (inRole.has(role)) set(item, 'role', role === 'image' ? 'img' : role);
  if (role === 'button' || role === 'tab') element.type = 'button';
  if (role === 'columnheader') element.scope = 'col';
  if (role === 'rowheader') element.scope = 'row';
  if (role === 'dialog') set(item, 'aria-modal', 'true');
  if (role === 'option') identified(element);
  if (scrolling.has(role)) {
    item.sizer = child(item, 'i');
    item.sizer.className = 'sizer';
  }
  return item;
}

function makeField(item, {role, parent, key}) {
  const control = document.createElement(fields[role]);
  item.control = item.target = control;
  if (ticked.has(role)) item.element.append(control);
  item.title = child(item, 'span');
  if (!ticked.has(role)) item.element.append(control);
  item.help = child(item, 'small');
  set(item, 'aria-labelledby', identified(item.title)); // the help is no part of the name
  if (ticked.has(role)) control.type = role === 'radio' ? 'radio' : 'checkbox';
  if (role === 'switch') set(item, 'role', role);
  if (role === 'file') control.type = role;
  if (role === 'searchbox') {
    set(item, 'role', 'combobox');
    set(item, 'aria-autocomplete', 'list');
    control.enterKeyHint = 'search';
  }
  if (role === 'radio') {
    control.name = parent;
    control.value = key;
  }
  control.autocomplete = 'off';
}

// An attribute of what has the focus; nothing, false: none.
export function set({target, given}, name, value) {
  const text = value === true ? '' : value === false || value === '' || value == null ? null : `${value}`;
  if ((given[name] ?? null) === text) return;
  given[name] = text;
  if (text === null) target.removeAttribute(name);
  else target.setAttribute(name, text);
}

// The only text of an element; a text that is there already is cheaper to change than to replace.
function say(element, text) {
  const held = element.firstChild;
  if (held) held.data = text;
  else if (text) element.append(text);
}

export function fill(item) {
  const {node, filled: was, element} = item;
  if (was?.name !== node.name) name(item);
  if (was?.description !== node.description) describe(item);
  if (was?.state !== node.state || was.position !== node.position || was.setSize !== node.setSize) stand(item);
  if (node.role === 'link') set(item, 'href', node.value);
  if (item.control) fillField(item, was);
  if (node.role === 'progressbar' || node.role === 'meter') measure(item);
  if (item.sizer) {
    if (was?.most !== node.most) item.sizer.style.height = `${node.most}px`;
    set(item, 'tabindex', node.role === 'main' && node.most > node.h + 1 ? 0 : -1);
  }
  item.filled = node;
}

function name(item) {
  const {node, element, control} = item;
  if (control) {
    say(item.title, node.name);
  } else if (inText.has(node.role)) {
    if (item.text) item.text.data = node.name;
    else if (node.name) element.prepend(item.text = new Text(node.name));
  } else if (node.role === 'table') {
    say(item.caption ??= element.createCaption(), node.name);
  } else {
    set(item, 'aria-label', node.name);
  }
}

// What else is said of it. Of a button it stands inside, for the plain view, but is no part of the name.
function describe(item) {
  const {node: {role, description}, control} = item;
  if (control) {
    say(item.help, description);
    set(item, 'aria-describedby', description && identified(item.help));
  } else if (role === 'columnheader') {
    set(item, 'aria-sort', description);
  } else if (role === 'button' || role === 'radiogroup') {
    set(item, 'aria-description', description);
    if (!description && !item.help) return;
    if (!item.help) {
      item.help = child(item, 'small');
      item.help.setAttribute('aria-hidden', 'true');
    }
    say(item.help, description);
  }
}

function stand(item) {
  const {node, element, target} = item;
  const {role} = node;
  const has = bit => (node.state & bit) !== 0;
  const classes = ['n', role, ...seen.filter(one => has(state[one]))].join(' ');
  if (item.classes !== classes) element.className = item.classes = classes;
  if ('disabled' in target) set(item, 'disabled', has(state.disabled));
  set(item, 'aria-busy', has(state.busy) && 'true');
  set(item, 'aria-current', has(state.current) && (node.parent === 'nav' ? 'page' : 'true'));
  if (role === 'radiogroup') set(item, 'aria-invalid', has(state.invalid) && 'true');
  if (role === 'button') set(item, 'aria-expanded', has(state.expanded) ? 'true' : has(state.collapsed) && 'false');
  if (role === 'tab' || role === 'option') set(item, 'aria-selected', `${has(state.selected)}`);
  if (role === 'tab') set(item, 'tabindex', has(state.selected) ? 0 : -1);
  if (inPlace.has(role) && node.setSize) {
    set(item, 'aria-posinset', node.position);
    set(item, 'aria-setsize', node.setSize);
  }
}

function measure(item) {
  const {node} = item;
  set(item, 'aria-valuemin', '0');
  set(item, 'aria-valuemax', node.most);
  set(item, 'aria-valuenow', node.now < 0 ? null : node.now);
  set(item, 'aria-valuetext', node.value);
  const words = `${node.name} ${node.value}`.trim();
  if (item.words === words) return;
  (item.shown ??= child(item, 'span')).textContent = item.words = words;
}

function fillField(item, was) {
  const {node, control} = item;
  const {role} = node;
  const has = bit => (node.state & bit) !== 0;
  set(item, 'aria-invalid', has(state.invalid) && 'true');
  if (typed.has(role)) {
    set(item, 'placeholder', node.extra);
    set(item, 'required', has(state.required));
    if (role === 'textbox') set(item, 'type', has(state.secret) ? 'password' : 'text');
    set(item, 'inputmode', has(state.numeric) && 'numeric');
    if (was?.least !== node.least) control.style.setProperty('--lead', `${node.least}px`);
    if (was?.now !== node.now) control.style.setProperty('--size', `${node.now}px`);
    if (has(state.code)) {
      set(item, 'autocapitalize', 'characters');
      set(item, 'spellcheck', 'false');
      set(item, 'autocorrect', 'off');
    }
  } else if (role === 'file') {
    set(item, 'accept', !has(state.folder) && node.extra);
    set(item, 'multiple', has(state.multiple));
    set(item, 'webkitdirectory', has(state.folder));
  } else if (role === 'select' && was?.extra !== node.extra) {
    const texts = node.extra.split('\n').slice(0, -1);
    control.replaceChildren(...texts.map((text, i) => new Option(text, i)));
  }
}

// Rectangles are those of the enclosing area; CSS wants them from the nearest placed element. That one
// may have moved although this node did not change.
export function place(item) {
  if (!item.placed) return;
  const {node, around, element: {style}} = item;
  const x = node.x - (around?.node.x ?? 0), y = node.y - (around?.node.y ?? 0);
  if (x !== item.x) style.left = `${item.x = x}px`;
  if (y !== item.y) style.top = `${item.y = y}px`;
  if (node.w !== item.w) style.width = `${item.w = node.w}px`;
  if (node.h !== item.h) style.height = `${item.h = node.h}px`;
}

// The item whose place is the origin of what `item` holds; none: an area.
export function originOf(item) {
  while (item && !item.placed) item = item.around;
  return item && !areas.has(item.node.role) ? item : null;
}

// The program's value wins, but never in the middle of a composition.
export function value({node, control}, composing) {
  if (typed.has(node.role)) {
    if (!composing && control.value !== node.value) control.value = node.value;
  } else if (node.role === 'select') {
    if (control.selectedIndex !== node.position - 1) control.selectedIndex = node.position - 1;
  } else if (node.role !== 'file') {
    const checked = (node.state & state.checked) !== 0;
    if (control.checked !== checked) control.checked = checked;
  }
}
