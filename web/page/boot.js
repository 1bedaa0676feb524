// Starts a page: texts, fonts and the program are fetched side by side; then pointers, sizes and
// preferences are passed on. The addresses stand in the page's own <link> elements.
import {effects} from './effects.js';
import {Mirror} from './mirror.js';
import {happening} from './mirror_list.js';
import {gripAt, scrollerAt, targetAt, touch} from './mirror_pointer.js';

const $ = id => document.getElementById(id);
const canvas = $('canvas');
const root = document.documentElement;
const address = id => $(id).href;
const bytes = async id => new Uint8Array(await (await fetch(address(id))).arrayBuffer());
let app = null; // the program, once it is there
let begun = $('begin')?.matches('.waiting') ?? false; // "Mulai" was pressed before that (begin.js)
let drawn = 0;
let last = ''; // what the mirror was given

function kept(name) {
  try { return localStorage.getItem(`rembuk.${name}`); } catch { return null; }
}
function keep(name, value) {
  try { localStorage.setItem(`rembuk.${name}`, value); } catch { /* then until the page closes */ }
}
const preference = {
  language: kept('language') === 'en' ? 'en' : 'id',
  theme: ['1', '2'].includes(kept('theme')) ? Number(kept('theme')) : 0,
  plain: kept('plain') === '1' || matchMedia('(forced-colors: active)').matches,
};
const dark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => preference.theme === 2 || (preference.theme === 0 && dark.matches);

function dress() {
  root.lang = preference.language;
  root.dataset.theme = isDark() ? 'dark' : 'light';
  root.classList.toggle('plain', preference.plain);
}
dress();

function given(data) { // into the program's memory, which it frees
  const at = app._malloc(Math.max(data.length, 1));
  app.HEAPU8.set(data, at);
  return at;
}
const encoder = new TextEncoder();
export function tell(what, key, {text = '', bytes: content = new Uint8Array(), keyboard = false, x = 0, y = 0}) {
  if (!app) return;
  const parts = [encoder.encode(key), encoder.encode(text), content];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  app._rembuk_event(what, keyboard ? 1 : 0, x, y, given(all), parts[0].length, parts[1].length, parts[2].length);
}
function answer(id, status, extra, content = new Uint8Array()) {
  app._rembuk_answer(id, status, extra, given(content), content.length);
}

export const mirror = new Mirror($('mirror'), $('live'), tell);
const host = {
  ...effects(answer, online => app?._rembuk_network(online), text => {
    const data = encoder.encode(text);
    return app._rembuk_fragment(given(data), data.length);
  }, place => app?._rembuk_place(place)),
  patch: text => {
    last = text;
    mirror.patch(text);
    if (begun) begin();
  },
  announce: text => mirror.announce(text),
  focus: key => mirror.focus(key),
  request,
  drawn(count) {
    drawn = count;
    if (count === 1) shown();
  },
};

function shown() {
  performance.mark('rembuk-first-frame');
  root.classList.add('running');
  $('first').remove();
  if (navigator.serviceWorker) setTimeout(work, 1000);
}
// Later visits start without the network: the worker keeps what this page was made of, and says if the
// server has another version by now; asked again when somebody comes back to a page that was left open.
const seldom = 600_000;
let askForNews = async () => {}; // true: without waiting for its time
async function work() {
  if ($('installable')) { // only now: it may not delay the first question
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.href = address('installable');
    document.head.append(link);
  }
  try {
    await navigator.serviceWorker.register('/sw.js');
    navigator.serviceWorker.addEventListener('message', ({data}) => data?.renewed && app._rembuk_renewed());
    let asked = -seldom;
    askForNews = async now => {
      if (now !== true && (document.visibilityState !== 'visible' || performance.now() - asked < seldom)) return;
      asked = performance.now();
      const {active} = await navigator.serviceWorker.ready;
      const made = performance.getEntriesByType('resource').map(entry => entry.name).filter(address => /\/assets\/.*\.(js|wasm|css|ttf|json)$/.test(address));
      active.postMessage({keep: [location.origin + location.pathname, ...new Set(made)]});
    };
    document.addEventListener('visibilitychange', askForNews);
    addEventListener('online', askForNews);
    await askForNews();
  } catch { /* private mode: the page works without */ }
}
// The first page's button, pressed before the program was there, is the program's own first button.
function begin() {
  const button = mirror.nodes.find(node => node.key === 'foot/next');
  if (!button) return;
  begun = false;
  if (mirror.nodes.some(node => node.key === 'main:welcome')) tell(0, 'foot/next', {});
}
$('begin')?.addEventListener('click', () => { begun = true; });

async function texts(language) {
  const data = await bytes(`text-${language}`);
  return app._rembuk_texts(language === 'en' ? 1 : 0, given(data), data.length);
}
async function request(what, value) {
  if (what === 'reload') return location.reload();
  if (what === 'language') {
    try {
      if (!await texts(value)) return;
    } catch {
      return mirror.announce(value === 'en' ? 'No network' : 'Tidak ada jaringan');
    }
    preference.language = value;
  }
  if (what === 'theme') preference.theme = Number(value);
  if (what === 'plain') preference.plain = value === '1';
  keep(what, value);
  dress();
  resize();
}

function resize() {
  if (!app) return;
  const box = canvas.getBoundingClientRect();
  const width = box.width || innerWidth, height = box.height || innerHeight;
  const ratio = devicePixelRatio || 1;
  app._rembuk_resize(width, height, width < 600 ? Math.min(ratio, 2) : ratio, isDark() ? 1 : 0, preference.theme,
    preference.plain ? 1 : 0);
}
new ResizeObserver(() => {
  resize();
  document.activeElement?.closest?.('#mirror .main')?.contains(document.activeElement) &&
    requestAnimationFrame(() => document.activeElement.scrollIntoView({block: 'nearest'}));
}).observe(canvas);
dark.addEventListener('change', () => {
  dress();
  resize();
});
(function watchDensity() {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
    resize();
    watchDensity();
  }, {once: true});
})();

// ---- pointers: the mouse goes to SDL, the finger is felt here ----

let finger = null;
let glide = 0;
const slop = 8;

canvas.addEventListener('mousedown', event => event.preventDefault()); // the focus stays where it is
// SDL does not see fingers, and the browser makes no mouse of them.
for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'])
  document.addEventListener(type, event => {
    if (event.target !== canvas) return;
    event.stopImmediatePropagation();
    if (type === 'touchend' && event.cancelable) event.preventDefault();
  }, {capture: true, passive: false});
canvas.addEventListener('contextmenu', event => event.preventDefault());
canvas.addEventListener('pointerdown', event => {
  cancelAnimationFrame(glide);
  if (event.isPrimary && event.button === 0 && (held = gripAt(mirror, event.clientX, event.clientY))) return lift(event);
  if (!event.isPrimary) finger = null;
  else finger = {x: event.clientX, y: event.clientY, lastY: event.clientY, time: event.timeStamp, speed: 0, moved: false,
    area: scrollerAt(mirror, event.clientX, event.clientY), touch: event.pointerType !== 'mouse', from: event.timeStamp};
});
canvas.addEventListener('pointermove', event => {
  if (held && event.isPrimary) return carry(event.clientY);
  if (!finger?.touch || !event.isPrimary) return;
  if (!finger.moved && Math.hypot(event.clientX - finger.x, event.clientY - finger.y) < slop) return;
  const step = finger.lastY - event.clientY;
  const time = Math.max(1, event.timeStamp - finger.time);
  finger.speed = 0.7 * (step / time) + 0.3 * finger.speed;
  finger.lastY = event.clientY;
  finger.time = event.timeStamp;
  finger.moved = true;
  if (finger.area) finger.area.scrollTop += step;
});
canvas.addEventListener('pointerup', event => {
  if (held && event.isPrimary) return put(targetAt(mirror, held, event.clientY));
  const done = finger;
  finger = null;
  if (!done || !event.isPrimary) return;
  if (!done.moved && Math.hypot(event.clientX - done.x, event.clientY - done.y) < slop) {
    if (event.button > 0) return;
    touch(mirror, event.clientX, event.clientY);
    if (done.touch) app?._rembuk_tap(event.clientX, event.clientY);
  } else if (done.touch && event.timeStamp - done.time < 80) {
    coast(done.area, done.speed);
  }
});
canvas.addEventListener('pointercancel', () => {
  finger = null;
  if (held) put(-1);
});

// A place of an ordered list, held by its grip; near an edge the list scrolls on.
let held = null;
let edge = 0;
function lift(event) {
  finger = null;
  canvas.setPointerCapture(event.pointerId);
  carry(event.clientY);
}
function carry(y) {
  cancelAnimationFrame(edge);
  tell(happening.drag, held.key, {x: targetAt(mirror, held, y), y});
  const area = scrollerAt(mirror, 0, y);
  const box = area?.getBoundingClientRect();
  const step = !box ? 0 : y < box.top + 56 ? -8 : y > box.bottom - 56 ? 8 : 0;
  if (!step) return;
  area.scrollTop += step;
  edge = requestAnimationFrame(() => held && carry(y));
}
function put(target) {
  cancelAnimationFrame(edge);
  tell(happening.drop, held.key, {x: target});
  held = null;
}

function coast(area, speed) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || !area) return;
  let at = area.scrollTop, last = performance.now();
  const step = now => {
    const time = Math.min(now - last, 50);
    last = now;
    at += speed * time;
    speed *= Math.exp(-time / 325);
    area.scrollTop = at;
    if (Math.abs(speed) > 0.02 && Math.abs(area.scrollTop - at) < 2) glide = requestAnimationFrame(step);
  };
  glide = requestAnimationFrame(step);
}
document.addEventListener('wheel', event => {
  if (event.ctrlKey || preference.plain) return; // the browser's zoom
  const area = scrollerAt(mirror, event.clientX, event.clientY);
  if (!area) return;
  event.preventDefault();
  area.scrollTop += event.deltaY * (event.deltaMode === 1 ? 40 : event.deltaMode === 2 ? area.clientHeight : 1);
}, {passive: false});
document.addEventListener('visibilitychange', resize); // a browser may have dropped the picture of a hidden page
document.addEventListener('dragover', event => event.preventDefault());
document.addEventListener('drop', event => event.preventDefault()); // else the file takes the page's place

// ---- start ----

async function start() {
  const module = import(address('program'));
  const wasm = fetch(address('wasm'));
  const fonts = [0, 1, 2].map(which => bytes(`font-${which}`));
  const text = bytes(`text-${preference.language}`);
  const create = (await module).default;
  app = await create({
    canvas,
    host,
    instantiateWasm(imports, done) {
      WebAssembly.instantiateStreaming(wasm, imports).then(result => done(result.instance, result.module), failed);
      return {};
    },
  });
  for (const [which, font] of fonts.entries()) {
    const data = await font;
    app._rembuk_font(which, given(data), data.length);
  }
  const data = await text;
  app._rembuk_texts(preference.language === 'en' ? 1 : 0, given(data), data.length);
  resize();
  if (!app._rembuk_start()) {
    preference.plain = true; // no WebGL2: the native elements stand alone
    dress();
    resize();
  }
  if (app._rembuk_watch) hooks();
}

// For tests: frames drawn, a promise of stillness, the mirror's nodes.
function hooks() {
  app._rembuk_watch(1);
  window.rembuk = {
    get frames() { return drawn; },
    idle: () => new Promise(done => {
      let still = 0;
      const look = () => {
        still = app._rembuk_idle() ? still + 1 : 0;
        still > 3 ? done() : setTimeout(look, 10);
      };
      look();
    }),
    tree: () => mirror.nodes,
    askForNews: () => askForNews(true),
    // To be measured: frames, and what the mirror was given, given to it again.
    timeFrames: count => {
      app._rembuk_watch(0);
      const time = app._rembuk_time_frames(count) / count;
      app._rembuk_watch(1);
      return time;
    },
    given: () => last,
    patch: text => mirror.patch(text),
    unmirrored: () => app._rembuk_unmirrored(),
  };
}

function failed() {
  root.classList.add('failed');
}
if (typeof WebAssembly !== 'object') failed();
else start().catch(failed);
