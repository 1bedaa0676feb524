// A new data set before the consultation opens: chosen, checked in the browser, compared, stored; and
// the boards that come from it.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import {section} from './support/hands.mjs';
import {holds, idle, launch, press, shot, sizes, violations} from './support/pages.mjs';
import {filesOfSet, province, root, startServer, tables} from './support/server.mjs';

const run = promisify(execFile);
const bin = process.env.REMBUK_BIN ?? path.join(root, 'build/bin');

let server, browser, data, next, gone;

// The same set without one employee, with one unit called otherwise.
async function changed() {
  const folder = await mkdtemp(path.join(tmpdir(), 'rembuk-next-'));
  await cp(data, folder, {recursive: true});
  const edit = async (name, change) => {
    const file = path.join(folder, `${name}.csv`);
    await writeFile(file, change(await readFile(file, 'utf8')));
  };
  const people = (await readFile(path.join(folder, 'pegawai.csv'), 'utf8')).split('\n');
  gone = people[1].split(',')[0];
  const without = text => text.split('\n').filter(line => !line.startsWith(gone)).join('\n');
  for (const name of ['pegawai', 'kompetensi_pegawai', 'aspirasi', 'kekhawatiran']) await edit(name, without);
  await edit('unit', text => text.replace('Dinas Kesehatan', 'Dinas Kesehatan Baru'));
  return folder;
}

before(async () => {
  data = await province({employees: 600});
  next = await changed();
  server = await startServer({web: process.env.REMBUK_WEB, data, prepare: true});
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  for (const folder of [data, next]) if (folder) await rm(folder, {recursive: true, force: true});
});

const signedIn = new Map(); // by link: a code may be tried only so often in a minute
async function on(link, options, work) {
  const storageState = signedIn.get(link);
  const context = await browser.newContext({acceptDownloads: true, storageState, ...options});
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', error => errors.push(error.message));
  try {
    await page.goto(storageState ? `${server.url}/office` : link);
    await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
    await page.getByRole('heading', {level: 1}).first().waitFor({state: 'attached', timeout: 60_000});
    await work(page);
    assert.deepEqual(errors, []);
    if (!storageState) signedIn.set(link, await context.storageState());
  } finally {
    await context.close();
  }
}
const button = (page, name) => page.getByRole('button', {name, exact: true});
const seen = (page, text) => page.getByText(text).first().waitFor({state: 'attached', timeout: 60_000});
const pick = (page, list) => page.locator('input[type=file][multiple]').setInputFiles(list);
const open = section;
async function clean(page, name) {
  assert.deepEqual(await violations(page), [], name);
  assert.equal(await page.evaluate(() => window.rembuk.unmirrored()), 0, `${name}: items without a mirror node`);
}

test('a file that cannot be read is said, and the next choice is taken', {timeout: 240_000}, () =>
  on(server.links.planner, sizes.laptop, async page => {
    await open(page, 'Data');
    await seen(page, 'Seret berkas ke sini, atau pilih');
    await page.evaluate(() => {
      const read = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = function () { // as of a file that was changed since it was chosen
        return this.name === 'unit.csv' ? Promise.reject(new DOMException('', 'NotReadableError')) : read.call(this);
      };
      window.mend = () => { Blob.prototype.arrayBuffer = read; };
    });
    await pick(page, filesOfSet(data));
    await seen(page, /^Berkas tidak dapat dibaca/);
    await clean(page, 'unreadable');
    await shot(page, 'import-unreadable');
    await page.evaluate(() => window.mend());
    await pick(page, filesOfSet(data));
    await seen(page, /^Tidak ada kesalahan/);
  }));

test('a faulty set is told row by row, filtered, saved, and nothing is sent', {timeout: 240_000}, () =>
  on(server.links.planner, sizes.laptop, async page => {
    let sent = 0;
    page.on('request', request => { if (request.url().includes('/import')) ++sent; });
    await open(page, 'Data');
    await seen(page, 'Seret berkas ke sini, atau pilih');
    await clean(page, 'empty');
    await shot(page, 'import-empty');
    const people = await readFile(path.join(data, 'pegawai.csv'), 'utf8');
    const rows = people.split('\n');
    const columns = rows[0].split(',');
    rows[1] = rows[1].replace(/^(\d{16})\d\d/, '$1');
    const gender = columns.indexOf('jenis_kelamin');
    rows[4] = rows[4].split(',').map((cell, k) => k === gender ? 'X' : cell).join(',');
    const list = filesOfSet(data).filter(file => !file.endsWith('pegawai.csv') || file.endsWith('kompetensi_pegawai.csv'));
    await pick(page, list);
    await seen(page, 'Belum ada'); // pegawai.csv is missing: the other files stay
    await pick(page, [{name: 'pegawai.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n'))}]);
    await seen(page, /^2 kesalahan/);
    const table = page.getByRole('table', {name: 'Daftar temuan'});
    await table.getByRole('row').nth(2).waitFor({state: 'attached'});
    await clean(page, 'faults');
    await shot(page, 'import-faults');
    await page.getByRole('combobox', {name: 'Kode temuan'}).selectOption({label: 'nip_length'});
    await page.waitForFunction(() => [...document.querySelectorAll('table')].some(t => t.caption?.textContent === 'Daftar temuan' && t.rows.length === 2));
    await press(page, table.getByRole('button', {name: 'Baris 2'}));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor({state: 'attached'});
    assert.match(await dialog.innerText(), new RegExp(rows[1].slice(0, 16)));
    await clean(page, 'row');
    await shot(page, 'import-row');
    await press(page, button(page, 'Tutup').last());
    const download = page.waitForEvent('download');
    await press(page, button(page, 'Unduh daftar (CSV)'));
    const saved = await readFile(await (await download).path(), 'utf8');
    assert.match(saved, /^\ufeffberkas,baris,kolom,tingkat,kode,pesan\r\n/);
    assert.match(saved, /pegawai\.csv,2,nip,kesalahan,nip_length/);
    assert.equal(sent, 0);
  }));

const workbook = async (folder, name) => {
  const file = path.join(folder, `${name}.xlsx`);
  await run('python3', [path.join(root, 'tests/support/csv_to_xlsx.py'), path.join(folder, `${name}.csv`), file]);
  return file;
};

test('workbooks are checked beside the page, told at their own rows, and compared like CSV', {timeout: 300_000}, () =>
  on(server.links.planner, sizes.laptop, async page => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rembuk-books-'));
    try {
      await cp(data, folder, {recursive: true});
      const people = await readFile(path.join(folder, 'pegawai.csv'), 'utf8');
      await writeFile(path.join(folder, 'pegawai.csv'), people.replace(/\n(\d{16})\d\d/, '\n$1'));
      await open(page, 'Data');
      const rest = filesOfSet(folder).filter(file => !/[/\\](pegawai|unit)\.csv$/.test(file));
      await pick(page, [...rest, await workbook(folder, 'pegawai'), await workbook(folder, 'unit')]);
      await seen(page, /^1 kesalahan/);
      const faults = page.getByRole('table', {name: 'Daftar temuan'});
      await faults.getByRole('row', {name: /pegawai\.xlsx.*nip_length/}).waitFor({state: 'attached'});
      await press(page, faults.getByRole('button', {name: 'Baris 2'}));
      assert.match(await page.getByRole('dialog').innerText(), /\b\d{16}\b/);
      await press(page, button(page, 'Tutup').last());
      await clean(page, 'workbooks');
      await shot(page, 'import-workbooks');
      await writeFile(path.join(folder, 'pegawai.csv'), people);
      await pick(page, [await workbook(folder, 'pegawai')]); // takes the place of the faulty one
      await seen(page, /^Tidak ada kesalahan/);
      await press(page, button(page, 'Bandingkan dengan data sekarang'));
      await seen(page, 'Tidak ada yang berbeda dari data sekarang.');
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  }));

test('one workbook with a sheet for each file is checked, told by its sheets, and compared', {timeout: 300_000}, () =>
  on(server.links.planner, sizes.laptop, async page => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rembuk-sheets-'));
    try {
      await cp(data, folder, {recursive: true});
      const people = await readFile(path.join(folder, 'pegawai.csv'), 'utf8');
      const book = async () => {
        const file = path.join(folder, 'data.xlsx');
        const sheets = [...tables, 'rencana'].map(name => path.join(folder, `${name}.csv`));
        await run('python3', [path.join(root, 'tests/support/csv_to_xlsx.py'), ...sheets, file]);
        return file;
      };
      await writeFile(path.join(folder, 'pegawai.csv'), people.replace(/\n(\d{16})\d\d/, '\n$1'));
      await open(page, 'Data');
      await pick(page, [await book(), path.join(folder, 'konsultasi.json')]);
      await seen(page, /^1 kesalahan/);
      const faults = page.getByRole('table', {name: 'Daftar temuan'});
      await faults.getByRole('row', {name: /data\.xlsx\/pegawai.*nip_length/}).waitFor({state: 'attached'});
      await faults.getByRole('row', {name: /data\.xlsx.*sheet_unknown/}).waitFor({state: 'attached'});
      await press(page, faults.getByRole('button', {name: 'Baris 2'}));
      assert.match(await page.getByRole('dialog').innerText(), /\b\d{16}\b/);
      await press(page, button(page, 'Tutup').last());
      await clean(page, 'sheets');
      await shot(page, 'import-sheets');
      await writeFile(path.join(folder, 'pegawai.csv'), people);
      await pick(page, [await book()]); // the corrected workbook takes the place of the faulty one
      await seen(page, /^Tidak ada kesalahan/);
      await press(page, button(page, 'Bandingkan dengan data sekarang'));
      await seen(page, 'Tidak ada yang berbeda dari data sekarang.');
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  }));

test('the engine is fetched when the screen opens, stands until it is left, and is never used twice', {timeout: 240_000}, () =>
  on(server.links.planner, sizes.laptop, async page => {
    const begun = () => page.waitForEvent('worker', {timeout: 60_000});
    const ended = worker => page.workers().includes(worker) && worker.waitForEvent('close', {timeout: 60_000});
    await seen(page, 'Terhubung langsung');
    assert.equal(page.workers().length, 0);
    let [worker] = await Promise.all([begun(), open(page, 'Data')]);
    await Promise.all([ended(worker), open(page, 'Aturan')]);
    assert.equal(page.workers().length, 0);
    [worker] = await Promise.all([begun(), open(page, 'Data')]);
    const fresh = begun();
    await pick(page, filesOfSet(data));
    await seen(page, /^Tidak ada kesalahan/);
    await fresh;
    await ended(worker); // with it went what the engine held
    assert.equal(page.workers().length, 1);
  }));

test('a check can be stopped, and another one begins from nothing', {timeout: 240_000}, () =>
  on(server.links.planner, {...sizes.laptop, serviceWorkers: 'block'}, async page => {
    const held = [];
    let asked;
    const next = () => new Promise(done => { asked = done; });
    await page.context().route(/engine[^/]*\.wasm$/, route => { held.push(route); asked(); });
    const first = next();
    await open(page, 'Data');
    await first; // the engine is on its way, so nothing can be answered yet
    await pick(page, filesOfSet(data));
    await seen(page, 'Memeriksa di perangkat ini');
    await clean(page, 'checking');
    await shot(page, 'import-checking');
    const second = next();
    await press(page, button(page, 'Batal'));
    await seen(page, 'Sepuluh berkas');
    await second; // a fresh engine
    await held[1].continue();
    await page.context().unrouteAll({behavior: 'ignoreErrors'});
    await pick(page, filesOfSet(data));
    await seen(page, /^Tidak ada kesalahan/);
  }));

test('a folder with a good set is compared and stored; who is gone is named; the boards follow', {timeout: 300_000}, () =>
  on(server.links.planner, sizes.laptop, async page => {
    await open(page, 'Data');
    await page.locator('input[type=file][webkitdirectory]').setInputFiles(next);
    await seen(page, /^Tidak ada kesalahan/);
    await clean(page, 'good');
    await press(page, button(page, 'Bandingkan dengan data sekarang'));
    await seen(page, 'Yang tidak ada lagi');
    const difference = page.getByRole('table', {name: 'Yang berubah', exact: true}).first();
    assert.match(await difference.getByRole('row', {name: /^pegawai\.csv/}).innerText(), /600\s+599\s+–\s+–\s+1/);
    await seen(page, gone);
    await clean(page, 'difference');
    await shot(page, 'import-difference');
    await press(page, button(page, 'Muat sebagai data konsultasi'));
    await clean(page, 'question');
    await button(page, 'Ya, muat').click({force: true});
    await seen(page, 'Data baru dimuat');
    await clean(page, 'stored');
    await shot(page, 'import-stored');
    await seen(page, 'Terhubung langsung'); // the server has begun anew
    await holds(page, () => fetch('/healthz').then(r => r.ok, () => false));
    await open(page, 'Kebutuhan unit');
    const units = page.getByRole('table', {name: 'Kebutuhan dan isi menurut unit'});
    await units.getByRole('rowheader', {name: 'Dinas Kesehatan Baru'}).waitFor({state: 'attached', timeout: 60_000});
  }));

test('the table of needs sorts by a column, opens an agency, and has the figures of the engine', {timeout: 240_000}, () =>
  on(server.links.planner, sizes.laptop, async page => {
    await open(page, 'Kebutuhan unit');
    const units = page.getByRole('table', {name: 'Kebutuhan dan isi menurut unit'});
    await units.waitFor({state: 'attached', timeout: 60_000});
    const column = async k => (await units.locator(`tr > :nth-child(${k + 1})`).allInnerTexts()).slice(1).map(text => Number(text.replace('.', '')));
    const {stdout} = await run(path.join(bin, 'rembuk'), ['needs', next, '--json']);
    const {needed, before: now} = JSON.parse(stdout);
    const said = async label => Number((await page.getByText(new RegExp(`^${label}: `)).first().innerText()).match(/: ([\d.]+)/)[1].replaceAll('.', ''));
    assert.equal(await said('Kebutuhan'), needed);
    assert.equal(await said('Kurang'), now.gap);
    const gaps = await column(3);
    assert.deepEqual(gaps, [...gaps].sort((a, b) => b - a), 'the largest gap first');
    await press(page, units.getByRole('button', {name: 'Kebutuhan', exact: true}));
    assert.equal(await units.getByRole('columnheader').nth(1).getAttribute('aria-sort'), 'descending');
    const needs = await column(1);
    assert.deepEqual(needs, [...needs].sort((a, b) => b - a));
    await clean(page, 'needs');
    const select = page.getByRole('combobox', {name: 'Perangkat daerah'});
    await select.selectOption({index: 1});
    await page.getByRole('heading', {name: 'Menurut unit'}).waitFor({state: 'attached'});
    await clean(page, 'one agency');
  }));

test('a facilitator sees heads and groups, no effects of rules and no import', {timeout: 240_000}, () =>
  on(server.links.facilitator, sizes.laptop, async page => {
    await open(page, 'Kebutuhan unit');
    const units = page.getByRole('table', {name: 'Kebutuhan dan isi menurut unit'});
    await units.waitFor({state: 'attached', timeout: 60_000});
    assert.equal(await units.getByRole('columnheader').count(), 5);
    assert.equal(await button(page, 'Data').count(), 0);
    await clean(page, 'needs');
    await open(page, 'Aturan');
    const rules = page.getByRole('table', {name: 'Aturan mutasi'});
    await rules.waitFor({state: 'attached'});
    assert.equal(await rules.getByRole('row').count(), 36);
    assert.equal(await rules.getByRole('columnheader', {name: 'Terkunci'}).count(), 0);
    await clean(page, 'rules');
  }));

const boards = [['import', 'Data', 'Data'], ['needs', 'Kebutuhan unit', 'Needs of units'], ['rules', 'Aturan', 'Rules']];
for (const size of ['phone', 'laptop', 'projector'])
  for (const colorScheme of ['light', 'dark'])
    for (const [language, at] of [['id', 1], ['en', 2]])
      test(`the boards pass the automatic checks, ${size}, ${colorScheme}, ${language}`, {timeout: 240_000}, async () => {
        const context = {...sizes[size], colorScheme};
        await on(server.links.planner, context, async page => {
          if (language === 'en') {
            await page.evaluate(() => localStorage.setItem('rembuk.language', 'en'));
            await page.reload();
            await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
          }
          for (const board of boards) {
            await open(page, board[at]);
            await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
            if (board[0] !== 'import') await page.getByRole('table').or(page.getByRole('list')).first().waitFor({state: 'attached', timeout: 60_000});
            await idle(page);
            await clean(page, board[0]);
            await shot(page, `board-${board[0]}-${size}-${colorScheme}-${language}`);
          }
        });
      });
