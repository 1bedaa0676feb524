// What comes out of a printer: review, receipt and result, from the canvas and from the plain view. A sheet
// with all that the screen says, no controls, and the sentence of what an aspiration is not.
import assert from 'node:assert/strict';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {newcomers} from './support/frames.mjs';
import {button, hands, heading, journey} from './support/hands.mjs';
import {holds, idle, launch, opened, press, root} from './support/pages.mjs';
import {province, published, startServer} from './support/server.mjs';

const sentence = 'Aspirasi bukan permohonan mutasi, bukan pengunduran diri, dan bukan persetujuan.';
let data, server, browser;
before(async () => {
  data = await province({employees: 600});
  server = await startServer({data, ...(process.env.REMBUK_WEB && {web: process.env.REMBUK_WEB})});
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  if (data) rmSync(data, {recursive: true, force: true});
});

/** The sheet as text and as build/screenshots/NAME.pdf for people; {text, controls, pages, width}. */
async function printed(page, name) {
  await page.emulateMedia({media: 'print'});
  const seen = await page.evaluate(() => {
    const shows = one => one.checkVisibility({opacityProperty: true, visibilityProperty: true});
    return {
      text: document.body.innerText,
      controls: [...document.querySelectorAll('button, input, select, textarea, canvas, [role=tab]')].filter(shows).map(one => one.outerHTML.slice(0, 80)),
      faint: [...document.querySelectorAll('#mirror .paragraph, #mirror .heading')].filter(one => one.checkVisibility() && getComputedStyle(one).opacity !== '1').length,
    };
  });
  const pdf = await page.pdf({preferCSSPageSize: true});
  const folder = path.join(root, 'build/screenshots');
  await mkdir(folder, {recursive: true});
  writeFileSync(path.join(folder, `${name}.pdf`), pdf);
  await page.emulateMedia({media: 'screen'});
  return {...seen, pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length};
}
/** From both faces; each sheet says all of `words`, on at most `most` pages. */
async function sheets(page, name, words, most) {
  for (const face of ['canvas', 'plain']) {
    await page.evaluate(on => document.documentElement.classList.toggle('plain', on), face === 'plain');
    await idle(page);
    const sheet = await printed(page, `print-${name}-${face}`);
    assert.deepEqual(sheet.controls, [], `no control on paper: ${name}, ${face}`);
    assert.equal(sheet.faint, 0, `all of it can be read: ${name}, ${face}`);
    const text = sheet.text.replace(/\s+/g, ' ');
    for (const word of words) assert.ok(text.includes(word), `${word} is on paper: ${name}, ${face}\n${text}`);
    assert.doesNotMatch(text, /Kembali|Lanjut|Kirim\b(?! )|Keluar|Tarik jawaban/, `${name}, ${face}`);
    assert.ok(sheet.pages <= most, `${sheet.pages} pages: ${name}, ${face}`);
  }
  await page.evaluate(() => document.documentElement.classList.remove('plain'));
  await idle(page);
}

test('the review and the receipt are sheets of their own', {timeout: 300_000}, async () => {
  const [{nip, link}] = await newcomers(server, 1);
  const row = readFileSync(path.join(data, 'pegawai.csv'), 'utf8').split('\n').find(line => line.startsWith(nip));
  const name = row.split(',')[1];
  const page = await opened(browser, link, {colorScheme: 'dark'});
  await journey(page, hands.mirror, async step => {
    if (step !== 'review') return;
    await sheets(page, 'review', ['Sudah sesuai?', 'Di mana saja di Kota Jambi', '1. Jarak dan keluarga', '5. Sarana',
      'Terbuka untuk pindah', 'Pendidikan anak: 3 dari 5', sentence], 1);
  });
  await sheets(page, 'receipt', ['Jawaban Anda sudah diterima', name, 'Sikap: Terbuka untuk pindah', 'Pilihan: 1', 'Kekhawatiran: 1',
    'Kode tanda terima: ', 'Diterima pada: ', ' WIB', 'Versi: 1', sentence], 1);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the result and why are a sheet', {timeout: 300_000}, async () => {
  const mover = await published(server, data);
  const {stdout} = await server.command(['invite', '--nip', mover, '--host', server.url]);
  const page = await opened(browser, stdout.trim().split(' ')[1]);
  await holds(page, async () => (await fetch('/api/v1/me/result')).status === 200);
  await page.reload();
  await heading(page, 'Diusulkan pindah');
  await page.getByRole('heading', {name: 'Apa yang harus berbeda'}).waitFor({state: 'attached', timeout: 60_000});
  await page.getByText('Bagian ini masih dihitung.').waitFor({state: 'detached', timeout: 120_000});
  await idle(page);
  const basis = button(page, 'Dasar: jabatan.kelas_jabatan').first();
  await basis.evaluate(one => one.scrollIntoView({block: 'center'}));
  await idle(page);
  await press(page, basis);
  await page.getByText('Data jabatan: kelas jabatan.').waitFor({state: 'attached'});
  await idle(page);
  const said = await page.evaluate(() => [...document.querySelectorAll('.main :is(.heading, .paragraph)')].map(one => one.textContent.trim()).filter(Boolean));
  await sheets(page, 'result', [...new Set(said), 'Usulan ini bukan keputusan dan bukan persetujuan Anda.'], 3);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
