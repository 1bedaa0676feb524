// Submissions in real browsers to the real server while connections break, replies get lost, pages are
// reloaded and tabs are killed: exactly as many records as people, and every draft is there again.
// Quick set: 10 people; full set: 1,000. REMBUK_STORM=N takes another number, REMBUK_SEED another trouble,
// REMBUK_LANES how many devices at a time, REMBUK_MINUTES (30) how long people are let in: it says how many
// that were. tests/server/trials has the same with 1,000 people in one thread, in seconds.
import assert from 'node:assert/strict';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {person, receiptVersion} from './support/frames.mjs';
import {button, withoutWebGL} from './support/hands.mjs';
import {chromium, flags, idle} from './support/pages.mjs';
import {province, startServer} from './support/server.mjs';

const stated = 1000;
const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const count = number('REMBUK_STORM', process.env.REMBUK_FULL ? stated : 10);
const seed = number('REMBUK_SEED', 1), lanes = number('REMBUK_LANES', 4);
const longest = number('REMBUK_MINUTES', 30) * 60_000;
let data, server, browser;

// A province in which nobody has answered.
async function silent(employees) {
  const folder = await province({employees});
  for (const name of ['aspirasi.csv', 'kekhawatiran.csv']) {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').split('\n', 1)[0] + '\n');
  }
  return folder;
}
before(async () => {
  data = await silent(Math.max(100, count + 20));
  server = await startServer({data, ...(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {})});
  browser = await chromium.launch({...flags, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']});
});
after(async () => {
  await browser?.close();
  await server?.stop();
  if (data) rmSync(data, {recursive: true, force: true});
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

const ready = page => page.waitForFunction(() => window.rembuk?.frames > 0 && !/Menyiapkan|Masuk/.test(document.querySelector('h1')?.textContent), null, {timeout: 60_000});
async function begin(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  await idle(page);
  return page;
}

/** A phone without WebGL on a line that breaks. `roll` is that of whoever holds it. */
async function device() {
  const context = await browser.newContext({viewport: {width: 360, height: 800}});
  const held = {context, roll: () => 0};
  await withoutWebGL(context);
  await breakLines(context, () => held.roll());
  return held;
}
// The next person's device knows nothing of the last one's answer, but may have the app.
async function wiped(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', {origin: server.url, storageTypes: 'cookies,local_storage,indexeddb'});
  await page.close();
}

async function live(context, link, roll) {
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
        await ready(page);
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
  await wiped(page);
}

test(`${count} people send over broken lines, reloads and killed tabs: exactly ${count} records`, {timeout: 600_000 + longest}, async () => {
  const people = await server.invite(count);
  assert.equal(new Set(people.map(({nip}) => nip)).size, count);
  const queue = people.map(({link}, at) => ({link, at})).reverse();
  const began = Date.now(), done = [];
  const seconds = () => (Date.now() - began) / 1000;
  console.log(`seed ${seed}, ${lanes} devices at a time`);
  await Promise.all(Array.from({length: Math.min(lanes, count)}, async () => {
    let held = await device();
    for (let one = queue.pop(); one && Date.now() < began + longest; one = queue.pop()) {
      held.roll = dice(seed * 1_000_003 + one.at);
      if (held.roll() < 0.1) { // somebody with a device of their own, that has never seen the app
        await held.context.close();
        held = Object.assign(await device(), {roll: held.roll});
      }
      await live(held.context, one.link, held.roll).catch(error => { throw new Error(`person ${one.at} of seed ${seed}`, {cause: error}); });
      done.push(one);
      if (done.length % 50 === 0) console.log(`${done.length} of ${count} people in ${seconds().toFixed(0)} s; ${JSON.stringify(tally)}`);
    }
    await held.context.close();
  }));
  const took = seconds(), versions = [];
  for (const {link} of done)
    versions.push(receiptVersion((await (await person(server, link)).call('GET', '/api/v1/me/answer')).frame));
  const records = versions.reduce((sum, version) => sum + version, 0);
  console.log(`${records} records of ${done.length} people${done.length < stated ? ` (full set: ${stated})` : ''}; ${JSON.stringify(tally)}; ${took.toFixed(0)} s, ${(took / done.length).toFixed(2)} s each`);
  assert.ok(versions.every(version => version === 1), 'one record a person, never none, never two');
  assert.equal(records, done.length);
  assert.ok(done.length >= Math.min(count, 10));
  assert.ok(tally.lost + tally.unheard + tally.kills + tally.reloads >= done.length, 'there was trouble');
});
