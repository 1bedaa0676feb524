// Submissions in real browsers to the real server while connections break, replies get lost, pages are
// reloaded and tabs are killed: exactly as many records as people, and every draft is there again.
// Quick set: 10 people; full set: 1,000. REMBUK_STORM=N takes another number, REMBUK_SEED another trouble,
// REMBUK_LANES how many devices at a time. tests/server/trials has the same with 1,000 people in one thread.
import assert from 'node:assert/strict';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {person, receiptVersion} from './support/frames.mjs';
import {button, withoutWebGL} from './support/hands.mjs';
import {breakingLine} from './support/line.mjs';
import {chromium, flags, idle} from './support/pages.mjs';
import {province, startServer} from './support/server.mjs';

const stated = 1000;
const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const count = number('REMBUK_STORM', process.env.REMBUK_FULL ? stated : 10);
const seed = number('REMBUK_SEED', 1), lanes = number('REMBUK_LANES', 4);
let data, server, browser, lines;

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
  lines = await Promise.all(Array.from({length: lanes}, async () => {
    const line = {roll: () => 1};
    return Object.assign(line, await breakingLine(() => server.url, () => broken(line.roll())));
  }));
  server = await startServer({data, origins: lines.map(({origin}) => origin), ...(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {})});
  // No process is started ahead, no code compiled twice: the machine's time goes to the people.
  browser = await chromium.launch({...flags, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run',
    `--renderer-process-limit=${lanes}`, '--disable-features=SpareRendererForSitePerProcess', '--js-flags=--liftoff-only']});
});
after(async () => {
  await browser?.close();
  for (const line of lines ?? []) line.close();
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
function broken(luck) {
  const how = luck < 0.25 ? 'lost' : luck > 0.5 ? '' : 'unheard';
  if (how) tally[how] += 1;
  return how;
}

const titles = [/Suara Anda/, /Apakah data Anda benar/, /Ke mana Anda ingin/, /Apa yang paling penting/, /Bagaimana sikap/, /Apa kekhawatiran/, /Sudah sesuai/];
const shown = page => page.locator('h1').first().textContent({timeout: 60_000});
// Until the draft on the disk stands at this step.
const kept = (page, step) => page.evaluate(wanted => new Promise((done, fail) => {
  const opening = indexedDB.open('rembuk', 1);
  opening.onerror = fail;
  opening.onsuccess = () => {
    const look = () => {
      const values = opening.result.transaction('values').objectStore('values').getAll(IDBKeyRange.bound('draft:', 'draft;'));
      values.onsuccess = () => values.result[0]?.[0] === wanted ? done(opening.result.close()) : look();
    };
    look();
  };
}), step + 2);

const ready = page => page.waitForFunction(() => window.rembuk?.frames > 0 && !/Menyiapkan|Masuk/.test(document.querySelector('h1')?.textContent), null, {timeout: 60_000, polling: 50});
async function begin(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  await idle(page);
  return page;
}

/** Ends the tab's process at once, as a phone does that runs out of memory: nothing of the page runs any more. */
async function kill(page) {
  tally.kills += 1;
  const client = await page.context().newCDPSession(page), gone = page.waitForEvent('crash', {timeout: 60_000});
  client.send('Page.crash').catch(() => {});
  await gone;
  await page.close();
}

/** A phone without WebGL. */
async function device() {
  const context = await browser.newContext({viewport: {width: 360, height: 800}, reducedMotion: 'reduce'});
  await withoutWebGL(context);
  return context;
}
// The next person's device knows nothing of the last one's answer, but may have the app.
async function wiped(page, origin) {
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', {origin, storageTypes: 'cookies,local_storage,indexeddb'});
  await page.close();
}

async function live(context, {origin, roll}, link) {
  let page = await begin(context, link.replace(server.url, origin));
  for (let moves = 0; moves < 200; ++moves) {
    const title = await shown(page);
    if (/sudah diterima/.test(title)) break;
    const step = titles.findIndex(one => one.test(title));
    const trouble = roll();
    if (step > 0 && trouble < 0.16) { // on the disk first, as a person cannot be faster than it
      await kept(page, step);
      const chosen = step === 4 && await page.getByRole('radio', {name: /Ingin pindah/}).isChecked();
      if (trouble < 0.08) {
        await kill(page);
        page = await begin(context, origin);
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
      if (trouble < 0.3) await kill(page), page = await begin(context, origin);
      else await page.waitForFunction(() => /sudah diterima/.test(document.querySelector('h1')?.textContent), null, {timeout: 1500, polling: 100}).catch(() => {});
    }
    await idle(page);
  }
  assert.match(await shown(page), /sudah diterima/);
  await wiped(page, origin);
}

test('people send over broken lines, reloads and killed tabs: exactly one record each', {timeout: 600_000 + count * 6000}, async () => {
  const people = await server.invite(count);
  assert.equal(new Set(people.map(({nip}) => nip)).size, count);
  const queue = people.map(({link}, at) => ({link, at})).reverse();
  const began = Date.now(), done = [];
  const seconds = () => (Date.now() - began) / 1000;
  console.log(`seed ${seed}, ${lanes} devices at a time`);
  await Promise.all(lines.slice(0, count).map(async line => {
    let context = await device();
    for (let one = queue.pop(); one; one = queue.pop()) {
      line.roll = dice(seed * 1_000_003 + one.at);
      if (line.roll() < 0.1) { // somebody with a device of their own, that has never seen the app
        await context.close();
        context = await device();
      }
      await live(context, line, one.link).catch(error => { throw new Error(`person ${one.at} of seed ${seed}`, {cause: error}); });
      done.push(one);
      if (done.length % 50 === 0) console.log(`${done.length} of ${count} people in ${seconds().toFixed(0)} s; ${JSON.stringify(tally)}`);
    }
    await context.close();
  }));
  const took = seconds(), versions = [];
  for (const {link} of done)
    versions.push(receiptVersion((await (await person(server, link)).call('GET', '/api/v1/me/answer')).frame));
  const records = versions.reduce((sum, version) => sum + version, 0);
  console.log(`${records} records of ${count} people${count < stated ? ` (full set: ${stated})` : ''}; ${JSON.stringify(tally)}; ${took.toFixed(0)} s, ${(took / done.length).toFixed(2)} s each`);
  assert.ok(versions.every(version => version === 1), 'one record a person, never none, never two');
  assert.equal(records, count);
  assert.ok(tally.lost + tally.unheard + tally.kills + tally.reloads >= done.length, 'there was trouble');
});
