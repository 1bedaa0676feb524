// What of the mirror lies under a pointer on the canvas.
import {state} from './mirror_list.js';

const controls = new Set(['button', 'link', 'tab', 'option']);
const within = (box, x, y) => x >= box.left && x < box.right && y >= box.top && y < box.bottom;
const boxOf = element => element.getBoundingClientRect();

// The topmost control at a place of the screen.
export function controlAt(mirror, x, y) {
  const modal = mirror.modal();
  return mirror.order.filter(({element, control, node}) => {
    if (!control && !controls.has(node.role) || !within(boxOf(element), x, y)) return false;
    const area = element.closest('.main, .dialog, .banner, .navigation, .contentinfo');
    return (!area || within(boxOf(area), x, y)) && (!modal || element.closest('.dialog'));
  }).pop();
}

// The place of an ordered list whose grip is there.
export function gripAt(mirror, x, y) {
  if (controlAt(mirror, x, y) || mirror.modal()) return;
  return mirror.order.find(({node, element}) => {
    if (!(node.state & state.movable)) return false;
    const {left, top, bottom} = boxOf(element);
    return within({left, right: left + 52, top, bottom: Math.min(bottom, top + 96)}, x, y) && within(boxOf(element.closest('.main')), x, y);
  })?.node;
}

// Its target with the pointer at y, from 0: how many of the others lie above.
export const targetAt = (mirror, held, y) => mirror.order.filter(({node, element}) => {
  if (node.parent !== held.parent || node.key === held.key || node.role !== 'listitem') return false;
  const {top, bottom} = boxOf(element);
  return (top + bottom) / 2 < y;
}).length;

// The scrolling area at a place.
export function scrollerAt({root}, x, y) {
  const areas = [...root.querySelectorAll('.dialog, .main')].reverse();
  return areas.find(area => within(boxOf(area), x, y)) ?? areas[0];
}

// Synchronously in the pointer's release, so that a soft keyboard opens.
export function touch(mirror, x, y) {
  const item = controlAt(mirror, x, y);
  const role = item?.node.role;
  if (role === 'option') return;
  const {target} = item ?? {};
  if (!target || target.disabled) {
    document.activeElement?.blur();
    return;
  }
  target.focus({preventScroll: true});
  if (role === 'file' || role === 'link' && item.node.value) target.click();
  if (role === 'select') {
    try { target.showPicker(); } catch { /* the focused element shows itself instead */ }
  }
}
