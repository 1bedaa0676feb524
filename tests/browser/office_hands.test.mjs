// The office's page without a mouse: files dropped on it, and the keyboard alone through a data set and
// through the compared plans.
import assert from 'node:assert/strict';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {button, hands, heading} from './support/hands.mjs';
import {idle, launch, opened, sizes} from './support/pages.mjs';
import {filesOfSet, province, startServer} from './support/server.mjs';

let server, browser, data, faulty;

before(async () => {
  data = await province({employees: 600});
  faulty = await mkdtemp(path.join(tmpdir(), 'rembuk-faulty-'));
  await cp(data, faulty, {recursive: true});
  const people = await readFile(path.join(data, 'pegawai.csv'), 'utf8');
  await writeFile(path.join(faulty, 'pegawai.csv'), people.replace(/\n(\d{16})\d\d/, '\n$1'));
  server = await startServer({web: process.env.REMBUK_WEB, data, prepare: true});
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  for (const folder of [data, faulty]) if (folder) await rm(folder, {recursive: true, force: true});
});

const seen = (page, text) => page.getByText(text).first().waitFor({state: 'attached', timeout: 60_000});
async function on(link, work) {
  const page = await opened(browser, link, {...sizes.laptop, acceptDownloads: true});
  try {
    await page.getByRole('heading', {level: 1}).first().waitFor({state: 'attached', timeout: 60_000});
    await button(page, 'Kebutuhan unit').first().waitFor({state: 'attached', timeout: 60_000});
    await work(page);
    assert.deepEqual(page.faults, []);
  } finally {
    await page.context().close();
  }
}
/** A real drag of these paths onto the middle of the page. */
async function drop(page, paths) {
  const client = await page.context().newCDPSession(page);
  const data = {items: [], files: paths, dragOperationsMask: 1};
  for (const type of ['dragEnter', 'dragOver', 'drop']) await client.send('Input.dispatchDragEvent', {type, x: 700, y: 400, data});
  await client.detach();
}
const key = (page, locator) => hands.keyboard.press(page, locator.first());
/** Arrow keys on a choice until it says so. */
async function choose(page, name, text) {
  const box = page.getByRole('combobox', {name}).first();
  for (let presses = 0; presses < 200 && !await box.evaluate(element => element === document.activeElement); ++presses) await page.keyboard.press('Tab');
  const chosen = () => box.evaluate(element => element.selectedOptions[0].textContent);
  for (let presses = 0; presses < 40 && !(await chosen()).includes(text); ++presses) {
    await page.keyboard.press('ArrowDown');
    await idle(page);
  }
  assert.match(await chosen(), new RegExp(text));
}

test('files dropped anywhere on the page are checked', {timeout: 240_000}, () => on(server.links.planner, async page => {
  await key(page, button(page, 'Data'));
  await seen(page, 'Seret berkas ke sini, atau pilih');
  await drop(page, filesOfSet(faulty));
  await seen(page, /^1 kesalahan/);
  await drop(page, [path.join(data, 'pegawai.csv')]); // takes the place of the faulty one; the others stay
  await seen(page, /^Tidak ada kesalahan/);
}));

test('a folder dropped on the page is checked', {timeout: 240_000}, () => on(server.links.planner, async page => {
  await key(page, button(page, 'Data'));
  await seen(page, 'Seret berkas ke sini, atau pilih');
  await drop(page, [data]);
  await seen(page, /^Tidak ada kesalahan/);
}));

test('the keyboard alone compares plans, changes the base and computes another plan', {timeout: 300_000}, () => on(server.links.facilitator, async page => {
  await key(page, button(page, 'Skenario'));
  const table = page.getByRole('table', {name: 'Perbandingan skenario'});
  await table.waitFor({state: 'attached', timeout: 60_000});
  await choose(page, 'Kebijakan', 'Prioritas unit');
  await key(page, button(page, 'Hitung'));
  await table.getByRole('columnheader', {name: /Prioritas unit/}).waitFor({state: 'attached', timeout: 120_000});
  await choose(page, 'Selisih terhadap', 'A · ');
  await page.getByRole('heading', {level: 2, name: /^Mengapa .* berbeda dari A$/}).waitFor({state: 'attached'});
}));

test('the keyboard alone finds a fault, reads its row, saves the list, then compares and stores a set', {timeout: 300_000}, () =>
  on(server.links.planner, async page => {
    await key(page, button(page, 'Data'));
    const pick = async list => {
      const chooser = page.waitForEvent('filechooser', {timeout: 150_000}); // the way there by Tab is long
      await key(page, page.locator('input[type=file][multiple]:not([webkitdirectory])'));
      await (await chooser).setFiles(list);
    };
    await pick(filesOfSet(faulty));
    await seen(page, /^1 kesalahan/);
    await choose(page, 'Kode temuan', 'nip_length');
    await key(page, page.getByRole('button', {name: 'Baris 2'}));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor({state: 'attached'});
    assert.match(await dialog.innerText(), /\b\d{16}\b/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({state: 'detached'});
    const download = page.waitForEvent('download');
    await key(page, button(page, 'Unduh daftar (CSV)'));
    assert.match(await readFile(await (await download).path(), 'utf8'), /pegawai\.csv,2,nip,kesalahan,nip_length/);
    await writeFile(path.join(faulty, 'unit.csv'), (await readFile(path.join(data, 'unit.csv'), 'utf8')).replace('Dinas Kesehatan', 'Dinas Kesehatan Baru'));
    await pick([path.join(data, 'pegawai.csv'), path.join(faulty, 'unit.csv')]);
    await seen(page, /^Tidak ada kesalahan/);
    await key(page, button(page, 'Bandingkan dengan data sekarang'));
    await key(page, button(page, 'Muat sebagai data konsultasi'));
    await key(page, button(page, 'Ya, muat'));
    await seen(page, 'Data baru dimuat');
  }));
