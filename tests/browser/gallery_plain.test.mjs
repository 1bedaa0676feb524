// The plain view of the gallery: the mirror, seen. What the canvas shows by place, colour and shape has to be
// there in native elements; and on paper.
import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {idle, launch, root, site, sizes, violations} from './support/pages.mjs';
import {colours, pixels} from './support/pixels.mjs';

const full = Boolean(process.env.REMBUK_FULL);
const shots = process.env.REMBUK_SHOTS ?? path.join(root, 'build/screenshots');
const parts = ['', 'words', 'notes', 'actions', 'choices', 'fields', 'lists', 'tables', 'charts', 'frames', 'laptop'];
let web, browser;
before(async () => {
  mkdirSync(shots, {recursive: true});
  web = await site();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  web?.close();
});
async function plain(options, work) {
  const context = await browser.newContext(options);
  await context.addInitScript(() => location.protocol === 'about:' || localStorage.setItem('rembuk.plain', '1'));
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', error => page.faults.push(error.message));
  await work(page);
  assert.deepEqual(page.faults, []);
  await context.close();
}
async function turnTo(page, part) {
  await page.goto('about:blank'); // a new fragment alone loads nothing
  await page.goto(`${web.origin}/gallery#${part}`);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  await idle(page);
}
const narrow = {viewport: {width: 360, height: 800}};

const dresses = {
  '360 px': narrow,
  '1366 px, dark': {...sizes.laptop, colorScheme: 'dark'},
  'forced colours': {...narrow, forcedColors: 'active'},
  '320 px': {viewport: {width: 320, height: 640}},
  '1366 px': sizes.laptop,
  '360 px, dark': {...narrow, colorScheme: 'dark'},
};
const worn = Object.entries(dresses).slice(0, full ? undefined : 3);
if (!full) console.log(`plain view: ${worn.length} of ${Object.keys(dresses).length} sizes and themes (full set: all)`);
for (const [name, options] of worn)
  test(`each part fits its screen, and axe finds nothing: ${name}`, {timeout: 300_000}, () => plain(options, async page => {
    for (const part of parts) {
      await turnTo(page, part);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${part} scrolls sideways`);
      assert.deepEqual(await violations(page), [], part);
      await page.screenshot({fullPage: true, path: path.join(shots, `plain-${part || 'sample'}-${name.replace(/[ ,]+/g, '-')}.png`)});
    }
  }));

test('a row says how it stands: seen, and heard once', () => plain(narrow, async page => {
  await turnTo(page, 'actions');
  const row = page.getByRole('button', {name: 'Ada data yang salah?', exact: true});
  const state = row.getByText('Belum ada laporan', {exact: true});
  assert.ok(await state.isVisible());
  assert.ok(await state.evaluate(element => Number(getComputedStyle(element).opacity) === 1 && element.getBoundingClientRect().height > 10));
  assert.equal(await row.getAttribute('aria-description'), 'Belum ada laporan');
  assert.ok(!(await page.locator('#mirror').ariaSnapshot()).includes('salah? Belum'), 'no part of the name');
}));

test('faults, headings of groups, places in an order and what is chosen are seen', () => plain(narrow, async page => {
  const before = selector => page.locator(selector).first().evaluate(element => getComputedStyle(element, '::before').content);
  await turnTo(page, 'choices');
  const fault = page.getByRole('radiogroup', {name: 'Belum dipilih'}).getByText('Pilih salah satu.', {exact: true});
  assert.ok(await fault.isVisible());
  const error = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--error').trim());
  assert.equal(await fault.evaluate(element => getComputedStyle(element).color.match(/\d+/g).map(n => Number(n).toString(16).padStart(2, '0')).join('')), error.slice(1).toLowerCase());
  assert.match(await before('.radiogroup'), /aria-label|Sikap/);
  await turnTo(page, 'lists');
  assert.match(await before('.ordered'), /1/);
  await turnTo(page, 'words');
  const ground = locator => locator.evaluate(element => getComputedStyle(element).backgroundColor);
  const [unchosen, chosen] = [page.locator('.group').filter({hasText: 'Belum dipilih'}).last(), page.locator('.group').filter({hasText: 'Kartu terpilih'}).last()];
  assert.notEqual(await ground(chosen), await ground(unchosen));
}));

test('a dialog and a message stand in sight, wherever the page is scrolled to', () => plain(narrow, async page => {
  await turnTo(page, 'frames');
  await page.getByRole('button', {name: 'Pesan gagal'}).click();
  await idle(page);
  const seen = async locator => {
    const box = await locator.boundingBox();
    return box.y >= 0 && box.y + Math.min(box.height, 100) <= 800;
  };
  assert.ok(await seen(page.locator('#mirror > .status')), 'the message');
  await page.getByRole('button', {name: 'Tutup'}).click();
  await page.getByRole('button', {name: 'Buka dialog'}).click();
  await idle(page);
  assert.ok(await seen(page.getByRole('dialog')), 'the dialog');
  assert.ok(await page.evaluate(() => document.querySelector('.dialog').contains(document.activeElement)));
  await page.screenshot({path: path.join(shots, 'plain-dialog.png')});
}));

for (const [name, stored] of [['the plain view', '1'], ['the drawn view', '0']])
  test(`${name} prints black on white, without what can be pressed`, async () => {
    const context = await browser.newContext({...sizes.laptop, colorScheme: 'dark'});
    await context.addInitScript(value => location.protocol === 'about:' || localStorage.setItem('rembuk.plain', value), stored);
    const page = await context.newPage();
    for (const part of ['words', 'choices', 'tables']) {
      await turnTo(page, part);
      await page.emulateMedia({media: 'print'});
      await page.setViewportSize({width: 680, height: 960});
      assert.equal(await page.evaluate(() => [...document.querySelectorAll('#mirror button:not(th > button), #canvas')].filter(one => one.getClientRects().length > 0).length), 0, `${part}: nothing to press`);
      if (part === 'tables') assert.ok(await page.getByText('Dipindah', {exact: true}).first().isVisible(), 'a column that sorts has its title');
      const heading = page.getByRole('heading', {level: 1});
      assert.ok(await heading.isVisible());
      const picture = await pixels(page, await heading.boundingBox());
      assert.deepEqual(picture.at(picture.width - 1, 0), [255, 255, 255]);
      assert.ok(colours(picture) > 20, 'the heading is drawn');
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${part} is wider than the paper`);
      await page.screenshot({fullPage: true, path: path.join(shots, `print-${part}-${stored === '1' ? 'plain' : 'drawn'}.png`)});
      const pdf = await page.pdf({preferCSSPageSize: true});
      assert.ok(pdf.length > 5000 && pdf.subarray(0, 4).toString() === '%PDF');
      await page.emulateMedia({media: null});
    }
    await context.close();
  });
