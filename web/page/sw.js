// The service worker: hashed files from the cache first, pages from the network first, the API never.
// It fetches nothing that the page did not: after its first frame a page tells what it was made of.
const name = 'rembuk';
const patience = 3000; // then a page that is kept is shown instead of waiting

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});

async function keep(addresses) {
  const cache = await caches.open(name);
  for (const address of addresses) {
    if (new URL(address).origin !== location.origin) continue;
    if (await cache.match(address)) continue;
    const response = await fetch(address);
    if (response.ok) await cache.put(address, response);
  }
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
  const fresh = fetch(request).then(async response => {
    if (response.ok) await cache.put(request, response.clone());
    return response;
  });
  if (!kept) return fresh;
  const late = new Promise(done => setTimeout(done, patience, kept));
  return Promise.race([fresh.catch(() => kept), late]);
}

self.addEventListener('fetch', event => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (isAsset(url)) event.respondWith(caches.match(request.url, {ignoreVary: true}).then(found => found ?? fetch(request)));
});
