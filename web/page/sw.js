// The service worker: hashed files from the cache first, pages from the network first, the API never.
// It fetches nothing that the page did not: after its first frame a page tells what it was made of.
const name = 'rembuk';
const patience = 3000; // then a page that is kept is shown instead of waiting

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep, event.source));
});

// A page is kept only with all that it was made of, so that what starts without a network is always a
// whole that has run before. A page that the server has changed since is told so.
async function keep([page, ...assets], client) {
  const cache = await caches.open(name);
  for (const address of assets) {
    if (new URL(address).origin !== location.origin || await cache.match(address)) continue;
    const response = await fetch(address);
    if (response.ok) await cache.put(address, response);
  }
  const response = await fetch(page, {cache: 'no-store'});
  const text = response.ok ? await response.clone().text() : '';
  if (!text) return;
  if (!assets.every(address => text.includes(new URL(address).pathname))) return client?.postMessage({renewed: true});
  await cache.put(page, response);
  await tidy(cache);
}

// Hashed files that no kept page names are of an earlier version.
async function tidy(cache) {
  const keys = await cache.keys();
  let pages = '';
  for (const key of keys) {
    if (isAsset(new URL(key.url))) continue;
    pages += await (await cache.match(key)).text();
  }
  const named = new Set(pages.match(/\/assets\/[\w.-]+/g));
  for (const key of keys) {
    const {pathname} = new URL(key.url);
    if (isAsset(new URL(key.url)) && !named.has(pathname) && !pathname.endsWith('.ttf')) await cache.delete(key);
  }
}

const isAsset = url => url.pathname.startsWith('/assets/');

async function page(request) {
  const cache = await caches.open(name);
  const kept = await cache.match(request.url, {ignoreSearch: true, ignoreVary: true});
  const fresh = fetch(request);
  if (!kept) return fresh;
  const late = new Promise(done => setTimeout(done, patience, kept));
  return Promise.race([fresh.then(response => response.ok ? response : kept, () => kept), late]);
}

self.addEventListener('fetch', event => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (isAsset(url)) event.respondWith(caches.match(request.url, {ignoreVary: true}).then(found => found ?? fetch(request)));
});
