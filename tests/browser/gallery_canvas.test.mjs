// What is on the glass and under the finger: each of these looks at pixels, so that none passes with a canvas
// that draws nothing.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {idle, launch, open, press, site, sizes} from './support/pages.mjs';
import {colours, difference, pixels, sharpness} from './support/pixels.mjs';

let web, browser;
before(async () => {
  web = await site();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  web?.close();
});
async function on(options, work, part = '') {
  const page = await open(browser, `${web.origin}/gallery${part}`, {...sizes.phone, ...options});
  page.client = await page.context().newCDPSession(page);
  try {
    await work(page);
    assert.deepEqual(page.faults, []);
  } finally {
    await page.context().close();
  }
}
const named = (page, name) => page.getByRole('button', {name, exact: true});
const last = page => page.getByText(/^Terakhir:/).textContent();
const frames = page => page.evaluate(() => window.rembuk.frames);
const offset = page => page.evaluate(() => document.querySelector('.main').scrollTop);
const touch = (page, type, point, timestamp) => page.client.send('Input.dispatchTouchEvent', {type, touchPoints: point ? [point] : [], timestamp});
// Its place, scrolled to the middle of the screen.
async function placeOf(page, locator) {
  await locator.evaluate(element => element.scrollIntoView({block: 'center'}));
  await idle(page);
  return locator.boundingBox();
}
const middle = box => ({x: box.x + box.width / 2, y: box.y + box.height / 2});

describe('what is drawn', () => {
  const dresses = {
    'density 1': {viewport: {width: 360, height: 800}, deviceScaleFactor: 1},
    'density 2': sizes.phone,
    'a laptop, density 3': {...sizes.laptop, deviceScaleFactor: 3, hasTouch: false, isMobile: false},
    'a laptop at 200 %': {viewport: {width: 683, height: 384}, deviceScaleFactor: 2, hasTouch: false, isMobile: false},
    '320 px at 200 %': {viewport: {width: 320, height: 256}, deviceScaleFactor: 2, hasTouch: false, isMobile: false},
  };
  for (const [name, options] of Object.entries(dresses))
    test(`is as sharp as the screen: ${name}`, () => on(options, async page => {
      const heading = await placeOf(page, page.getByRole('heading', {level: 1}));
      const text = await pixels(page, heading);
      assert.equal(text.width, Math.round(heading.width * options.deviceScaleFactor), 'a pixel of the picture is one of the screen');
      assert.ok(colours(text) > 20, 'letters have smooth edges');
      assert.ok(sharpness(text) > 0.6, `edges cross ${sharpness(text)} of the contrast from one pixel to the next`);
    }));

  test('a canvas of half the screen’s pixels would be noticed', () => on({}, async page => {
    const box = await placeOf(page, page.getByRole('heading', {level: 1}));
    const context = await page.context().browser().newContext({viewport: sizes.phone.viewport, deviceScaleFactor: 1});
    const small = await open(browser, `${web.origin}/gallery`, {viewport: sizes.phone.viewport, deviceScaleFactor: 1});
    const shown = (await small.screenshot({clip: box})).toString('base64');
    const blank = await context.newPage();
    await blank.setContent(`<style>body { margin: 0 }</style><img src="data:image/png;base64,${shown}" style="width: ${box.width * 2}px">`);
    await blank.waitForFunction(() => document.images[0].complete);
    const enlarged = sharpness(await pixels(blank, {x: 0, y: 0, width: Math.min(360, box.width * 2), height: box.height * 2}));
    assert.ok(enlarged < 0.6, `enlarged: ${enlarged}`);
    await small.context().close();
    await context.close();
  }));

  test('a lost context comes back with every pixel', () => on({}, async page => {
    const before = await pixels(page);
    assert.ok(colours(before) > 100);
    await page.evaluate(() => new Promise(done => {
      const canvas = document.getElementById('canvas');
      window.extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      canvas.addEventListener('webglcontextlost', () => done(), {once: true});
      window.extension.loseContext();
    }));
    await named(page, 'Lewati').evaluate(element => element.click());
    await idle(page);
    assert.equal(await last(page), 'Terakhir: lewati', 'the mirror goes on meanwhile');
    await page.evaluate(() => new Promise(done => {
      document.getElementById('canvas').addEventListener('webglcontextrestored', () => done(), {once: true});
      setTimeout(() => window.extension.restoreContext(), 0);
    }));
    await idle(page);
    const back = await pixels(page);
    const changed = difference(before, back);
    assert.ok(changed > 0, 'it says what happened meanwhile');
    assert.ok(changed < 0.01, `${changed} of the pixels differ`);
  }));

  test('a screen that was turned there and back is drawn where its elements stand', () => on({}, async page => {
    const height = () => page.evaluate(() => document.querySelector('.main').clientHeight);
    const turn = async (width, tall) => {
      const before = await height();
      await page.setViewportSize({width, height: tall});
      await page.waitForFunction(old => document.querySelector('.main').clientHeight !== old, before);
      await idle(page);
    };
    await page.evaluate(() => { document.querySelector('.main').scrollTop = 1e6; });
    await idle(page);
    await turn(800, 360);
    await turn(360, 640);
    const drawn = await pixels(page);
    await page.evaluate(() => document.querySelector('.main').dispatchEvent(new Event('scroll')));
    await idle(page);
    assert.equal(difference(drawn, await pixels(page)), 0, 'telling the place again moves nothing');
  }));

  test('the focus of the keyboard is seen around everything that it reaches, that of the mouse is not', {timeout: 240_000}, () => on({...sizes.laptop, hasTouch: false, isMobile: false, deviceScaleFactor: 1}, async page => {
    const reached = [];
    for (let presses = 0; presses < 80; ++presses) {
      await page.keyboard.press('Tab');
      await idle(page);
      const at = await page.evaluate(() => {
        const element = document.activeElement, item = element.closest('.n'), box = item?.getBoundingClientRect();
        return item && {name: element.getAttribute('aria-label') ?? element.textContent, role: item.classList[1], box: {x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12}};
      });
      if (!at) break; // round
      const seen = await pixels(page, at.box);
      await page.evaluate(() => { window.held = document.activeElement; document.activeElement.blur(); });
      await idle(page);
      const without = await pixels(page, at.box);
      assert.ok(difference(seen, without) > 0.002, `${at.role} ${at.name}: nothing shows the focus`);
      reached.push(at.role);
      await page.evaluate(() => window.held.focus({preventScroll: true}));
    }
    for (const role of ['button', 'select']) assert.ok(reached.includes(role), `${role} was reached: ${reached}`);
    assert.ok(reached.length >= 20, `${reached.length} stops`);
  }, '#actions'));
});

describe('a finger', () => {
  test('that rests on a button presses nothing and lights nothing; a tap leaves no trace of a pointer', () => on({}, async page => {
    const box = await placeOf(page, named(page, 'Urungkan'));
    const before = await pixels(page, box);
    await touch(page, 'touchStart', middle(box));
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    await idle(page);
    assert.equal(difference(before, await pixels(page, box)), 0, 'held back');
    assert.equal(await last(page), 'Terakhir: –');
    await touch(page, 'touchEnd');
    await idle(page);
    assert.equal(await last(page), 'Terakhir: urungkan');
    const left = difference(before, await pixels(page, box));
    assert.ok(left < 0.01, `the pointer left: ${left} of the pixels differ`); // a ground that stays lit is most of them
  }));

  test('that slides off a button presses nothing', () => on({}, async page => {
    const {x, y} = middle(await placeOf(page, named(page, 'Urungkan')));
    await touch(page, 'touchStart', {x, y});
    await touch(page, 'touchMove', {x: x + 20, y});
    await touch(page, 'touchEnd');
    await idle(page);
    assert.equal(await last(page), 'Terakhir: –');
  }));

  async function flick(page) {
    const now = Date.now() / 1000;
    await touch(page, 'touchStart', {x: 180, y: 600}, now);
    for (let step = 1; step <= 6; ++step) await touch(page, 'touchMove', {x: 180, y: 600 - 20 * step}, now + step * 0.016);
    await touch(page, 'touchEnd', null, now + 0.11);
    return offset(page);
  }
  test('that flicks lets the screen glide, and the drawing follows', () => on({}, async page => {
    const before = await pixels(page);
    const let_go = await flick(page);
    await page.waitForFunction(at => document.querySelector('.main').scrollTop > at + 20, let_go);
    await idle(page);
    assert.ok(difference(before, await pixels(page)) > 0.02, 'something else is seen');
  }));
  test('that flicks moves nothing by itself where motion is to be reduced', () => on({reducedMotion: 'reduce'}, async page => {
    const let_go = await flick(page);
    assert.ok(let_go > 60, `dragged to ${let_go}`);
    for (let frame = 0; frame < 20; ++frame) await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.equal(await offset(page), let_go);
  }));

  test('two fingers enlarge the page', () => on({}, async page => {
    const apart = (type, by) => page.client.send('Input.dispatchTouchEvent', {type, touchPoints: by === null ? [] : [{x: 180, y: 400 - by, id: 0}, {x: 180, y: 400 + by, id: 1}]});
    await apart('touchStart', 40);
    for (let by = 50; by <= 160; by += 10) await apart('touchMove', by);
    await apart('touchEnd', null);
    await page.waitForFunction(() => visualViewport.scale > 1.5, null, {timeout: 10_000});
  }));

  test('opens a field in the very moment of its release, so that a soft keyboard comes', () => on({}, async page => {
    const box = await placeOf(page, page.getByRole('textbox', {name: 'Nama'}));
    const focused = await page.evaluate(({x, y}) => {
      const canvas = document.getElementById('canvas');
      const event = type => new PointerEvent(type, {bubbles: true, clientX: x, clientY: y, pointerType: 'touch', isPrimary: true, pointerId: 1});
      canvas.dispatchEvent(event('pointerdown'));
      canvas.dispatchEvent(event('pointerup'));
      return [document.activeElement.tagName, parseFloat(getComputedStyle(document.activeElement).fontSize)];
    }, middle(box));
    assert.equal(focused[0], 'INPUT', 'within the handler of the release');
    assert.ok(focused[1] >= 16, `${focused[1]} px: smaller text makes a phone zoom`);
  }));
});

describe('rest', () => {
  test('five idle seconds draw nothing, a press a few frames, and then again nothing', () => on({}, async page => {
    await press(page, named(page, 'Simpan'));
    const before = await frames(page);
    assert.ok(before > 0);
    await new Promise(done => setTimeout(done, 5000));
    assert.equal(await frames(page), before);
    await named(page, 'Lewati').evaluate(element => element.click());
    await page.waitForFunction(at => window.rembuk.frames >= at + 3, before);
    await idle(page);
    const drawn = await frames(page) - before;
    assert.ok(drawn >= 3 && drawn <= 8, `${drawn} frames for a press`);
    assert.equal(await last(page), 'Terakhir: lewati');
  }));
});
