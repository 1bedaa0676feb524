// Every widget by its role, with mouse, finger and keyboard, on the gallery page of build/web-test; then every
// widget in every state.
import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
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
const full = Boolean(process.env.REMBUK_FULL);
const small = {viewport: {width: 320, height: 640}};
async function turnTo(page, part) {
  await page.goto('about:blank'); // a new fragment alone loads nothing
  await page.goto(`${web.origin}/gallery#${part}`);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  await idle(page);
}
// All of a screen, on a window as tall as it needs; for people to look at.
async function wholeShot(page, name) {
  const size = page.viewportSize();
  const height = await page.evaluate(() => {
    const main = document.querySelector('.main');
    return innerHeight - main.clientHeight + Math.max(main.clientHeight, main.scrollHeight);
  });
  await page.setViewportSize({...size, height});
  await page.waitForFunction(tall => document.getElementById('canvas').clientHeight === tall, height);
  await idle(page);
  await page.screenshot({path: path.join(shots, `${name}.png`)});
  await page.setViewportSize(size);
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

// ---- every widget in every state ----

const source = name => readFileSync(path.join(root, name), 'utf8');
const shown = readdirSync(path.join(root, 'app/browser')).filter(name => /^gallery_.*\.cpp$/.test(name))
  .map(name => source(`app/browser/${name}`)).join('\n');
const parts = [...source('app/browser/gallery_program.hpp').matchAll(/\{+"(\w*)", "[^"]+", \w+\}/g)].map(found => found[1]);
const headers = source('app/ui/ui.hpp') + source('app/ui/charts.hpp') + source('app/ui/style.hpp');
// In the header: the members of a struct, the values of an enum.
const members = name => [...new RegExp(`struct ${name} \\{([^]*?)\\n\\};`).exec(headers)[1].replace(/\/\/\/.*$/gm, '').replace(/\{[^{}]*\}/g, '')
  .matchAll(/^ +[\w:<>()]+(?: [\w:<>(),]+)*? ((?:\w+(?: = [^,;]+)?,?\s*)+);/gm)].flatMap(found => found[1].split(',').map(one => one.trim().split(' ')[0]));
const values = name => new RegExp(`enum class ${name} [^{]*\\{([^]*?)\\}`).exec(headers)[1].replace(/\/\/\/.*$/gm, '').split(',').map(one => one.trim().split(' ')[0]).filter(Boolean);

test('each widget, each member of its style and each value of an enum has an example in the gallery', () => {
  const [, widgets] = /\nclass Ui \{([^]*?)\n private:/.exec(source('app/ui/ui.hpp'));
  const names = new Set([...widgets.replace(/\/\/\/?.*$/gm, '').matchAll(/^ {2}(?:explicit |\[\[nodiscard\]\] )?(?:[\w:<>]+&? )?(\w+)\(/gm)].map(found => found[1]));
  for (const other of ['Ui', 'state', 'size', 'narrow', 'language', 'tr']) assert.ok(names.delete(other), `${other} is no widget`);
  assert.ok(names.size >= 58, `${names.size} widgets were found in the header`);
  const missing = [...names].filter(name => !new RegExp(`\\bu\\.${name}\\(`).test(shown));
  for (const style of ['AppBar', 'ButtonStyle', 'Foot', 'FieldStyle', 'SearchStyle', 'FilesStyle', 'ScatterStyle'])
    for (const member of members(style)) if (!new RegExp(`\\.${member} =`).test(shown)) missing.push(`${style}::${member}`);
  for (const kind of ['Width', 'Stack', 'Kind', 'Tone', 'Sort'])
    for (const value of values(kind)) if (!shown.includes(`${kind}::${value}`)) missing.push(`${kind}::${value}`);
  assert.deepEqual(missing.filter(name => name !== 'Stack::when_narrow'), []); // that one is what columns do anyway
});

test('the parts together show each role of the mirror, and each state that a node can have', () => on(sizes.laptop, async page => {
  const words = source('web/page/mirror_list.js');
  const roles = new Set([.../const roles = \[([^\]]*)\]/.exec(words)[1].matchAll(/'(\w+)'/g)].map(found => found[1]));
  const states = new Map([.../const state = \{([^}]*)\}/.exec(words)[1].matchAll(/(\w+): (\d+)/g)].map(found => [found[1], Number(found[2])]));
  const look = async () => {
    for (const {role, state} of await page.evaluate(() => window.rembuk.tree().map(({role, state}) => ({role, state})))) {
      roles.delete(role);
      for (const [name, bit] of states) if (state & bit) states.delete(name);
    }
  };
  for (const part of parts) {
    await turnTo(page, part);
    if (part === 'notes') await press(page, page.getByRole('button', {name: 'Cara angka ini dihitung'}));
    if (part === 'frames') await press(page, page.getByRole('button', {name: 'Buka dialog'}));
    if (part === 'fields') {
      await press(page, page.getByRole('combobox', {name: 'Cari jabatan'}));
      await page.keyboard.type('Analis');
      await idle(page);
      await page.keyboard.press('ArrowDown');
      await idle(page);
    }
    await look();
  }
  roles.delete('image'); // a chart is a table; nothing is a picture yet
  assert.deepEqual([...roles], []);
  assert.deepEqual([...states.keys()], []);
}));

// The quick set looks at each part in two of the six dresses and at 320 pixels, the full set in all.
const dresses = Object.keys(sizes).flatMap(size => ['light', 'dark'].map(colorScheme => ({size, colorScheme})));
const worn = full ? dresses : dresses.filter(({size, colorScheme}) => size === (colorScheme === 'light' ? 'phone' : 'laptop'));
if (!full) console.log(`gallery: ${worn.length} of ${dresses.length} sizes and themes (full set: all)`);

describe('axe finds nothing, no item is without a node, nothing leaves the screen', () => {
  for (const {size, colorScheme} of [...worn, {size: 'small', colorScheme: 'light'}])
    test(`${size}, ${colorScheme}`, {timeout: 300_000}, () => on({...sizes[size] ?? small, colorScheme}, async page => {
      for (const part of parts) {
        await turnTo(page, part);
        const name = `gallery-${part || 'sample'}-${size}-${colorScheme}`;
        assert.deepEqual(await violations(page), [], name);
        assert.equal(await page.evaluate(() => window.rembuk.unmirrored()), 0, name);
        const {width} = page.viewportSize();
        for (const node of await page.evaluate(() => window.rembuk.tree().filter(({role}) => !['row', 'rowheader', 'columnheader', 'cell'].includes(role))))
          assert.ok(node.x >= -0.5 && node.x + node.w <= width + 0.5, `${name}: ${node.key} reaches from ${node.x} to ${node.x + node.w}`);
        if (sizes[size]) await wholeShot(page, name);
      }
    }));
});
