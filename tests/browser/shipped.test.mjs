// What ships, in a whole browser: one journey for each role, on pages without the tests' hooks.
import assert from 'node:assert/strict';
import {rmSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {newcomers, person, receiptVersion} from './support/frames.mjs';
import {button, hands, journey, section} from './support/hands.mjs';
import {chromium, idle, root, sizes, wholeBrowser} from './support/pages.mjs';
import {filesOfSet, province, startServer} from './support/server.mjs';

const web = process.env.REMBUK_SHIPPED ?? path.join(root, 'build/web');
let browser, data, next;
before(async () => {
  [data, next] = await Promise.all([3, 4].map(seed => province({employees: 600, seed})));
  browser = await chromium.launch(wholeBrowser);
});
after(async () => {
  await browser?.close();
  for (const folder of [data, next]) if (folder) rmSync(folder, {recursive: true, force: true});
});

/** work(page, server) on a page of a new server. */
async function on(link, size, work, options = {}) {
  const server = await startServer({web, data, ...options});
  const context = await browser.newContext(size);
  try {
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', error => faults.push(error.message));
    await page.goto(await link(server));
    await page.locator('h1').first().waitFor({state: 'attached', timeout: 60_000});
    assert.ok(await page.evaluate(() => window.rembuk === undefined), 'no hook of the tests is shipped');
    await work(page, server);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
    await server.stop();
  }
}

test('an employee answers by touch: one record', {timeout: 300_000}, () => {
  let link;
  return on(async server => link = (await newcomers(server, 1))[0].link, sizes.phone, async (page, server) => {
    await journey(page, hands.touch);
    const kept = await (await person(server, link)).call('GET', '/api/v1/me/answer');
    assert.equal(receiptVersion(kept.frame), 1);
  });
});

test('a facilitator computes a plan and sees it in the comparison', {timeout: 300_000}, () =>
  on(server => server.links.facilitator, sizes.projector, async page => {
    await section(page, 'Skenario');
    const table = page.getByRole('table', {name: 'Perbandingan skenario'});
    await table.waitFor({state: 'attached', timeout: 60_000});
    const computed = table.getByRole('columnheader', {name: /Prioritas unit/});
    assert.equal(await computed.count(), 0);
    await page.getByRole('combobox', {name: 'Kebijakan'}).first().selectOption({label: 'Prioritas unit'});
    await idle(page);
    await hands.mirror.press(page, button(page, 'Hitung').first());
    await computed.waitFor({state: 'attached', timeout: 120_000});
  }));

test('a planner checks the files of another set, compares and loads them', {timeout: 300_000}, () =>
  on(server => server.links.planner, sizes.laptop, async page => {
    await section(page, 'Data');
    const input = page.locator('input[type=file][multiple]:not([webkitdirectory])');
    await input.waitFor({state: 'attached', timeout: 60_000});
    await input.setInputFiles(filesOfSet(next));
    await page.getByText(/^Tidak ada kesalahan/).first().waitFor({state: 'attached', timeout: 60_000});
    for (const name of ['Bandingkan dengan data sekarang', 'Muat sebagai data konsultasi', 'Ya, muat']) {
      const one = button(page, name);
      await one.waitFor({state: 'attached', timeout: 60_000});
      await hands.mirror.press(page, one);
    }
    await page.getByText('Data baru dimuat').first().waitFor({state: 'attached', timeout: 60_000});
  }, {prepare: true}));
