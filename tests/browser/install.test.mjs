// The page as an app: what a phone needs to install it, and a new version that costs nobody a draft.
import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {newcomers} from './support/frames.mjs';
import {button, hands, heading, journey} from './support/hands.mjs';
import {chromium, flags, holds, idle, press, root, shot, sizes, violations} from './support/pages.mjs';
import {startServer} from './support/server.mjs';

let server, context, folder, web;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rembuk-install-'));
  web = path.join(folder, 'web');
  cpSync(process.env.REMBUK_WEB ?? path.join(root, 'build/web-test'), web, {recursive: true});
  server = await startServer({web});
  // A profile of its own: nothing can be installed from a private window.
  context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {...flags, ...sizes.phone});
});
after(async () => {
  await context?.close();
  await server?.stop();
  rmSync(folder, {recursive: true, force: true});
});

async function open(link) {
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  return page;
}
const kept = page => page.evaluate(async () => {
  const pages = async () => (await (await caches.open('rembuk')).keys()).filter(key => !key.url.includes('/assets/')).length;
  while (await pages() < 1 || !navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 50));
});

let versions = 0n;
/** The same pages with one script of another name, as a new build has. */
function newVersion() {
  const assets = path.join(web, 'assets');
  const page = path.join(web, 'employee.html');
  const old = readFileSync(page, 'utf8').match(/boot-\w+\.js/)[0];
  const next = `boot-${(BigInt(`0x${old.slice(5, 17)}`) ^ ++versions).toString(16).padStart(12, '0')}.js`;
  writeFileSync(path.join(assets, next), readFileSync(path.join(assets, old)));
  for (const name of readdirSync(assets)) if (name.startsWith(old)) rmSync(path.join(assets, name));
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll(old, next));
  for (const suffix of ['.br', '.gz']) rmSync(page + suffix, {force: true});
  return next;
}
const runs = page => page.evaluate(() => performance.getEntriesByType('resource').map(entry => entry.name).find(name => /boot-\w+\.js$/.test(name)).split('/').pop());

test('the browser finds nothing that speaks against installing', {timeout: 120_000}, async () => {
  const page = await open(server.links.employee);
  await kept(page);
  await page.waitForFunction(() => document.querySelector('link[rel=manifest]'));
  const client = await context.newCDPSession(page);
  const {errors, url} = await client.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.match(url, /rembuk-\w+\.webmanifest$/);
  const {installabilityErrors} = await client.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors, []);
  await page.close();
});

test('the manifest speaks Indonesian, names icons of the stated sizes and keeps no code', async () => {
  const page = readFileSync(path.join(web, 'employee.html'), 'utf8');
  const address = page.match(/id="installable"[^>]* href="([^"]+)"/)[1];
  const response = await fetch(server.url + address);
  assert.match(response.headers.get('content-type'), /application\/manifest\+json/);
  const manifest = await response.json();
  assert.deepEqual([manifest.lang, manifest.start_url, manifest.scope, manifest.display, manifest.short_name], ['id', '/', '/', 'standalone', 'Rembuk']);
  assert.match(manifest.name, /suara Anda tentang mutasi/);
  for (const colour of [manifest.theme_color, manifest.background_color]) assert.match(colour, /^#[0-9A-F]{6}$/i);
  assert.deepEqual(manifest.icons.map(({sizes: size, purpose}) => `${size} ${purpose}`), ['192x192 any', '512x512 any', '512x512 maskable']);
  for (const {src, sizes: size} of manifest.icons) {
    const png = Buffer.from(await (await fetch(server.url + src)).arrayBuffer());
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, size);
  }
});

test('a new version is announced, taken by a tap, and the draft is there', {timeout: 240_000}, async () => {
  const [{link}] = await newcomers(server, 1);
  const page = await open(link);
  await kept(page);
  const stop = new Error('there');
  await journey(page, hands.mirror, async step => { if (step === 'stance') throw stop; }).catch(error => { if (error !== stop) throw error; });
  const next = newVersion();
  await server.restart();
  await page.evaluate(() => window.rembuk.askForNews()); // somebody comes back to the open page
  await page.getByText('Ada versi baru').first().waitFor({state: 'attached', timeout: 30_000});
  assert.deepEqual(await violations(page), []);
  await shot(page, 'trial-new-version');
  assert.notEqual(await runs(page), next);
  await Promise.all([page.waitForEvent('load'), press(page, button(page, 'Muat sekarang')).catch(() => {})]);
  await heading(page, 'Bagaimana sikap Anda?');
  assert.ok(await page.getByRole('radio', {name: /Terbuka untuk pindah/}).isChecked());
  assert.equal(await runs(page), next);
  await idle(page);
  assert.equal(await page.getByText('Ada versi baru').count(), 0);
  await page.close();
});

test('a new version is taken at the next start, and one that comes only half leaves the old one', {timeout: 240_000}, async () => {
  const [{link}] = await newcomers(server, 1);
  const page = await open(link);
  const first = await runs(page);
  await page.evaluate(() => window.rembuk.askForNews());
  await kept(page);
  await holds(page, async name => { // this version is the kept one
    const cache = await caches.open('rembuk');
    for (const key of await cache.keys()) if (!key.url.includes('/assets/') && (await (await cache.match(key)).text()).includes(name)) return true;
    return false;
  }, first);
  const next = newVersion();
  const script = path.join(web, 'assets', next);
  renameSync(script, path.join(folder, next)); // half a version
  await server.restart();
  await page.evaluate(() => window.rembuk.askForNews());
  for (const offline of [false, true]) {
    await context.setOffline(offline);
    await page.goto(server.url);
    await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
    assert.equal(await runs(page), first, 'what is whole starts');
  }
  await context.setOffline(false);
  renameSync(path.join(folder, next), script);
  await server.restart();
  await page.evaluate(() => window.rembuk.askForNews());
  await page.getByText('Ada versi baru').first().waitFor({state: 'attached', timeout: 30_000});
  await page.goto(server.url); // the next start
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  assert.equal(await runs(page), next);
  await page.close();
});
