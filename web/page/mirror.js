// The semantic mirror: native elements over the canvas, patched by key from the program's list.
// Their events go back to the program; what they look like is drawn on the canvas.
import {areas, decoded, fields, fitting, happening, length, scrolling, state, tags, typed, unplaced} from './mirror_list.js';

export class Mirror {
  // root: the overlay; tell(what, key, {text, bytes, keyboard, x, y}) reaches the program.
  constructor(root, live, tell) {
    this.root = root;
    this.live = live;
    this.tell = tell;
    this.items = new Map(); // key → {node, element, control, …}
    this.nodes = [];
    this.places = new Map(); // scroll offsets by key, for screens that come back
    this.composing = false;
    this.screen = '';
    root.addEventListener('click', event => this.clicked(event));
    root.addEventListener('beforeinput', event => this.typing(event));
    root.addEventListener('input', event => this.typed(event));
    root.addEventListener('change', event => this.changed(event));
    root.addEventListener('focusin', event => this.focused(event, true));
    root.addEventListener('focusout', event => this.focused(event, false));
    root.addEventListener('keydown', event => this.pressed(event));
    root.addEventListener('compositionstart', () => { this.composing = true; });
    root.addEventListener('compositionend', event => {
      this.composing = false;
      this.typed(event); // what was composed may have no room
    });
    root.addEventListener('scroll', event => this.scrolled(event.target), true);
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.escape();
    });
  }

  item(element) {
    for (let at = element; at && at !== this.root; at = at.parentElement)
      if (at.mirrored) return at.mirrored;
    return null;
  }

  // ---- from the program ----

  patch(text) {
    const all = decoded(text);
    const nodes = [...new Map(all.map(node => [node.key, node]).reverse()).values()].reverse();
    const wanted = new Map(nodes.map(node => [node.key, node]));
    const main = nodes.find(node => node.role === 'main')?.key ?? '';
    const modal = nodes.some(node => node.state & state.modal);
    for (const [key, item] of this.items) if (wanted.get(key)?.role !== item.node.role) this.drop(item);
    const cursors = new Map(); // parent → last placed child
    for (const node of nodes) {
      const item = this.items.get(node.key) ?? this.made(node);
      this.put(item, node, cursors);
      const changed = item.record !== node.record;
      if (changed) this.fill(item, node);
      item.record = node.record;
      item.node = node;
      this.value(item, node);
    }
    this.nodes = nodes;
    for (const child of this.root.children) {
      const item = child.mirrored;
      child.inert = modal && item && item.node.role !== 'dialog';
    }
    this.moveFocus(nodes, main, modal);
  }

  // A new screen begins at its heading, a dialog at its first control; what had the focus before the
  // dialog gets it back.
  moveFocus(nodes, main, modal) {
    const dialog = modal ? nodes.find(node => node.state & state.modal).key : '';
    if (dialog !== (this.dialog ?? '')) {
      if (dialog) {
        this.before = this.last;
        this.items.get(dialog)?.element.querySelector('button, input')?.focus({preventScroll: true});
      } else {
        this.focus(this.before ?? '');
      }
      this.dialog = dialog;
    }
    if (main === this.screen) return;
    const first = this.screen === '';
    this.screen = main;
    if (first || dialog) return;
    const heading = this.items.get(main)?.element.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
  }

  made(node) {
    const heading = node.role === 'heading' ? `h${node.level || 2}` : null;
    const element = document.createElement(heading ?? tags[node.role] ?? (fields[node.role] ? 'label' : 'div'));
    const item = {node, element, control: null, record: null};
    element.mirrored = item;
    element.className = `n ${node.role}`;
    if (fields[node.role]) this.makeField(item, node);
    else if (['group', 'radiogroup', 'dialog', 'listbox', 'option', 'tablist', 'tab', 'status', 'progressbar', 'meter', 'list', 'image'].includes(node.role) && element.tagName !== 'UL')
      element.setAttribute('role', node.role === 'image' ? 'img' : node.role);
    if (node.role === 'list') element.setAttribute('role', 'list');
    if (node.role === 'button' || node.role === 'tab') element.type = 'button';
    if (scrolling.has(node.role)) {
      item.sizer = document.createElement('i');
      item.sizer.className = 'sizer';
      element.append(item.sizer);
    }
    if (node.role === 'columnheader') element.scope = 'col';
    if (node.role === 'rowheader') element.scope = 'row';
    this.items.set(node.key, item);
    return item;
  }

  makeField(item, node) {
    const control = document.createElement(fields[node.role]);
    item.control = control;
    item.title = document.createElement('span');
    item.help = document.createElement('small');
    item.help.id = `h${Mirror.ids = (Mirror.ids ?? 0) + 1}`;
    if (['radio', 'checkbox', 'switch'].includes(node.role)) control.type = node.role === 'radio' ? 'radio' : 'checkbox';
    if (node.role === 'switch') control.setAttribute('role', 'switch');
    if (node.role === 'file') control.type = 'file';
    if (node.role === 'textbox' || node.role === 'searchbox') control.type = 'text';
    if (node.role === 'searchbox') {
      control.setAttribute('role', 'combobox');
      control.setAttribute('aria-autocomplete', 'list');
      control.enterKeyHint = 'search';
    }
    if (node.role === 'radio') {
      control.name = node.parent;
      control.value = node.key;
    }
    control.autocomplete = 'off';
    const after = ['radio', 'checkbox', 'switch'].includes(node.role);
    item.element.append(...(after ? [control, item.title, item.help] : [item.title, control, item.help]));
  }

  // Only what stands wrong is moved: a moved element loses the focus.
  put(item, node, cursors) {
    const parent = this.items.get(node.parent)?.element ?? this.root;
    const before = cursors.get(parent);
    const next = before ? before.nextSibling : [...parent.children].find(child => child.mirrored) ?? null;
    if (next !== item.element) parent.insertBefore(item.element, next);
    cursors.set(parent, item.element);
  }

  fill(item, node) {
    const {element, control} = item;
    const was = item.record ? item.node : null;
    const set = (target, name, value) => value === null || value === '' || value === false
      ? target.removeAttribute(name) : target.setAttribute(name, value);
    const flag = bit => (node.state & bit) !== 0;
    if (!unplaced.has(node.role)) this.place(item, node);
    const target = control ?? element;
    if (control) {
      item.title.textContent = node.name;
      item.help.textContent = node.description;
      set(control, 'aria-label', node.name);
      set(control, 'aria-describedby', node.description ? item.help.id : null);
      this.fillField(item, node, set, flag);
    } else if (['heading', 'paragraph', 'button', 'link', 'tab', 'option', 'status', 'columnheader', 'rowheader', 'cell'].includes(node.role)) {
      if (!was || was.name !== node.name) {
        const text = [...element.childNodes].find(child => child.nodeType === 3);
        if (text) text.data = node.name;
        else if (node.name) element.prepend(node.name);
      }
    } else if (node.role === 'table') {
      item.caption ??= element.createCaption();
      item.caption.textContent = node.name;
    } else {
      set(element, 'aria-label', node.name);
    }
    if (node.role === 'button' && node.description) set(element, 'aria-description', node.description);
    if (node.role === 'link') element.href = node.value;
    if ('disabled' in target) target.disabled = flag(state.disabled);
    set(target, 'aria-busy', flag(state.busy) ? 'true' : null);
    set(target, 'aria-current', flag(state.current) ? 'page' : null);
    if (node.role === 'radiogroup') set(element, 'aria-description', node.description);
    if (node.role === 'dialog') set(element, 'aria-modal', 'true');
    if (node.role === 'columnheader') set(element, 'aria-sort', node.description);
    if (node.role === 'tab' || node.role === 'option') set(element, 'aria-selected', flag(state.selected) ? 'true' : 'false');
    if (node.role === 'tab') element.tabIndex = flag(state.selected) ? 0 : -1;
    if (node.role === 'option') {
      element.id ||= `o${Mirror.ids = (Mirror.ids ?? 0) + 1}`;
      if (flag(state.selected)) this.active = element.id;
    }
    element.classList.toggle('primary', flag(state.primary));
    element.classList.toggle('aside', flag(state.aside));
    if (node.role === 'button') set(element, 'aria-expanded', flag(state.expanded) ? 'true' : flag(state.collapsed) ? 'false' : null);
    element.classList.toggle('numeric', flag(state.numeric));
    if (['listitem', 'option', 'radio'].includes(node.role) && node.setSize) {
      set(target, 'aria-posinset', node.position);
      set(target, 'aria-setsize', node.setSize);
    }
    if (node.role === 'progressbar' || node.role === 'meter') {
      set(element, 'aria-valuemin', '0');
      set(element, 'aria-valuemax', String(node.most));
      set(element, 'aria-valuenow', node.now < 0 ? null : String(node.now));
      set(element, 'aria-valuetext', node.value || null);
      item.words ??= element.appendChild(document.createElement('span'));
      item.words.textContent = `${node.name} ${node.value}`.trim();
    }
    if (item.sizer) {
      item.sizer.style.height = `${node.most}px`;
      element.tabIndex = node.role === 'main' && node.most > node.h + 1 ? 0 : -1;
      if (!was) element.scrollTop = this.places.get(node.key) ?? 0;
    }
  }

  fillField(item, node, set, flag) {
    const {control} = item;
    set(control, 'aria-invalid', flag(state.invalid) ? 'true' : null);
    if (typed.has(node.role)) {
      control.placeholder = node.extra;
      control.required = flag(state.required);
      if (node.role === 'textbox') control.type = flag(state.secret) ? 'password' : 'text';
      if (flag(state.numeric)) control.inputMode = 'numeric';
      control.style.setProperty('--lead', `${node.least}px`);
      control.style.setProperty('--size', `${node.now}px`);
      if (flag(state.code)) {
        control.autocapitalize = 'characters';
        control.spellcheck = false;
        control.setAttribute('autocorrect', 'off');
      }
    }
    if (node.role === 'searchbox') {
      const open = flag(state.expanded);
      control.setAttribute('aria-expanded', open ? 'true' : 'false');
      this.combobox = open ? {control, list: `${node.key}#list`} : this.combobox;
    }
    if (node.role === 'radio' || node.role === 'checkbox' || node.role === 'switch') control.checked = flag(state.checked);
    if (node.role === 'file') {
      control.accept = flag(state.folder) ? '' : node.extra;
      control.multiple = flag(state.multiple);
      control.webkitdirectory = flag(state.folder);
    }
    if (node.role === 'select' && item.options !== node.extra) {
      item.options = node.extra;
      const texts = node.extra.split('\n').slice(0, -1);
      control.replaceChildren(...texts.map((text, i) => new Option(text, String(i))));
    }
  }

  // The program's value wins, but never in the middle of a composition.
  value(item, node) {
    const {control} = item;
    if (!control) return;
    if (typed.has(node.role)) {
      if (!this.composing && control.value !== node.value) control.value = node.value;
    } else if (node.role === 'select') {
      control.selectedIndex = node.position - 1;
    } else if (node.role !== 'file') {
      control.checked = (node.state & state.checked) !== 0;
    }
    if (node.role !== 'searchbox') return;
    const list = this.items.get(`${node.key}#list`)?.element;
    if (list) list.id ||= `l${Mirror.ids = (Mirror.ids ?? 0) + 1}`;
    if (list && node.state & state.expanded) control.setAttribute('aria-controls', list.id);
    else control.removeAttribute('aria-controls');
    const active = list?.querySelector('[aria-selected=true]');
    if (active) control.setAttribute('aria-activedescendant', active.id);
    else control.removeAttribute('aria-activedescendant');
  }

  // Rectangles are those of the enclosing area; CSS wants them from the nearest placed element.
  place(item, node) {
    let x = node.x, y = node.y;
    for (let at = this.items.get(node.parent); at; at = this.items.get(at.node.parent)) {
      if (unplaced.has(at.node.role)) continue;
      if (areas.has(at.node.role)) break;
      x -= at.node.x;
      y -= at.node.y;
      break;
    }
    const {style} = item.element;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${node.w}px`;
    style.height = `${node.h}px`;
  }

  drop(item) {
    if (item.element.contains(document.activeElement)) document.activeElement.blur();
    item.element.remove();
    this.items.delete(item.node.key);
  }

  announce(text) {
    this.live.textContent = '';
    this.live.append(text);
  }

  focus(key) {
    const item = this.items.get(key);
    const target = item?.control ?? item?.element;
    target?.focus({preventScroll: true});
    if (target) item.element.scrollIntoView({block: 'nearest'});
  }

  // ---- from the person ----

  clicked(event) {
    const item = this.item(event.target);
    if (!item) return;
    if (item.node.role === 'link' && !event.ctrlKey && !event.metaKey) this.tell(happening.click, item.node.key, {});
    if (['button', 'tab', 'option'].includes(item.node.role)) this.tell(happening.click, item.node.key, {});
  }

  // What would not fit is not put in: a part of a paste, up to a whole character; nothing of a key.
  typing(event) {
    const item = this.item(event.target);
    if (!item || !typed.has(item.node.role) || event.isComposing || !event.inputType.startsWith('insert')) return;
    const field = event.target;
    let text = event.data ?? event.dataTransfer?.getData('text/plain') ?? (event.inputType === 'insertLineBreak' ? '\n' : '');
    if (item.node.role !== 'textarea') text = text.replace(/[\r\n]+/g, ' ');
    const {selectionStart: from, selectionEnd: to} = field;
    const room = item.node.most - length(field.value) + length(field.value.slice(from, to));
    if (length(text) <= room) return;
    event.preventDefault();
    field.setRangeText(fitting(text, room), from, to, 'end');
    this.tell(happening.input, item.node.key, {text: field.value, x: 1});
  }

  typed(event) {
    const item = this.item(event.target);
    if (!item || !typed.has(item.node.role)) return;
    const field = event.target;
    const whole = this.composing || length(field.value) <= item.node.most;
    if (!whole) field.value = fitting(field.value, item.node.most);
    this.tell(happening.input, item.node.key, {text: field.value, x: whole ? 0 : 1});
  }

  async changed(event) {
    const item = this.item(event.target);
    if (!item) return;
    const {node, control} = item;
    if (node.role === 'file') return this.files(node, control);
    if (['radio', 'checkbox', 'switch'].includes(node.role)) this.tell(happening.change, node.key, {});
    else if (node.role === 'select') this.tell(happening.change, node.key, {text: control.value});
    else this.tell(happening.change, node.key, {text: control.value});
  }

  // One after the other, so that never more than one is held here; what has another ending is left.
  async files(node, control, given = [...control.files]) {
    const many = node.state & (state.multiple | state.folder);
    const endings = node.extra.split(',');
    const chosen = many ? given.filter(file => given.length === 1 || endings.some(ending => file.name.toLowerCase().endsWith(ending))).slice(0, 50) : given.slice(0, 1);
    let total = 0;
    for (const [at, file] of chosen.entries()) {
      total += file.size;
      const large = total > node.most;
      const bytes = large ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
      this.tell(happening.file, node.key, {text: file.name, bytes, x: large && many ? -1 : file.size, y: chosen.length - at - 1});
    }
    control.value = '';
  }

  focused(event, gained) {
    const item = this.item(event.target);
    if (!item) return;
    if (gained) this.last = item.node.key;
    this.tell(gained ? happening.focus : happening.blur, item.node.key, {keyboard: event.target.matches(':focus-visible')});
  }

  pressed(event) {
    const item = this.item(event.target);
    if (!item) return;
    const {role, key} = item.node;
    const wanted = role === 'searchbox' ? ['ArrowDown', 'ArrowUp', 'Enter', 'Escape'] : role === 'tab' ? ['ArrowLeft', 'ArrowRight'] : [];
    if (!wanted.includes(event.key) || event.isComposing) return;
    if (event.key !== 'Escape' || item.node.state & state.expanded) event.preventDefault();
    this.tell(happening.key, key, {text: event.key});
    if (role === 'tab') {
      const tabs = [...item.element.parentElement.children];
      const step = event.key === 'ArrowRight' ? 1 : tabs.length - 1;
      tabs[(tabs.indexOf(item.element) + step) % tabs.length].focus();
    }
  }

  escape() {
    const dialog = this.nodes.find(node => node.state & state.modal);
    if (dialog) this.tell(happening.escape, dialog.key, {});
  }

  scrolled(element) {
    const item = element.mirrored;
    if (!item?.sizer) return;
    this.places.set(item.node.key, element.scrollTop);
    this.tell(happening.scroll, item.node.key, {y: element.scrollTop});
  }

  // ---- for pointers on the canvas ----

  // The topmost control at a place of the screen.
  at(x, y) {
    const modal = this.nodes.find(node => node.state & state.modal);
    let found = null;
    for (const node of this.nodes) {
      const item = this.items.get(node.key);
      if (!item || !(item.control || ['button', 'link', 'tab', 'option'].includes(node.role))) continue;
      const box = item.element.getBoundingClientRect();
      if (x < box.left || x >= box.right || y < box.top || y >= box.bottom) continue;
      const area = item.element.closest('.main, .dialog, .banner, .navigation, .contentinfo');
      const clip = area?.getBoundingClientRect();
      if (clip && (x < clip.left || x >= clip.right || y < clip.top || y >= clip.bottom)) continue;
      if (modal && !item.element.closest('.dialog')) continue;
      found = item;
    }
    return found;
  }

  // The place of an ordered list whose grip is there.
  grip(x, y) {
    if (this.at(x, y) || this.nodes.some(node => node.state & state.modal)) return null;
    const inside = (box, width, height) => x >= box.left && x < box.left + width && y >= box.top && y < box.top + height;
    return this.nodes.find(node => {
      if (!(node.state & state.movable)) return false;
      const {element} = this.items.get(node.key);
      const box = element.getBoundingClientRect();
      const area = element.closest('.main').getBoundingClientRect();
      return inside(box, 52, Math.min(box.height, 96)) && inside(area, area.width, area.height);
    }) ?? null;
  }

  // Its target with the pointer at y, from 0: how many of the others lie above.
  target(node, y) {
    return this.nodes.filter(other => {
      if (other.parent !== node.parent || other.key === node.key || other.role !== 'listitem') return false;
      const box = this.items.get(other.key).element.getBoundingClientRect();
      return (box.top + box.bottom) / 2 < y;
    }).length;
  }

  // The scrolling area at a place.
  scroller(x, y) {
    const areas = [...this.root.querySelectorAll('.dialog, .main')].reverse();
    return areas.find(area => {
      const box = area.getBoundingClientRect();
      return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    }) ?? areas[0] ?? null;
  }

  // Synchronously in the pointer's release, so that a soft keyboard opens.
  touch(x, y) {
    const item = this.at(x, y);
    if (item?.node.role === 'option') return;
    const control = item?.control ?? item?.element;
    if (!control || control.disabled) {
      document.activeElement?.blur?.();
      return;
    }
    control.focus({preventScroll: true});
    if (item.node.role === 'file') control.click();
    if (item.node.role === 'select') {
      try { control.showPicker(); } catch { /* the focused element shows itself instead */ }
    }
    if (item.node.role === 'link' && item.node.value) control.click();
  }
}
