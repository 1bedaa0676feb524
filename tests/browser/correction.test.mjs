// "This is wrong": sent without a network, received once, read and handled by the office, seen, taken
// back; by keyboard, finger, mirror and plain view; and how the screen looks.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {newcomers} from './support/frames.mjs';
import {button, hands, heading, withoutWebGL} from './support/hands.mjs';
import {idle, launch, opened, press, shot, sizes, violations} from './support/pages.mjs';
import {startServer} from './support/server.mjs';

let server, browser, people;
before(async () => {
  server = await startServer({employees: 600, ...(process.env.REMBUK_WEB && {web: process.env.REMBUK_WEB})});
  browser = await launch();
  people = await newcomers(server, 7);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const door = page => page.getByRole('button', {name: /^Ada yang tidak benar\?/});
const box = (page, name) => page.getByRole('checkbox', {name});
const field = page => page.getByRole('textbox', {name: 'Yang benar adalah'});
const said = (page, text) => page.getByText(text).first().waitFor({state: 'attached', timeout: 30_000});
// What the row that leads to the report says of it.
const told = (page, text) => page.waitForFunction(source => [...document.querySelectorAll('button[aria-description]')]
  .some(one => new RegExp(source).test(one.getAttribute('aria-description'))), text.source, {timeout: 30_000});
const reports = async () => (await server.command(['corrections'])).stdout;
const of = (text, nip) => text.split('\n').filter(line => line.includes(nip));

async function open(link, options = {}, prepare = async () => {}, title = /Suara Anda/) {
  const page = await opened(browser, link, {prepare, colorScheme: 'light', ...options});
  await heading(page, title);
  await idle(page);
  return page;
}
async function toReport(page, hand = {press}) {
  await hand.press(page, button(page, 'Mulai, sekitar lima menit'));
  await heading(page, 'Apakah data Anda benar?');
  await idle(page);
  await hand.press(page, door(page));
  await heading(page, 'Ada yang tidak benar?');
  await idle(page);
}
async function looks(page, step) {
  for (const theme of ['light', 'dark'])
    for (const [size, {viewport}] of Object.entries({phone: sizes.phone, laptop: sizes.laptop})) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({colorScheme: theme});
      await shot(page, `correction-${step}-${size}-${theme}`);
    }
  await page.setViewportSize({width: 320, height: 640});
  await page.waitForFunction(() => [...document.querySelectorAll('.main .n')].every(one => one.getBoundingClientRect().right <= innerWidth + 1),
    null, {timeout: 10_000}); // nothing is wider than its page
  await page.setViewportSize(sizes.phone.viewport);
  await page.emulateMedia({colorScheme: 'light'});
  await idle(page);
  assert.deepEqual(await violations(page), [], `axe, ${step}`);
}

test('a report written without a network goes out once; the office reads and handles it; its sender sees both and takes it back', {timeout: 300_000}, async () => {
  const {nip, link} = people[0];
  const page = await open(link);
  let sent = 0;
  page.on('request', request => { sent += request.url().endsWith('/me/correction') && request.method() === 'PUT'; });
  await press(page, button(page, 'Mulai, sekitar lima menit'));
  await heading(page, 'Apakah data Anda benar?');
  await looks(page, 'profile');
  await press(page, door(page));
  await heading(page, 'Ada yang tidak benar?');
  await said(page, 'Dikirim dengan nama Anda, terpisah dari jawaban.');
  await looks(page, 'empty');
  await press(page, button(page, 'Kirim'));
  await said(page, /Pilih dahulu data yang tidak benar/);
  await looks(page, 'fault');
  await press(page, box(page, /^Pendidikan/));
  await field(page).fill(`S2\u0007 \u202e${'a'.repeat(100 * 1024)}`);
  await idle(page);
  assert.equal([...await field(page).inputValue()].length, 498, 'five hundred characters, less the two that nobody can see');
  assert.doesNotMatch(await field(page).inputValue(), /[\u0007\u202e]/);
  await field(page).fill('S2 Kesehatan Masyarakat');
  await idle(page);
  await looks(page, 'draft');

  // Kept over a reload, and sent into nothing.
  await page.reload();
  await heading(page, 'Apakah data Anda benar?');
  await told(page, /Laporan belum dikirim/);
  await press(page, door(page));
  await heading(page, 'Ada yang tidak benar?');
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'S2 Kesehatan Masyarakat');
  assert.ok(await box(page, /^Pendidikan/).isChecked());
  await page.context().setOffline(true);
  await button(page, 'Kirim').evaluate(one => { one.click(); one.click(); });
  await said(page, 'Menunggu jaringan');
  await looks(page, 'waiting');
  assert.deepEqual(of(await reports(), nip), []);
  await page.context().setOffline(false);
  await said(page, /Diterima \d/);
  await looks(page, 'received');
  const listed = await reports();
  assert.equal(of(listed, nip).length, 1);
  assert.match(listed, /\| S2 Kesehatan Masyarakat/);

  await server.command(['corrections', '--done', of(listed, nip)[0].split(' ')[0]]);
  await page.reload();
  await heading(page, 'Apakah data Anda benar?');
  await told(page, /Ditangani pada \d/);
  await press(page, door(page));
  await heading(page, 'Ada yang tidak benar?');
  await looks(page, 'handled');
  await press(page, button(page, 'Tarik laporan'));
  await page.getByRole('dialog', {name: 'Tarik laporan Anda?'}).waitFor({state: 'attached'});
  await looks(page, 'question');
  await press(page, button(page, 'Batal'));
  await page.getByRole('dialog').waitFor({state: 'detached'});
  assert.equal(of(await reports(), nip).length, 1, 'nothing is taken back by one tap');
  await press(page, button(page, 'Tarik laporan'));
  await press(page, button(page, 'Ya, tarik'));
  await field(page).waitFor({state: 'attached'});
  assert.equal(await field(page).inputValue(), '');
  assert.deepEqual(of(await reports(), nip), []);
  await press(page, button(page, 'Kembali'));
  await heading(page, 'Apakah data Anda benar?');
  await told(page, /Lapor ke petugas kepegawaian, dengan nama Anda/);
  await press(page, button(page, 'Kembali'));
  await press(page, page.getByRole('button', {name: /^Siapa yang membuka data saya/}));
  for (const entry of ['dikirim', 'dibaca', 'ditangani', 'ditarik']) await said(page, `Laporan data ${entry}`);
  assert.ok(sent >= 1);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('on two devices the second is told and keeps what was typed; a session that ends keeps it too', {timeout: 240_000}, async () => {
  const {nip, link} = people[1];
  const [phone, desk] = [await open(link), await open(link, sizes.laptop)];
  for (const page of [phone, desk]) await toReport(page);
  await press(phone, box(phone, /^Jabatan/));
  await press(desk, box(desk, /^Unit/));
  await desk.evaluate(() => document.querySelector('textarea').scrollIntoView());
  await field(desk).fill('Unit saya Biro Umum');
  await idle(desk);
  await press(phone, button(phone, 'Kirim'));
  await said(phone, /Diterima \d/);
  await press(desk, button(desk, 'Kirim'));
  await said(desk, /berubah di perangkat lain/);
  assert.equal(await field(desk).inputValue(), 'Unit saya Biro Umum');
  await shot(desk, 'correction-conflict-laptop-light');
  await press(desk, button(desk, 'Kirim'));
  await said(desk, /Diterima \d/);
  assert.match(await reports(), new RegExp(`${nip}[^\\n]*\\n    wrong: unit_kode\\n    \\| Unit saya Biro Umum`));
  await press(desk, button(desk, 'Ubah laporan'));
  await field(desk).fill('Unit saya Biro Hukum');
  await idle(desk);
  await desk.evaluate(async () => { await fetch('/api/v1/session', {method: 'DELETE'}); });
  await press(desk, button(desk, 'Kirim'));
  await heading(desk, 'Masuk');
  await desk.goto('about:blank');
  await desk.goto(link);
  await heading(desk, /Suara Anda|Apakah data/);
  await told(desk, /Diterima \d/);
  // The version before may be told first, until the device's storage has answered.
  for (let tries = 0; !/Biro Hukum/.test(await reports()); ++tries) assert.ok(tries < 200, 'it went out by itself');
  for (const page of [phone, desk]) await page.context().close();
});

for (const name of ['keyboard', 'touch', 'mirror', 'plain'])
  test(`the report by ${name} alone`, {timeout: 240_000}, async () => {
    const hand = hands[name];
    const {nip, link} = people[2 + ['keyboard', 'touch', 'mirror', 'plain'].indexOf(name)];
    const page = await open(link, {}, name === 'plain' ? withoutWebGL : async () => {});
    await toReport(page, hand);
    await hand.choose(page, box(page, /^Golongan/));
    await idle(page);
    assert.ok(await box(page, /^Golongan/).isChecked());
    await hand.type(page, field(page), 'III/d');
    await idle(page);
    await hand.press(page, button(page, 'Kirim'));
    await said(page, /Diterima \d/);
    if (name === 'plain') await shot(page, 'correction-plain');
    assert.deepEqual(await violations(page), []);
    assert.equal(of(await reports(), nip).length, 1);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

test('the same in English', {timeout: 120_000}, async () => {
  const page = await open(people[6].link, {}, context => context.addInitScript(() => localStorage.setItem('rembuk.language', 'en')), /Your voice/);
  await press(page, page.getByRole('button', {name: /^My data is wrong/}));
  await heading(page, 'Is something wrong?');
  await press(page, box(page, /^Education/));
  await looks(page, 'english-draft');
  await press(page, button(page, 'Submit'));
  await said(page, /Received \d/);
  await looks(page, 'english-received');
  await page.context().close();
});
