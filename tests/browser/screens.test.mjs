// Every screen of the employee's journey once: what only a browser shows of it, and its picture at three
// looks (phone light and dark, laptop) in build/screenshots.
import assert from 'node:assert/strict';
import {rmSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {newcomers, person} from './support/frames.mjs';
import {button, hands, heading, journey} from './support/hands.mjs';
import {holds, idle, launch, picture, press, shot, sizes, violations} from './support/pages.mjs';
import {province, published, startServer} from './support/server.mjs';

let data, server, browser, people;
before(async () => {
  data = await province({employees: 600});
  server = await startServer({data, ...(process.env.REMBUK_WEB && {web: process.env.REMBUK_WEB})});
  browser = await launch();
  people = await newcomers(server, 3);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  if (data) rmSync(data, {recursive: true, force: true});
});

async function open(link) {
  const context = await browser.newContext({...sizes.phone, colorScheme: 'light'});
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', error => page.faults.push(error.message));
  await page.goto(link);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  await idle(page);
  return page;
}
// Three looks of what stands there, and nothing wider than its page.
async function looks(page, step) {
  await shot(page, `screen-${step}-light`);
  await page.emulateMedia({colorScheme: 'dark'});
  await shot(page, `screen-${step}-dark`);
  await page.emulateMedia({colorScheme: 'light'});
  await page.setViewportSize(sizes.laptop.viewport);
  await shot(page, `screen-${step}-laptop`);
  await page.setViewportSize({width: 320, height: 640});
  await shot(page, `screen-${step}-narrow`);
  const wide = await page.evaluate(() => [...document.querySelectorAll('.main .n')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.className));
  assert.deepEqual(wide, [], `wider than 320 pixels, ${step}`);
  await page.setViewportSize(sizes.phone.viewport);
  await idle(page);
}
const wishes = page => page.locator('[aria-label="Pilihan Anda"] > .listitem > .paragraph:first-child').allInnerTexts();
const next = async (page, title) => {
  await press(page, button(page, 'Lanjut'));
  await heading(page, title);
  await idle(page);
};

test('wishes are found on the map and in the list, and dragged into their order', {timeout: 300_000}, async () => {
  const page = await open(people[0].link);
  await heading(page, /Suara Anda/);
  await looks(page, '01-welcome');
  await picture(page, 'step-1-welcome');
  await press(page, button(page, 'Mulai, sekitar lima menit'));
  await heading(page, 'Apakah data Anda benar?');
  await looks(page, '02-profile');
  await next(page, 'Ke mana Anda ingin ditempatkan?');
  await press(page, page.getByRole('tab', {name: 'Peta'}));
  const towns = page.locator('[aria-label="Peta daerah"] button');
  await towns.first().waitFor({state: 'attached'});
  for (const box of await towns.evaluateAll(all => all.map(one => one.getBoundingClientRect().toJSON())))
    assert.ok(box.width >= 48 && box.height >= 48, 'a town is a target');
  await looks(page, '03-map');
  await picture(page, 'step-2-map');
  await press(page, towns.filter({hasText: 'Kota Jambi'}));
  const add = button(page, 'Pilih jabatan ini');
  await add.first().waitFor({state: 'attached'});
  await looks(page, '04-town');
  for (const count of [1, 2, 3]) {
    await add.first().evaluate(one => one.scrollIntoView({block: 'center'}));
    await idle(page);
    await press(page, add.first());
    await page.waitForFunction(n => document.querySelectorAll('[aria-label="Pilihan Anda"] > .listitem').length === n, count);
  }
  const told = (await page.locator('[aria-label="Pilihan Anda"]').innerText()).replace(/\s+/g, ' ');
  for (const fact of [/\d (jam|menit)/, /Kelas (tetap )?\d+/, /(\d+|tidak ada) kursi kosong/, /Akan dilatih: .+ \d → \d/])
    assert.match(told, fact, 'what a wish says of itself');
  await page.getByRole('meter', {name: 'Kompetensi'}).first().waitFor({state: 'attached'});
  await press(page, page.getByRole('tab', {name: 'Daftar'}));
  await page.getByRole('combobox', {name: 'Perangkat daerah'}).waitFor({state: 'attached'});
  await looks(page, '05-list');
  await press(page, page.getByRole('tab', {name: 'Cari'}));
  assert.deepEqual(await violations(page), []);
  const before = await wishes(page);
  assert.equal(before.length, 3);
  const items = page.locator('[aria-label="Pilihan Anda"] > .listitem');
  await page.evaluate(() => document.querySelector('[aria-label="Pilihan Anda"]').scrollIntoView());
  await idle(page);
  const [from, to] = [await items.nth(0).boundingBox(), await items.nth(1).boundingBox()];
  await page.mouse.move(from.x + 28, from.y + 60);
  await page.mouse.down();
  await page.mouse.move(from.x + 28, from.y + 90, {steps: 3});
  await page.mouse.move(to.x + 28, to.y + to.height / 2 + 30, {steps: 6});
  await shot(page, 'screen-06-dragging-light');
  await page.mouse.up();
  await page.waitForFunction(text => document.querySelector('[aria-label="Pilihan Anda"] > .listitem > .paragraph').innerText !== text, before[0]);
  assert.deepEqual(await wishes(page), [before[1], before[0], before[2]]);
  await page.evaluate(() => { document.querySelector('.main').scrollTop = 0; });
  await looks(page, '06-wishes');
  await picture(page, 'step-3-wishes');
  await next(page, 'Apa yang paling penting bagi Anda?');
  await press(page, page.getByRole('radio', {name: /Saya urutkan sendiri/}));
  await looks(page, '07-criteria');
  await picture(page, 'step-4-criteria');
  await next(page, 'Bagaimana sikap Anda?');
  await press(page, button(page, 'Lanjut'));
  await page.getByText('Silakan pilih salah satu sikap.').first().waitFor({state: 'attached'});
  await looks(page, '08-stance-fault');
  await press(page, button(page, 'Ke isian ini'));
  assert.equal(await page.evaluate(() => document.activeElement.type), 'radio', 'the link leads to the field');
  await press(page, page.getByRole('radio', {name: /Ingin pindah/}));
  await looks(page, '08-stance');
  await next(page, 'Apa kekhawatiran Anda?');
  await press(page, page.getByRole('checkbox', {name: /Jarak dan keluarga/}));
  await press(page, button(page, 'Kekhawatiran'));
  await page.getByText('Hal yang memberatkan Anda bila dipindah.').first().waitFor({state: 'attached'});
  await looks(page, '09-concerns');
  await picture(page, 'step-5-concerns');
  await next(page, 'Sudah sesuai?');
  await looks(page, '10-review');
  await press(page, button(page, 'Kirim'));
  await heading(page, 'Jawaban Anda sudah diterima');
  await looks(page, '11-receipt');
  await picture(page, 'step-6-receipt');
  await press(page, page.getByRole('button', {name: /Siapa yang membuka data saya/}));
  await heading(page, 'Siapa yang membuka data saya');
  await looks(page, '12-access');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a PIN is hidden until the person asks to see it', {timeout: 120_000}, async () => {
  const page = await open(people[1].link);
  await press(page, page.getByRole('button', {name: /^Buat PIN/}));
  await heading(page, 'Buat PIN');
  const field = page.getByLabel('PIN', {exact: true}).first();
  await field.fill('2580');
  await idle(page);
  assert.equal(await field.getAttribute('type'), 'password');
  await looks(page, '13-pin');
  await press(page, button(page, 'Tampilkan PIN').first());
  assert.equal(await field.getAttribute('type'), 'text');
  await press(page, button(page, 'Sembunyikan PIN'));
  assert.equal(await field.getAttribute('type'), 'password');
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test('terms are explained on the spot, and what would help is chosen and told again before sending', {timeout: 300_000}, async () => {
  const page = await open(people[2].link);
  let explained = 0;
  await journey(page, hands.mirror, async step => {
    const terms = page.getByRole('group', {name: 'Arti istilah'});
    for (const term of await terms.getByRole('button').all()) {
      await press(page, term);
      assert.equal(await term.getAttribute('aria-expanded'), 'true', step);
      assert.match(await terms.getByRole('paragraph').innerText(), /.{40}/s, `${step}: ${await term.textContent()}`);
      ++explained;
    }
    if (step === 'concerns') await page.getByRole('combobox', {name: 'Apa yang akan membantu?'}).selectOption({label: 'Pelatihan'});
    if (step === 'review') await page.getByText('Yang akan membantu: Pelatihan', {exact: true}).first().waitFor({state: 'attached'});
  });
  assert.ok(explained >= 18, `${explained} terms`);
  const {frame} = await (await person(server, people[2].link)).call('GET', '/api/v1/me/answer');
  assert.match(Buffer.from(frame).toString('latin1'), /pelatihan/, 'the record holds it');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('once a plan is published the page says why', {timeout: 300_000}, async () => {
  const mover = await published(server, data);
  const {stdout} = await server.command(['invite', '--nip', mover, '--host', server.url]);
  const page = await open(stdout.trim().split(' ')[1]);
  await holds(page, async () => (await fetch('/api/v1/me/result')).status === 200);
  await page.reload();
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  await heading(page, 'Diusulkan pindah');
  await page.getByRole('heading', {name: 'Apa yang harus berbeda'}).waitFor({state: 'attached', timeout: 60_000});
  await page.getByText('Bagian ini masih dihitung.').waitFor({state: 'detached', timeout: 120_000});
  await looks(page, '14-result');
  await picture(page, 'step-7-result');
  for (const name of ['Yang berubah', 'Mengapa', 'Artinya bagi karier dan kompetensi', 'Yang dapat Anda lakukan'])
    assert.equal(await page.getByRole('heading', {name}).count(), 1, name);
  const basis = page.getByRole('button', {name: 'Dasar: jabatan.kelas_jabatan'}).first();
  await basis.evaluate(one => one.scrollIntoView({block: 'center'}));
  await idle(page);
  await press(page, basis);
  await page.getByText('Data jabatan: kelas jabatan.').waitFor({state: 'attached'});
  assert.equal(await basis.getAttribute('aria-expanded'), 'true');
  await looks(page, '15-result-basis');
  await picture(page, 'step-8-why');
  assert.deepEqual(await violations(page), []);
  await page.evaluate(() => document.documentElement.classList.add('plain'));
  await shot(page, 'screen-16-plain');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
