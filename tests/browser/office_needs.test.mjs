// The board of needs says, to the planner and to leaders, each figure with its date and on how many people
// it rests, and of what it does not say, why.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import {button} from './support/hands.mjs';
import {launch, opened, press, sizes} from './support/pages.mjs';
import {province, root, startServer} from './support/server.mjs';

const run = promisify(execFile);
const bin = process.env.REMBUK_BIN ?? path.join(root, 'build/bin');
const employees = 600;
let server, browser, data, engine;

before(async () => {
  data = await province({employees});
  engine = JSON.parse((await run(path.join(bin, 'rembuk'), ['needs', data, '--json'])).stdout);
  server = await startServer({web: process.env.REMBUK_WEB, data});
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const day = /30 Juni 2026/;
async function board(role, work) {
  const page = await opened(browser, server.links[role], sizes.laptop);
  try {
    await button(page, 'Kebutuhan unit').first().waitFor({state: 'attached', timeout: 60_000});
    await press(page, button(page, 'Kebutuhan unit').first());
    await page.getByRole('table', {name: 'Kebutuhan dan isi menurut unit'}).waitFor({state: 'attached', timeout: 60_000});
    await work(page);
    assert.deepEqual(page.faults, []);
  } finally {
    await page.context().close();
  }
}
const said = async (page, words) => (await page.getByText(words).first().innerText()).replace(/\s+/g, ' ');
const figure = text => Number(text.match(/: ([\d.]+)/)[1].replaceAll('.', ''));

for (const role of ['planner', 'facilitator'])
  test(`${role}: heads needed, filled and missing, competence, retirements and performance, each with date and completeness`, {timeout: 240_000}, () =>
    board(role, async page => {
      const needed = await said(page, /^Kebutuhan: /);
      assert.equal(figure(needed), engine.needed);
      assert.match(needed, day);
      assert.equal(figure(await said(page, /^Kurang: /)), engine.before.gap);
      assert.match(await said(page, /^Kebutuhan terisi: /), /^Kebutuhan terisi: [\d,]+%, [\d.]+ orang, tanpa kelebihan$/);
      assert.match(await said(page, /^Pensiun dalam 24 bulan: /), /: [\d.]+, dari 600 pegawai per 30 Juni 2026$|: –, disamarkan: kelompok di bawah 10$/);

      const competences = page.getByRole('table', {name: 'Kekurangan kompetensi'}).first();
      const gaps = await competences.getByRole('cell').allInnerTexts();
      assert.ok(gaps.length > 0);
      for (const gap of gaps) assert.match(gap, /^[\d.]+ dari [\d.]+$|^disamarkan: kelompok di bawah 10$/);
      assert.match(await said(page, /kompetensinya tercatat/), /(di antara 600 pegawai .*; c|tercatat, disamarkan: kelompok di bawah 10\. C)atatan terbaru \d+ \w+ \d{4}\.$/);
      assert.match(await said(page, /^Yang sudah terisi: setara/), /setara [\d.]+,\d dari [\d.]+ orang/);

      const ratings = page.getByRole('table', {name: 'Kinerja terakhir'});
      const people = await ratings.getByRole('cell').allInnerTexts();
      assert.equal(people.length, 6);
      for (const text of people) {
        assert.match(text, /^[\d.]+$|^disamarkan: kelompok di bawah 10$/);
        if (/^[\d.]+$/.test(text)) assert.ok(Number(text.replaceAll('.', '')) >= 10, 'published groups only, for the planner too');
      }
      assert.match(await said(page, /predikat terbaru tahun/i), /(di antara 600 pegawai; p|dinilai, disamarkan: kelompok di bawah 10\. P)redikat terbaru tahun 20\d\d\.$/);
    }));

test('each agency and each of its units has heads needed, filled and missing; only the planner sees what few people stand behind', {timeout: 240_000}, async () => {
  const heads = {};
  for (const [role, columns] of [['planner', 7], ['facilitator', 5]])
    await board(role, async page => {
      const table = page.getByRole('table', {name: 'Kebutuhan dan isi menurut unit'});
      assert.equal(await table.getByRole('columnheader').count(), columns);
      const lines = async () => (await table.getByRole('row').evaluateAll(rows => rows.slice(1).map(row => [...row.cells].slice(0, 5).map(cell => cell.textContent))));
      heads[role] = await lines();
      await page.getByRole('combobox', {name: 'Perangkat daerah'}).selectOption({index: 1});
      await page.getByRole('heading', {name: 'Menurut unit'}).waitFor({state: 'attached'});
      assert.ok((await lines()).length > 0);
      const hidden = await page.getByText(/^Kompetensi dan pensiun menurut unit tidak ditampilkan/).count();
      assert.equal(hidden > 0, role === 'facilitator');
    });
  assert.deepEqual(heads.planner, heads.facilitator, 'heads are facts: the same for both');
});
