// The service worker: pages and hashed files from the cache first, the API never. After its first frame a
// page tells what it was made of; only then is it kept.
const name = 'rembuk';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep, event.source));
});

// A page is kept only with all that it is made of, so that what starts from here is always whole.
async function keep([page, ...made], client) {
  const cache = await caches.open(name);
  await fetched(cache, made);
  const response = await fetch(page, {cache: 'no-store'});
  const text = response.ok ? await response.clone().text() : '';
  if (!text) return;
  const renewed = !made.every(address => text.includes(new URL(address).pathname));
  if (renewed) {
    // Of a new version all that it names, but programs that the page did not use so far.
    const used = new Set(made.map(kind));
    await fetched(cache, [...new Set(text.match(/\/assets\/[\w.-]+/g))].map(path => new URL(path, page).href)
      .filter(address => !/engine|\.wasm$/.test(address) || used.has(kind(address))));
  }
  await cache.put(page, response);
  await tidy(cache);
  if (renewed) client?.postMessage({renewed: true});
}
async function fetched(cache, addresses) {
  for (const address of addresses) {
    if (new URL(address).origin !== location.origin || await cache.match(address)) continue;
    const response = await fetch(address);
    if (!response.ok) throw new Error(address);
    await cache.put(address, response);
  }
}
const kind = address => new URL(address).pathname.replace(/-[0-9a-f]+(?=\.\w+$)/, '');

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

// What is kept starts at once, also on a line that is slower than patience; a newer version is fetched
// beside it (keep), told of, and taken at the next start.
async function page(request) {
  const cache = await caches.open(name);
  const kept = await cache.match(request.url, {ignoreSearch: true, ignoreVary: true});
  return kept ?? fetch(request);
}

self.addEventListener('fetch', event => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (isAsset(url)) event.respondWith(caches.match(request.url, {ignoreVary: true}).then(found => found ?? fetch(request)));
});
