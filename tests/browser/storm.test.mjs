// Submissions in real browsers to the real server while connections break, replies get lost, pages are
// reloaded and tabs are killed: exactly as many records as people, and every draft is there again.
// Quick set: 10 people; full set: 1,000 (REMBUK_STORM=N for another number), at most 30 minutes of them,
// and it says how many that were. tests/server/trials has the
// same with 1,000 people in one thread, in seconds.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {newcomers, person, receiptVersion} from './support/frames.mjs';
import {button, withoutWebGL} from './support/hands.mjs';
import {idle, launch} from './support/pages.mjs';
import {startServer} from './support/server.mjs';

const stated = 1000;
const count = Number(process.env.REMBUK_STORM ?? (process.env.REMBUK_FULL ? stated : 10));
const side = 3; // people at a time
const longest = 30 * 60_000;
let server, browser;
before(async () => {
  server = await startServer({employees: Math.max(2000, 8 * count), ...(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {})});
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// The same trouble for the same seed (mulberry32).
function dice(seed) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const tally = {lost: 0, unheard: 0, reloads: 0, kills: 0};

/** Requests that never arrive, and replies that nobody hears. */
async function breakLines(context, roll) {
  await context.route('**/api/v1/me/answer', async route => {
    if (route.request().method() !== 'PUT') return route.continue();
    const luck = roll();
    if (luck < 0.25) return tally.lost += 1, route.abort('connectionreset');
    if (luck > 0.5) return route.continue();
    await route.fetch().catch(() => {});
    tally.unheard += 1;
    return route.abort('connectionreset');
  });
}

const titles = [/Suara Anda/, /Apakah data Anda benar/, /Ke mana Anda ingin/, /Apa yang paling penting/, /Bagaimana sikap/, /Apa kekhawatiran/, /Sudah sesuai/];
const shown = page => page.locator('h1').first().textContent({timeout: 60_000});
// The step of the draft on the disk, −1: none.
const keptStep = page => page.evaluate(() => new Promise((done, fail) => {
  const opening = indexedDB.open('rembuk', 1);
  opening.onerror = fail;
  opening.onsuccess = () => {
    const values = opening.result.transaction('values').objectStore('values').getAll(IDBKeyRange.bound('draft:', 'draft;'));
    values.onsuccess = () => done((opening.result.close(), values.result[0]?.[0] ?? -1) - 2);
  };
}));

async function begin(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.rembuk?.frames > 0 && !/Menyiapkan|Masuk/.test(document.querySelector('h1')?.textContent), null, {timeout: 60_000});
  await idle(page);
  return page;
}

async function live(link, roll) {
  const context = await browser.newContext({viewport: {width: 360, height: 800}});
  await withoutWebGL(context);
  await breakLines(context, roll);
  let page = await begin(context, link);
  for (let moves = 0; moves < 200; ++moves) {
    const title = await shown(page);
    if (/sudah diterima/.test(title)) break;
    const step = titles.findIndex(one => one.test(title));
    const trouble = roll();
    if (step > 0 && trouble < 0.16) { // on the disk first, as a person cannot be faster than it
      for (let tries = 0; await keptStep(page) !== step; ++tries) assert.ok(tries < 500, 'the draft never reached the disk');
      const chosen = step === 4 && await page.getByRole('radio', {name: /Ingin pindah/}).isChecked();
      if (trouble < 0.08) {
        tally.kills += 1;
        await page.close();
        page = await begin(context, server.url);
      } else {
        tally.reloads += 1;
        await page.reload();
        await page.waitForFunction(() => window.rembuk?.frames > 0 && !/Menyiapkan|Masuk/.test(document.querySelector('h1')?.textContent), null, {timeout: 60_000});
      }
      assert.match(await shown(page), titles[step], 'the draft leads back to the same question');
      if (chosen) assert.ok(await page.getByRole('radio', {name: /Ingin pindah/}).isChecked(), 'with what was chosen');
    } else if (step === 4 && !await page.getByRole('radio', {name: /Ingin pindah/}).isChecked()) {
      await page.getByRole('radio', {name: /Ingin pindah/}).check();
    } else if (step >= 0) {
      await button(page, step === 0 ? 'Mulai, sekitar lima menit' : step === 6 ? 'Kirim' : 'Lanjut').click();
    } else { // on its way, or waiting for the network
      if (trouble < 0.3) tally.kills += 1, await page.close(), page = await begin(context, server.url);
      else await page.waitForFunction(() => /sudah diterima/.test(document.querySelector('h1')?.textContent), null, {timeout: 1500}).catch(() => {});
    }
    await idle(page);
  }
  assert.match(await shown(page), /sudah diterima/);
  await context.close();
}

test(`${count} people send over broken lines, reloads and killed tabs: exactly ${count} records`, {timeout: 300_000 + longest}, async () => {
  const people = await newcomers(server, count);
  const queue = people.map(({link}, at) => ({link, roll: dice(at + 1)}));
  const began = Date.now(), done = [];
  await Promise.all(Array.from({length: side}, async () => {
    for (let one = queue.pop(); one && Date.now() < began + longest; one = queue.pop()) {
      await live(one.link, one.roll);
      done.push(one.link);
    }
  }));
  let records = 0;
  for (const link of done)
    records += receiptVersion((await (await person(server, link)).call('GET', '/api/v1/me/answer')).frame);
  console.log(`${records} records of ${done.length} people${done.length < stated ? ` (full set: ${stated})` : ''}; ${JSON.stringify(tally)}; ${((Date.now() - began) / 1000 / done.length).toFixed(1)} s each`);
  assert.equal(records, done.length);
  assert.ok(done.length >= Math.min(count, 10));
  assert.ok(tally.lost + tally.unheard + tally.kills + tally.reloads >= done.length, 'there was trouble');
});
