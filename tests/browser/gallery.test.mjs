// Every widget by its role, with mouse, finger and keyboard, on the gallery page of build/web-test.
import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {idle, launch, open, press, root, site, sizes, violations} from './support/pages.mjs';

const shots = process.env.REMBUK_SHOTS ?? path.join(root, 'build/screenshots');
let web, browser;
before(async () => {
  mkdirSync(shots, {recursive: true});
  web = await site();
  browser = await launch();
});
after(async () => {
  await browser.close();
  web.close();
});
const gallery = (options, part = '') => open(browser, `${web.origin}/gallery${part}`, {...sizes.phone, ...options});
async function on(options, work, part) {
  const page = await gallery(options, part);
  try {
    await work(page);
    assert.deepEqual(page.faults, []);
  } finally {
    await page.context().close();
  }
}
const last = page => page.getByText(/^Terakhir:/).textContent();

test('what is drawn is not flat, and every interactive item has a mirror node', () => on({}, async page => {
  const shot = await page.screenshot();
  const colours = await page.evaluate(async data => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer)).size;
  }, shot.toString('base64')).catch(() => null);
  // The page's own policy forbids reading a data address: count then on a page without one.
  assert.ok(colours === null || colours > 100, `${colours} colours`);
  assert.ok(shot.length > 20_000, `a picture of ${shot.length} bytes is nearly empty`);
  assert.equal(await page.evaluate(() => window.rembuk.unmirrored()), 0);
  page.faults.length = 0;
}));

test('five idle seconds draw no frame', () => on({}, async page => {
  const before = await page.evaluate(() => window.rembuk.frames);
  await new Promise(done => setTimeout(done, 5000));
  assert.equal(await page.evaluate(() => window.rembuk.frames), before);
}));

test('a mouse presses buttons, choices, ratings, tabs, switches and list items', () => on(sizes.laptop, async page => {
  for (const [name, expected] of [['Simpan', 'simpan'], ['Urungkan', 'urungkan'], ['Lewati', 'lewati'], ['Ubah nama', 'ubah']]) {
    await press(page, page.getByRole('button', {name, exact: true}));
    assert.equal(await last(page), `Terakhir: ${expected}`);
  }
  assert.ok(await page.getByRole('button', {name: 'Tidak aktif'}).isDisabled());
  await press(page, page.getByRole('radio', {name: 'Terbuka'}));
  assert.ok(await page.getByRole('radio', {name: 'Terbuka'}).isChecked());
  await press(page, page.getByRole('checkbox', {name: 'Saya sudah membaca'}));
  assert.ok(await page.getByRole('checkbox', {name: 'Saya sudah membaca'}).isChecked());
  await press(page, page.getByRole('switch', {name: 'Perbarui langsung'}));
  assert.ok(!await page.getByRole('switch', {name: 'Perbarui langsung'}).isChecked());
  await press(page, page.getByRole('radio', {name: '4', exact: true}));
  assert.ok(await page.getByRole('radio', {name: '4', exact: true}).isChecked());
  await press(page, page.getByRole('tab', {name: 'Rinci'}));
  assert.equal(await page.getByRole('tab', {name: 'Rinci'}).getAttribute('aria-selected'), 'true');
  await press(page, page.getByRole('button', {name: 'Turunkan: Pranata Komputer Ahli Pertama'}));
  const items = page.getByRole('list', {name: 'Pilihan Anda'}).getByRole('listitem');
  assert.match(await items.first().textContent(), /Analis Data/);
  await press(page, page.getByRole('button', {name: 'Hapus: Analis Data dan Informasi'}));
  assert.equal(await items.count(), 2);
}));

test('a finger taps without dragging and scrolls without tapping', () => on({}, async page => {
  await page.getByRole('button', {name: 'Simpan', exact: true}).scrollIntoViewIfNeeded();
  await idle(page);
  const box = await page.getByRole('button', {name: 'Simpan', exact: true}).boundingBox();
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await idle(page);
  assert.equal(await last(page), 'Terakhir: simpan');
  const client = await page.context().newCDPSession(page);
  const offset = () => page.evaluate(() => document.querySelector('.main').scrollTop);
  const start = await offset();
  const touch = (type, y) => client.send('Input.dispatchTouchEvent', {type, touchPoints: y === null ? [] : [{x: 180, y}]});
  await touch('touchStart', 500);
  for (let y = 490; y >= 300; y -= 10) await touch('touchMove', y);
  await touch('touchEnd', null);
  await idle(page);
  assert.ok(await offset() > start + 150, `scrolled from ${start} to ${await offset()}`);
  assert.equal(await last(page), 'Terakhir: simpan');
}));

test('native fields take text: fill, type and clear, without losing the focus', () => on(sizes.laptop, async page => {
  const name = page.getByRole('textbox', {name: 'Nama'});
  await press(page, name);
  assert.ok(await name.evaluate(element => element === document.activeElement));
  await page.keyboard.type('Siti Rahma');
  await idle(page);
  assert.equal(await name.inputValue(), 'Siti Rahma');
  const code = page.getByRole('textbox', {name: 'Kode'});
  assert.equal(await code.getAttribute('aria-invalid'), 'true');
  await code.fill('ABCD');
  await idle(page);
  assert.equal(await code.getAttribute('aria-invalid'), null);
  await page.getByRole('textbox', {name: 'Catatan'}).fill('baris satu\nbaris dua');
  await page.getByRole('combobox', {name: 'Daerah'}).selectOption('Batanghari');
  await idle(page);
  assert.equal(await page.evaluate(() => window.rembuk.tree().find(node => node.name === 'Catatan').value), 'baris satu\nbaris dua');
  assert.equal(await page.evaluate(() => window.rembuk.tree().find(node => node.name === 'Daerah').value), 'Batanghari');
}));

test('the search is a combobox: arrows, Enter, Escape and the mouse', () => on(sizes.laptop, async page => {
  const search = page.getByRole('combobox', {name: 'Cari jabatan'});
  await press(page, search);
  await page.keyboard.type('Analis');
  await idle(page);
  assert.equal(await search.getAttribute('aria-expanded'), 'true');
  assert.equal(await page.getByRole('listbox', {name: 'Cari jabatan'}).getByRole('option').count(), 2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await idle(page);
  assert.match(await page.locator('[aria-selected=true][role=option]').textContent(), /Analis Kebijakan/);
  await page.keyboard.press('Enter');
  await idle(page);
  assert.equal(await last(page), 'Terakhir: tambah');
  assert.equal(await search.inputValue(), '');
  await page.keyboard.type('Guru');
  await idle(page);
  await press(page, page.getByRole('option', {name: /Guru Ahli Muda/}));
  assert.equal(await page.getByRole('list', {name: 'Pilihan Anda'}).getByRole('listitem').count(), 5);
}));

test('the keyboard alone reaches and works everything', () => on(sizes.laptop, async page => {
  const save = page.getByRole('button', {name: 'Simpan', exact: true});
  await save.focus();
  await page.keyboard.press('Enter');
  await idle(page);
  assert.equal(await last(page), 'Terakhir: simpan');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await idle(page);
  assert.equal(await last(page), 'Terakhir: urungkan');
  await page.getByRole('radio', {name: 'Tetap'}).focus();
  await page.keyboard.press('ArrowDown');
  await idle(page);
  assert.ok(await page.getByRole('radio', {name: 'Terbuka'}).isChecked());
  await page.getByRole('tab', {name: 'Ringkas'}).focus();
  await page.keyboard.press('ArrowRight');
  await idle(page);
  assert.equal(await page.getByRole('tab', {name: 'Rinci'}).getAttribute('aria-selected'), 'true');
}));

test('a screen reader’s click works, and what is below the fold is mirrored', () => on({}, async page => {
  await page.getByRole('button', {name: 'Lewati'}).evaluate(element => element.click());
  await idle(page);
  assert.equal(await last(page), 'Terakhir: lewati');
  assert.equal(await page.getByRole('tab', {name: 'Sejarah'}).count(), 1);
  await page.getByRole('tab', {name: 'Ringkas'}).focus();
  await idle(page);
  const box = await page.getByRole('tab', {name: 'Ringkas'}).boundingBox();
  assert.ok(box.y > 60 && box.y < 740, `scrolled into view: ${box.y}`);
}));

test('a dialog makes the rest inert, closes with Escape and gives the focus back', () => on(sizes.laptop, async page => {
  const opener = page.getByRole('button', {name: 'Tarik jawaban'});
  await press(page, opener);
  const dialog = page.getByRole('dialog', {name: 'Tarik jawaban?'});
  assert.equal(await dialog.count(), 1);
  assert.ok(await page.locator('.main').evaluate(element => element.inert));
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await idle(page);
  assert.equal(await dialog.count(), 0);
  assert.ok(await opener.evaluate(element => element === document.activeElement));
  await press(page, opener);
  await press(page, dialog.getByRole('button', {name: 'Tarik', exact: true}));
  assert.equal(await page.getByText('Jawaban ditarik.').first().count(), 1);
  await press(page, page.getByRole('button', {name: 'Tutup'}));
}));

test('a file goes to the program, too large ones do not', () => on(sizes.laptop, async page => {
  const input = page.getByLabel('Pilih rencana.csv');
  await input.setInputFiles({name: 'rencana.csv', mimeType: 'text/csv', buffer: Buffer.from('nip,id\n')});
  await page.waitForFunction(() => window.rembuk.tree().some(node => node.name === 'Terakhir: rencana.csv 7'));
  await input.setInputFiles({name: 'rencana.csv', mimeType: 'text/csv', buffer: Buffer.alloc(1_000_001)});
  await page.waitForFunction(() => window.rembuk.tree().some(node => node.name === 'Terakhir: terlalu besar'));
}));

test('a new screen starts at its top with the focus on its heading; going back keeps the place', () => on({}, async page => {
  const offset = () => page.evaluate(() => document.querySelector('.main').scrollTop);
  await page.evaluate(() => { document.querySelector('.main').scrollTop = 500; });
  await idle(page);
  await press(page, page.getByRole('button', {name: 'Lanjut'}));
  assert.equal(await offset(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
  await press(page, page.getByRole('button', {name: 'Kembali'}));
  assert.equal(await offset(), 500);
}));

test('the language changes in place and the theme is remembered', () => on(sizes.laptop, async page => {
  await press(page, page.getByRole('button', {name: 'Pengaturan tampilan'}));
  await press(page, page.getByRole('radio', {name: 'English'}));
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await idle(page);
  assert.equal(await page.getByRole('dialog', {name: 'Display settings'}).count(), 1);
  await press(page, page.getByRole('radio', {name: 'Dark'}));
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.reload();
  await page.waitForFunction(() => window.rembuk?.frames > 0);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme + document.documentElement.lang), 'darken');
}));

test('a lost WebGL context is rebuilt', () => on({}, async page => {
  const reference = await page.screenshot();
  await page.evaluate(() => {
    window.extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.extension.loseContext();
  });
  await new Promise(done => setTimeout(done, 300));
  await page.getByRole('button', {name: 'Lewati'}).evaluate(element => element.click());
  await idle(page);
  assert.equal(await last(page), 'Terakhir: lewati');
  await page.evaluate(() => window.extension.restoreContext());
  await new Promise(done => setTimeout(done, 500));
  await idle(page);
  const rebuilt = await page.screenshot();
  assert.ok(Math.abs(rebuilt.length - reference.length) < reference.length * 0.1, `${reference.length} → ${rebuilt.length}`);
}));

test('without WebGL2 the plain view stands alone and works', async () => {
  const context = await browser.newContext(sizes.phone);
  await context.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest);
    };
  });
  const page = await context.newPage();
  await page.goto(`${web.origin}/gallery`);
  await page.waitForFunction(() => window.rembuk?.frames > 0);
  await page.getByRole('button', {name: 'Lewati'}).click();
  await idle(page);
  assert.equal(await last(page), 'Terakhir: lewati');
  await page.getByRole('textbox', {name: 'Nama'}).fill('Siti');
  await page.getByText('Terbuka', {exact: true}).click();
  await idle(page);
  assert.ok(await page.getByRole('radio', {name: 'Terbuka'}).isChecked());
  assert.deepEqual(await violations(page), []);
  await page.screenshot({path: path.join(shots, 'gallery-plain-phone.png')});
  await context.close();
});

test('axe finds nothing, in any size and theme; screenshots for a human', async () => {
  for (const [part, size] of [['', 'phone'], ['#laptop', 'laptop'], ['#forum', 'projector'], ['#laptop', 'phone']])
    for (const colorScheme of ['light', 'dark'])
      await on({...sizes[size], colorScheme, ...(size === 'phone' ? {} : {hasTouch: false, isMobile: false, deviceScaleFactor: 1})}, async page => {
        assert.deepEqual(await violations(page), []);
        await page.screenshot({path: path.join(shots, `gallery-${part.slice(1) || 'form'}-${size}-${colorScheme}.png`)});
        assert.equal(await page.evaluate(() => window.rembuk.unmirrored()), 0);
      }, part);
});

test('nothing is lost at 320 pixels', () => on({viewport: {width: 320, height: 640}}, async page => {
  for (const node of await page.evaluate(() => window.rembuk.tree()))
    assert.ok(node.x + node.w <= 321, `${node.key} reaches ${node.x + node.w}`);
}));
