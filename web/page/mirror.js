// The semantic mirror: native elements over the canvas, patched by key from the program's list. What they
// look like is drawn on the canvas; what is done to them goes to the program (mirror_events.js).
import {alike, fill, identified, made, originOf, place, set, value} from './mirror_elements.js';
import {listen} from './mirror_events.js';
import {decoded, keyOf, state} from './mirror_list.js';

export class Mirror {
  // root: the overlay; tell(what, key, {text, bytes, keyboard, x, y}) reaches the program.
  constructor(root, live, tell) {
    this.root = root;
    this.live = live;
    this.tell = tell;
    this.items = new Map(); // key → item
    this.order = []; // the items as they stand
    this.nodes = []; // theirs
    this.turn = 0; // number of the patch
    this.places = new Map(); // scroll offsets by key, for screens that come back
    this.composing = false;
    this.screen = this.open = ''; // keys of main and dialog
    listen(this);
  }

  // The item that an element belongs to.
  item(element) {
    for (let at = element; at && at !== this.root; at = at.parentElement)
      if (at.mirrored) return at.mirrored;
    return null;
  }
  element(key) { return this.items.get(key)?.element; }
  modal() { return this.nodes.find(node => node.state & state.modal); }

  patch(text) {
    const before = this.order;
    let moved = false; // something came, went or stands elsewhere
    this.order = [];
    ++this.turn;
    for (const record of text.split('\x1e').slice(0, -1)) {
      const key = keyOf(record);
      let item = this.items.get(key);
      if (item?.turn === this.turn) continue; // no two of a key
      if (item?.record !== record) {
        const node = decoded(record);
        if (item && alike(item.node, node)) {
          moved ||= item.node.parent !== node.parent;
          item.node = node;
        } else {
          if (item) this.drop(item);
          this.items.set(key, item = made(node));
        }
        item.record = record;
      }
      item.turn = this.turn;
      moved ||= item !== before[this.order.length];
      this.order.push(item);
    }
    if (moved || before.length !== this.order.length) this.arrange(before);
    this.nodes = this.order.map(item => item.node);
    for (const item of this.order) this.renew(item);
    for (const item of this.order) if (item.node.role === 'searchbox') this.pointAtChosen(item);
    this.moveFocus();
  }

  // Only what stands wrong is moved: a moved element loses the focus.
  arrange(before) {
    for (const item of before) if (item.turn !== this.turn) this.drop(item);
    const last = new Map(); // parent → its child placed last
    for (const item of this.order) {
      const above = this.items.get(item.node.parent);
      item.around = originOf(above);
      const parent = above?.element ?? this.root;
      const next = last.has(parent) ? last.get(parent).nextSibling : [...parent.children].find(child => child.mirrored) ?? null;
      if (next !== item.element) parent.insertBefore(item.element, next);
      last.set(parent, item.element);
    }
  }

  renew(item) {
    const {node, element, filled} = item;
    if (filled !== node) fill(item);
    place(item);
    if (!filled && item.sizer) element.scrollTop = this.places.get(node.key) ?? 0;
    if (item.control) value(item, this.composing);
  }

  // A combobox says which of its list's options is meant.
  pointAtChosen(item) {
    const {key, state: now} = item.node;
    const list = now & state.expanded ? this.element(`${key}#list`) : null;
    set(item, 'aria-expanded', now & state.expanded ? 'true' : 'false');
    set(item, 'aria-controls', list && identified(list));
    set(item, 'aria-activedescendant', list?.querySelector('[aria-selected=true]')?.id);
  }

  // A new screen begins at its heading, a dialog at its first control; what had the focus before the
  // dialog gets it back.
  moveFocus() {
    const main = this.nodes.find(node => node.role === 'main')?.key ?? '';
    const dialog = this.modal()?.key ?? '';
    for (const child of this.root.children) {
      const inert = Boolean(dialog && child.mirrored && child.mirrored.node.role !== 'dialog');
      if (child.inert !== inert) child.inert = inert;
    }
    if (dialog !== this.open) {
      if (dialog) {
        this.before = this.last;
        this.element(dialog)?.querySelector('button, input')?.focus({preventScroll: true});
      } else {
        this.focus(this.before ?? '');
      }
      this.open = dialog;
    }
    if (main === this.screen) return;
    const first = this.screen === '';
    this.screen = main;
    if (first || dialog) return;
    const heading = this.element(main)?.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
  }

  drop(item) {
    const {element, node: {key}} = item;
    if (element.contains(document.activeElement)) {
      document.activeElement.blur();
      this.composing = false;
    }
    element.remove();
    if (this.items.get(key) === item) this.items.delete(key);
  }

  announce(text) {
    this.live.textContent = '';
    this.live.append(text);
    clearTimeout(this.silence);
    this.silence = setTimeout(() => { this.live.textContent = ''; }, 10_000); // nobody comes upon it later
  }

  focus(key) {
    const item = this.items.get(key);
    item?.target.focus({preventScroll: true});
    item?.element.scrollIntoView({block: 'nearest'});
  }
}
