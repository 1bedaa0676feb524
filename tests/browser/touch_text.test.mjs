// Text entry, fingers, sharpness, power and loss, on the screens of the journey (the gallery's test has the
// widgets one by one).
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {newcomers} from './support/frames.mjs';
import {hands, heading, journey} from './support/hands.mjs';
import {idle, launch, press, shot, sizes} from './support/pages.mjs';
import {startServer} from './support/server.mjs';

const full = Boolean(process.env.REMBUK_FULL);
let server, browser, people;
before(async () => {
  server = await startServer(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {});
  browser = await launch();
  people = await newcomers(server, 14);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(options = sizes.phone) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', error => page.faults.push(error.message));
  await page.goto(people.pop().link);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  page.client = await context.newCDPSession(page);
  return page;
}
async function until(page, step) {
  const stop = new Error('there');
  await journey(page, hands.mirror, async at => { if (at === step) throw stop; }).catch(error => { if (error !== stop) throw error; });
}
async function note(options) {
  const page = await open(options);
  await heading(page, 'Suara Anda, tanpa rasa takut');
  await press(page, page.getByRole('button', {name: /^Tulisan tanpa nama/}));
  await heading(page, 'Tulisan tanpa nama');
  return page;
}
async function finish(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}
const field = page => page.getByRole('textbox', {name: 'Tulisan Anda'});
const known = page => page.evaluate(() => window.rembuk.tree().find(node => node.name === 'Tulisan Anda').value);
// `at`: its moment in seconds, for what must not depend on how busy this machine is.
const touches = (page, type, y, at) => page.client.send('Input.dispatchTouchEvent', {type, touchPoints: y === null ? [] : [{x: 180, y}], timestamp: at});
const offset = page => page.evaluate(() => document.querySelector('.main').scrollTop);

describe('text entry', () => {
  test('a soft keyboard leaves the active field in sight', {timeout: 120_000}, async () => {
    const page = await note();
    await hands.touch.press(page, field(page));
    await page.waitForFunction(() => document.activeElement.tagName === 'TEXTAREA');
    await page.setViewportSize({width: 360, height: 420}); // as interactive-widget=resizes-content does
    await page.waitForFunction(() => document.getElementById('canvas').clientHeight === 420);
    await idle(page);
    await page.waitForFunction(() => {
      const box = document.activeElement.getBoundingClientRect(), area = document.querySelector('.main').getBoundingClientRect();
      return box.top >= area.top - 1 && box.top + 40 <= area.bottom;
    });
    await page.keyboard.insertText('Terlihat saat diketik');
    await idle(page);
    assert.equal(await known(page), 'Terlihat saat diketik');
    await shot(page, 'trial-soft-keyboard');
    await finish(page);
  });

  test('a composition, a dead key, key 229 and a correction all arrive, and nothing interrupts them', {timeout: 120_000}, async () => {
    const page = await note();
    await field(page).focus();
    for (const text of ['k', 'ka', 'kan']) {
      await page.client.send('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length});
      await idle(page);
      assert.equal(await field(page).inputValue(), text, 'the program leaves a composition alone');
    }
    await page.client.send('Input.insertText', {text: 'kantor'});
    await idle(page);
    assert.equal(await known(page), 'kantor');
    await page.client.send('Input.imeSetComposition', {text: '´', selectionStart: 1, selectionEnd: 1}); // a dead key
    await page.client.send('Input.insertText', {text: 'é'});
    await page.client.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Unidentified'});
    await page.client.send('Input.insertText', {text: ' jauh'});
    await page.client.send('Input.dispatchKeyEvent', {type: 'keyUp', windowsVirtualKeyCode: 229, key: 'Unidentified'});
    await idle(page);
    assert.equal(await known(page), 'kantoré jauh');
    await field(page).evaluate(element => { // what autocorrect does
      element.setRangeText('kantor', 0, 7, 'end');
      element.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertReplacementText', data: 'kantor'}));
    });
    await idle(page);
    assert.equal(await known(page), 'kantor jauh');
    await finish(page);
  });

  test('a composition longer than the field is cut when it ends', {timeout: 120_000}, async () => {
    const page = await note();
    await field(page).fill('a'.repeat(3998));
    await page.keyboard.press('End');
    await page.client.send('Input.imeSetComposition', {text: 'bcdef', selectionStart: 5, selectionEnd: 5});
    await page.client.send('Input.insertText', {text: 'bcdef'});
    await idle(page);
    assert.equal(await field(page).inputValue(), `${'a'.repeat(3998)}bc`);
    assert.equal(await known(page), `${'a'.repeat(3998)}bc`);
    await finish(page);
  });
});

describe('a finger', () => {
  test('drags with momentum, presses nothing on the way, and taps within eight pixels', {timeout: 120_000}, async () => {
    const page = await open();
    await heading(page, 'Suara Anda, tanpa rasa takut');
    await idle(page);
    const began = await offset(page);
    const now = Date.now() / 1000;
    await touches(page, 'touchStart', 520, now);
    for (let y = 500; y >= 380; y -= 20) await touches(page, 'touchMove', y, now + (520 - y) / 1250); // 20 px in 16 ms
    await touches(page, 'touchEnd', null, now + 0.12);
    const let_go = await offset(page);
    assert.ok(let_go > began + 60, `dragged from ${began} to ${let_go}`);
    await page.waitForFunction(at => document.querySelector('.main').scrollTop > at, let_go); // it glides on
    await idle(page);
    await heading(page, 'Suara Anda, tanpa rasa takut'); // the button under the finger was not pressed
    const start = await page.getByRole('button', {name: 'Mulai, sekitar lima menit'}).boundingBox();
    const y = start.y + start.height / 2;
    await touches(page, 'touchStart', y);
    await touches(page, 'touchMove', y - 6);
    await touches(page, 'touchEnd', null);
    await heading(page, 'Apakah data Anda benar?');
    await finish(page);
  });
});

describe('sharpness and room', () => {
  const faces = {
    '320 px': {viewport: {width: 320, height: 640}, deviceScaleFactor: 1},
    '360 px, density 3': {...sizes.phone, deviceScaleFactor: 3},
    'a laptop at 200 %': {viewport: {width: 683, height: 384}, deviceScaleFactor: 2},
    '320 px, density 2': {...sizes.phone, viewport: {width: 320, height: 640}, deviceScaleFactor: 2},
    'a laptop, density 3': {...sizes.laptop, deviceScaleFactor: 3},
  };
  const chosen = Object.entries(faces).slice(0, full ? undefined : 3);
  for (const [name, options] of chosen)
    test(`nothing is blurred, cut or overlapping: ${name}`, {timeout: 300_000}, async () => {
      const page = await open(options);
      let checked = 0;
      await journey(page, hands.mirror, async step => {
        await idle(page);
        const canvas = await page.evaluate(() => {
          const element = document.getElementById('canvas'), box = element.getBoundingClientRect();
          return {width: element.width, height: element.height, css: [box.width, box.height], ratio: devicePixelRatio};
        });
        const density = canvas.css[0] < 600 ? Math.min(canvas.ratio, 2) : canvas.ratio;
        assert.deepEqual([canvas.width, canvas.height], canvas.css.map(side => Math.round(side * density)), `${step}: the canvas's own pixels`);
        const faults = await page.evaluate(overlaps);
        assert.deepEqual(faults, [], step);
        checked += 1;
      });
      assert.equal(checked, 8);
      await finish(page);
    });
  if (!full) console.log(`sharpness: ${chosen.length} of ${Object.keys(faces).length} faces (full set: all)`);
});

// In the page: siblings of the mirror that overlap, and what reaches beyond its parent or the screen.
function overlaps() {
  const nodes = window.rembuk.tree();
  const placed = nodes.filter(node => node.w > 1 && node.h > 1 && !['row', 'cell', 'columnheader', 'rowheader'].includes(node.role));
  const faults = [];
  const parents = Map.groupBy ? Map.groupBy(placed, node => node.parent) : new Map();
  for (const [parent, all] of parents) {
    const around = nodes.find(node => node.key === parent);
    const area = around && ['main', 'dialog', 'banner', 'contentinfo', 'navigation'].includes(around.role);
    for (const [at, one] of all.entries()) {
      if (one.x < -0.5 || one.x + one.w > innerWidth + 0.5) faults.push(`${one.key} leaves the screen`);
      if (around && !area && (one.x < around.x - 1 || one.x + one.w > around.x + around.w + 1)) faults.push(`${one.key} leaves ${parent}`);
      for (const other of all.slice(at + 1)) {
        const wide = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x);
        const high = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y);
        if (parent && wide > 2 && high > 2) faults.push(`${one.key} and ${other.key} overlap by ${wide.toFixed(0)} × ${high.toFixed(0)}`);
      }
    }
  }
  return faults;
}

describe('power and loss', () => {
  test('five idle seconds draw no frame on a question and on the receipt', {timeout: 300_000}, async () => {
    const page = await open();
    let rested = 0;
    await journey(page, hands.mirror, async step => {
      if (!(full ? ['wishes', 'criteria', 'concerns', 'review', 'receipt'] : ['concerns', 'receipt']).includes(step)) return;
      await page.waitForLoadState('networkidle');
      await idle(page);
      const before = await page.evaluate(() => window.rembuk.frames);
      await new Promise(done => setTimeout(done, 5000));
      assert.equal(await page.evaluate(() => window.rembuk.frames), before, step);
      rested += 1;
    });
    assert.equal(rested, full ? 5 : 2);
    await finish(page);
  });

  test('a lost WebGL context in the middle of a form keeps the text and what is typed meanwhile', {timeout: 120_000}, async () => {
    const page = await note();
    await hands.touch.press(page, field(page));
    await page.keyboard.insertText('sebelum ');
    await idle(page);
    await page.evaluate(() => new Promise(done => {
      const canvas = document.getElementById('canvas');
      window.extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      canvas.addEventListener('webglcontextlost', () => done(), {once: true});
      window.extension.loseContext();
    }));
    await page.keyboard.insertText('sementara ');
    await idle(page);
    assert.equal(await known(page), 'sebelum sementara ');
    await page.evaluate(() => new Promise(done => {
      document.getElementById('canvas').addEventListener('webglcontextrestored', () => done(), {once: true});
      setTimeout(() => window.extension.restoreContext(), 0);
    }));
    await page.keyboard.insertText('sesudah');
    await idle(page);
    assert.equal(await known(page), 'sebelum sementara sesudah');
    assert.ok(await field(page).evaluate(element => element === document.activeElement));
    assert.ok((await page.screenshot()).length > 15_000, 'drawn again, not flat');
    await finish(page);
  });
});
