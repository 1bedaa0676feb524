// What a person has before and without the program: the plain page, the budget, the next visit offline.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {launch, root, site, sizes, violations} from './support/pages.mjs';

const shipped = process.env.REMBUK_SHIPPED ?? path.join(root, 'build/web');
let web, browser;
before(async () => {
  web = await site(shipped);
  browser = await launch();
});
after(async () => {
  await browser.close();
  web.close();
});

test('the employee’s first visit stays within 350 KB, brotli', () => {
  const lines = execFileSync(process.execPath, [path.join(root, 'web/page/sizes.mjs'), shipped, '350']).toString();
  assert.match(lines, /employee: +\d+ {2}together/);
});

test('the four answers say the same before the program is there and after', () => {
  const page = readFileSync(path.join(shipped, 'employee.html'), 'utf8');
  for (const language of ['id', 'en']) {
    const texts = JSON.parse(readFileSync(path.join(root, `assets/text/employee.${language}.json`), 'utf8'));
    for (const fear of ['who', 'rating', 'duty', 'undo'])
      assert.ok(page.includes(`<section><h2>${texts[`fear.${fear}`]}</h2><p>${texts[`fear.${fear}.answer`]}</p></section>`), `${fear}, ${language}`);
  }
});

test('every shipped file has its packed copies', () => {
  for (const name of ['employee.html', 'sw.js', 'manifest.json'].slice(0, 2))
    for (const suffix of ['', '.br', '.gz']) assert.ok(existsSync(path.join(shipped, name + suffix)), name + suffix);
});

test('the four answers and the button are there before the program', async () => {
  const context = await browser.newContext(sizes.phone);
  const page = await context.newPage();
  await page.route('**/*.wasm', () => {}); // never answered
  await page.goto(`${web.origin}/`, {waitUntil: 'domcontentloaded'});
  for (const name of ['Suara Anda, tanpa rasa takut', 'Siapa yang melihat?', 'Apakah dipakai untuk menilai saya?',
    'Apakah dianggap menolak tugas?', 'Bisa saya tarik kembali?'])
    assert.ok(await page.getByRole('heading', {name}).isVisible(), name);
  await page.getByRole('button', {name: 'Mulai, sekitar lima menit'}).click();
  assert.deepEqual(await violations(page), []);
  await context.close();
});

test('without JavaScript the page says what to do', async () => {
  const context = await browser.newContext({...sizes.phone, javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`${web.origin}/`);
  const notice = await page.locator('noscript section').boundingBox();
  assert.ok(notice && notice.height > 100 && notice.y < 100, JSON.stringify(notice));
  assert.match(await page.locator('noscript section').textContent(), /formulir kertas.*This page needs JavaScript/);
  await context.close();
});

test('without WebAssembly the page says what to do', async () => {
  const context = await browser.newContext(sizes.phone);
  await context.addInitScript(() => { delete window.WebAssembly; });
  const page = await context.newPage();
  await page.goto(`${web.origin}/`);
  await page.getByText('Formulir tidak dapat dibuka di peramban ini').waitFor();
  await context.close();
});

test('a program that cannot be fetched leaves a notice, not an empty page', async () => {
  const context = await browser.newContext(sizes.phone);
  const page = await context.newPage();
  await page.route('**/*.wasm', route => route.abort());
  await page.goto(`${web.origin}/`);
  await page.getByText('Formulir tidak dapat dibuka di peramban ini').waitFor();
  assert.ok(await page.getByRole('heading', {name: 'Siapa yang melihat?'}).isVisible());
  await context.close();
});

test('the next visit starts without any network', async () => {
  const context = await browser.newContext(sizes.phone);
  const page = await context.newPage();
  await page.goto(`${web.origin}/`);
  await page.waitForFunction(() => performance.getEntriesByName('rembuk-first-frame').length > 0, null, {timeout: 60_000});
  await page.evaluate(async () => {
    const kept = async () => (await (await caches.open('rembuk')).keys()).length;
    while (await kept() < 9 || !navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 50));
  });
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => performance.getEntriesByName('rembuk-first-frame').length > 0, null, {timeout: 60_000});
  assert.ok(await page.getByRole('heading', {level: 1}).count() > 0);
  await context.close();
});
