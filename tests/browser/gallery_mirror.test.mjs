// The mirror by itself: web/page/mirror*.js in an empty page, given lists by hand. What it writes to the
// document is counted, as each write costs a browser work that no later comparison gives back.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {launch, root} from './support/pages.mjs';

const origin = 'http://mirror.test';
let browser, page;
before(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.route(`${origin}/**`, async route => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name) return route.fulfill({contentType: 'text/javascript', body: await readFile(path.join(root, 'web/page', name), 'utf8')});
    return route.fulfill({contentType: 'text/html', body: '<!doctype html><div id="mirror"></div><div id="live"></div>'});
  });
});
after(() => browser?.close());

// A fresh mirror. In the page: given(nodes) patches it, said are its events, written(work) counts what changes.
async function fresh() {
  await page.goto(origin);
  await page.addStyleTag({content: '.n { position: absolute }'});
  await page.evaluate(async () => {
    const {Mirror} = await import('/mirror.js');
    const roles = ['banner', 'navigation', 'main', 'contentinfo', 'dialog', 'group', 'list', 'listitem', 'heading',
      'paragraph', 'image', 'button', 'link', 'textbox', 'textarea', 'searchbox', 'option', 'listbox', 'radiogroup', 'radio'];
    window.said = [];
    window.mirror = new Mirror(document.getElementById('mirror'), document.getElementById('live'), (...all) => window.said.push(all));
    window.given = nodes => window.mirror.patch(nodes.map(({key, parent = '', role, name = '', value = '', description = '', extra = '', state = 0, level = 0, at = [0, 0, 10, 10]}) =>
      [key, parent, roles.indexOf(role), name, value, description, extra, state, level, 0, 0, 0, 400000, 0, ...at.map(n => n * 100)].join('\x1f') + '\x1e').join(''));
    window.written = work => {
      const watch = new MutationObserver(() => {});
      watch.observe(document.getElementById('mirror'), {subtree: true, childList: true, attributes: true, characterData: true});
      work();
      const all = watch.takeRecords().map(({type, attributeName}) => attributeName ?? type);
      watch.disconnect();
      return all;
    };
    window.form = (dx = 0, more = '') => [
      {key: 'm', role: 'main', at: [0, 50, 360, 700]},
      {key: 'h', parent: 'm', role: 'heading', level: 1, name: `Pilihan${more}`, at: [16 + dx, 16, 300, 30]},
      {key: 'card', parent: 'm', role: 'group', at: [16 + dx, 60, 300, 200]},
      {key: 'p', parent: 'card', role: 'paragraph', name: `Isi${more}`, at: [30, 70, 200, 20]},
      {key: 'f', parent: 'card', role: 'textbox', name: 'Nama', value: 'Siti', description: 'Seperti di KTP', at: [30, 100, 200, 40]},
      {key: 'b', parent: 'card', role: 'button', name: `Simpan${more}`, description: 'Draf', state: 4096, at: [30, 150, 100, 40]},
    ];
  });
}

test('a list that did not change writes nothing to the document', async () => {
  await fresh();
  const writes = await page.evaluate(() => {
    window.given(window.form());
    return window.written(() => window.given(window.form()));
  });
  assert.deepEqual(writes, []);
});

test('what moved is moved and nothing else: one write for each side that differs', async () => {
  await fresh();
  const writes = await page.evaluate(() => {
    window.given(window.form());
    return window.written(() => window.given(window.form(8)));
  });
  // Heading and card go eight to the right; what stands still in the card has a new distance from it.
  assert.deepEqual(writes, Array(5).fill('style'));
});

test('a new name is written as text and leaves every attribute alone', async () => {
  await fresh();
  const writes = await page.evaluate(() => {
    window.given(window.form());
    return window.written(() => window.given(window.form(0, ' baru')));
  });
  assert.deepEqual(writes, Array(3).fill('characterData'));
  assert.equal(await page.getByRole('button', {name: 'Simpan baru', exact: true}).count(), 1);
});

test('what stands still keeps its place on the screen when what holds it moves', async () => {
  await fresh();
  const [first, second] = await page.evaluate(() => [0, 8].map(dx => {
    window.given(window.form(dx));
    return document.querySelector('p').getBoundingClientRect().x;
  }));
  assert.equal(second, first);
});

test('a list in another order moves only what stands wrong, and the focus stays', async () => {
  await fresh();
  const [writes, order, focus] = await page.evaluate(() => {
    const row = name => ({key: name, parent: 'm', role: 'button', name});
    window.given([{key: 'm', role: 'main'}, ...['a', 'b', 'c', 'd'].map(row)]);
    document.querySelectorAll('button')[1].focus();
    const all = window.written(() => window.given([{key: 'm', role: 'main'}, ...['d', 'a', 'b', 'c'].map(row)]));
    return [all, [...document.querySelectorAll('button')].map(one => one.textContent), document.activeElement.textContent];
  });
  assert.deepEqual(writes, ['childList', 'childList']); // d goes and comes
  assert.deepEqual(order, ['d', 'a', 'b', 'c']);
  assert.equal(focus, 'b');
});

test('another role, another level and another parent get another place or element', async () => {
  await fresh();
  const seen = await page.evaluate(() => {
    const look = () => [...document.querySelectorAll('#mirror *')].filter(one => one.mirrored).map(one => `${one.tagName} in ${one.parentElement.mirrored?.node.key ?? ''}`);
    const all = [];
    for (const [role, level, parent] of [['paragraph', 0, 'm'], ['heading', 2, 'm'], ['heading', 3, 'm'], ['heading', 3, 'g']]) {
      window.given([{key: 'm', role: 'main'}, {key: 'g', parent: 'm', role: 'group'}, {key: 'x', parent, role, level, name: 'x'}]);
      all.push(look().at(-1));
    }
    window.given([{key: 'm', role: 'main'}]);
    return [...all, look().length];
  });
  assert.deepEqual(seen, ['P in m', 'H2 in m', 'H3 in m', 'H3 in g', 1]);
});

test('of two nodes with one key the first is there, once', async () => {
  await fresh();
  const seen = await page.evaluate(() => {
    for (let i = 0; i < 2; ++i) window.given([{key: 'x', role: 'paragraph', name: 'satu'}, {key: 'x', role: 'paragraph', name: 'dua'}]);
    return [...document.querySelectorAll('p')].map(one => one.textContent);
  });
  assert.deepEqual(seen, ['satu']);
});

test('the program’s value wins, but not in the middle of a composition', async () => {
  await fresh();
  const [during, after_] = await page.evaluate(() => {
    window.given(window.form());
    const field = document.querySelector('input');
    field.focus();
    field.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
    field.value = 'Siti R';
    window.given(window.form());
    const during = field.value;
    field.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
    window.given(window.form());
    return [during, field.value];
  });
  assert.deepEqual([during, after_], ['Siti R', 'Siti']);
});

test('what is said of a button beside its name is seen in it and heard once', async () => {
  await fresh();
  await page.evaluate(() => window.given(window.form()));
  const button = page.getByRole('button', {name: 'Simpan', exact: true});
  assert.equal(await button.textContent(), 'SimpanDraf');
  assert.equal(await button.getAttribute('aria-description'), 'Draf');
  assert.match(await page.locator('#mirror').ariaSnapshot(), /button "Simpan"$/m);
  await page.evaluate(() => window.given(window.form().map(node => ({...node, description: ''}))));
  assert.equal(await button.textContent(), 'Simpan');
  assert.equal(await button.getAttribute('aria-description'), null);
});
