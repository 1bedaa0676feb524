// What the program asks of the browser (app/effects/browser.cpp): each call answers later through
// answer(id, status, extra, bytes).

const storeName = 'rembuk';

function database() {
  return new Promise((done, fail) => {
    const open = indexedDB.open(storeName, 1);
    open.onupgradeneeded = () => open.result.createObjectStore('values');
    open.onsuccess = () => done(open.result);
    open.onerror = () => fail(open.error);
    open.onblocked = () => fail(new Error('blocked'));
  });
}

const slowest = 3000; // a storage that never answers is one that refuses

async function inStore(mode, work) {
  let timer;
  const late = new Promise((done, fail) => { timer = setTimeout(fail, slowest, new Error('late')); });
  const opening = database();
  try {
    const db = await Promise.race([opening, late]);
    return await Promise.race([late, new Promise((done, fail) => {
      const transaction = db.transaction('values', mode, {durability: 'strict'});
      const request = work(transaction.objectStore('values'));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = transaction.onerror = () => fail(transaction.error);
    })]);
  } finally {
    clearTimeout(timer);
    opening.then(db => db.close(), () => {});
  }
}

// What stands after #, which is then gone from the address bar. This tab keeps a code until the server has
// answered a sign-in, for the same page opened anew meanwhile.
const left = 'rembuk.fragment';
function takenFragment() {
  let text = location.hash.slice(1);
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  try {
    text ||= sessionStorage[left] ?? '';
    if (text.startsWith('c=')) sessionStorage[left] = text;
    else delete sessionStorage[left];
  } catch { /* storage refused: then the address alone */ }
  return text;
}
function forgetFragment() {
  try {
    delete sessionStorage[left];
  } catch { /* nothing was kept */ }
}

// The browser's back and forward buttons. An entry of the history holds the number of a screen.
function places(visit) {
  let known = false; // the first screen takes the entry that the page began with
  let led = false; // here by one of the buttons
  addEventListener('popstate', event => {
    if (typeof event.state?.place !== 'number') return;
    led = true;
    visit(event.state.place);
  });
  return place => {
    const same = history.state?.place === place;
    if (!same) history[known && !led ? 'pushState' : 'replaceState']({place}, '');
    known = true;
    led = false;
  };
}

// Asks before the page is left; only while needed, so that the browser may keep the page otherwise.
const ask = event => event.preventDefault();
const warn = on => on ? addEventListener('beforeunload', ask) : removeEventListener('beforeunload', ask);

// `opened` gives a second link's fragment to the running program; false: it does not take any.
export function effects(answer, network, opened, visit) {
  const sockets = new Map();
  const engines = new Map();
  addEventListener('online', () => network(1));
  addEventListener('offline', () => network(0));
  let fragment = takenFragment();
  let read = false; // by the program
  addEventListener('hashchange', () => {
    if (location.hash.length < 2) return;
    fragment = takenFragment();
    if (!read || opened(fragment)) return;
    try {
      sessionStorage[left] = fragment;
    } catch {
      location.assign(`#${fragment}`);
    }
    location.reload();
  });

  function connect(id, path) {
    const entry = sockets.get(id);
    if (!entry) return;
    answer(id, 0, -1);
    const socket = new WebSocket(new URL(path, location.href.replace(/^http/, 'ws')));
    socket.binaryType = 'arraybuffer';
    entry.socket = socket;
    socket.onopen = () => {
      entry.tries = 0;
      answer(id, 1, -1);
    };
    socket.onmessage = event => {
      if (event.data instanceof ArrayBuffer) answer(id, 3, -1, new Uint8Array(event.data));
    };
    socket.onclose = () => {
      if (!sockets.has(id)) return;
      answer(id, 2, -1);
      const wait = Math.min(30_000, 1000 * 2 ** entry.tries++) * (0.5 + Math.random() / 2);
      entry.timer = setTimeout(() => connect(id, path), wait);
    };
  }

  return {
    async http(id, method, path, headers, bytes, timeout) {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), timeout);
      try {
        const wanted = headers.split('\n').filter(Boolean).map(line => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon), line.slice(colon + 1)];
        });
        const content = bytes.length > 0 || method === 'PUT' || method === 'POST';
        if (content && !wanted.some(([name]) => name.toLowerCase() === 'content-type'))
          wanted.push(['content-type', 'application/octet-stream']);
        // What nobody may be known by goes without the cookie.
        const credentials = path.startsWith('/api/v1/public/') ? 'omit' : 'same-origin';
        const response = await fetch(path, {method, headers: wanted, body: content ? bytes : undefined,
          credentials, cache: 'no-cache', redirect: 'error', signal: abort.signal});
        if (method === 'POST' && path.endsWith('/session') && response.status < 429) forgetFragment();
        const body = new Uint8Array(await response.arrayBuffer());
        const retry = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
        answer(id, response.status, Number.isFinite(retry) ? retry : -1, body);
      } catch {
        answer(id, 0, -1);
      } finally {
        clearTimeout(timer);
      }
    },
    async store(id, what, key, bytes) {
      try {
        if (what === 0) {
          const found = await inStore('readonly', values => values.get(key));
          answer(id, found ? 1 : 0, -1, found);
        } else {
          await inStore('readwrite', values => what === 1 ? values.put(bytes, key) : values.delete(key));
          answer(id, 0, -1);
        }
      } catch {
        answer(id, -1, -1);
      }
    },
    socket(id, path) {
      sockets.set(id, {tries: 0});
      queueMicrotask(() => connect(id, path));
    },
    send(id, bytes) {
      const socket = sockets.get(id)?.socket;
      if (socket?.readyState === WebSocket.OPEN) socket.send(bytes);
    },
    close(id) {
      const entry = sockets.get(id);
      sockets.delete(id);
      clearTimeout(entry?.timer);
      entry?.socket?.close();
    },
    engine(id) {
      const worker = new Worker(document.getElementById('engine-worker').href, {type: 'module'});
      const broke = () => answer(id, 1, -1);
      worker.onerror = broke;
      worker.onmessage = ({data}) => data ? answer(id, 0, -1, data) : broke();
      worker.postMessage({program: document.getElementById('engine').href, wasm: document.getElementById('engine-wasm').href});
      engines.set(id, worker);
    },
    compute: (id, bytes) => engines.get(id)?.postMessage(bytes, [bytes.buffer]),
    endEngine(id) {
      engines.get(id)?.terminate();
      engines.delete(id);
    },
    after: (id, milliseconds) => setTimeout(() => answer(id, 0, -1), milliseconds),
    place: places(visit),
    warn,
    fragment: () => {
      read = true;
      return fragment;
    },
    page(what, text) {
      if (what === 0) location.assign(new URL(text, location.origin).pathname);
      if (what === 1) document.title = text;
      if (what === 2) print();
    },
    download(name, type, bytes) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([bytes], {type}));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  };
}
