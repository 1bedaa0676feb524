// The employee's whole journey, four ways: by keyboard alone, by touch alone, through the mirror alone, and
// in the plain view without WebGL. The quick set looks for automatic findings on the keyboard's and the plain
// way; the full set on all, in both themes, after every step.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {hands, journey, withoutWebGL} from './support/hands.mjs';
import {idle, launch, shot, sizes, violations} from './support/pages.mjs';
import {newcomers} from './support/frames.mjs';
import {startServer} from './support/server.mjs';

const full = Boolean(process.env.REMBUK_FULL);
let server, browser, people;
before(async () => {
  server = await startServer(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {});
  browser = await launch();
  people = await newcomers(server, 4);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const ways = {
  keyboard: {size: sizes.laptop, themes: ['light', 'dark']},
  touch: {size: sizes.phone, themes: []},
  mirror: {size: sizes.phone, themes: []},
  plain: {size: sizes.phone, themes: ['light']},
};

// What only one kind of hand may use, counted from the page's own view.
const watch = context => context.addInitScript(() => {
  window.used = {pointer: 0, key: 0, touch: 0};
  addEventListener('pointerdown', event => { window.used[event.pointerType === 'touch' ? 'touch' : 'pointer'] += 1; }, true);
  addEventListener('keydown', () => { window.used.key += 1; }, true);
});
const allowed = {keyboard: ['key'], touch: ['touch'], mirror: [], plain: ['pointer', 'touch']};

Object.entries(ways).forEach(([name, way], at) => {
  test(`the whole journey: ${name} alone`, {timeout: 600_000}, async () => {
    const context = await browser.newContext(way.size);
    await watch(context);
    if (name === 'plain') await withoutWebGL(context);
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', error => faults.push(error.message));
    await page.goto(people[at].link);
    await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
    if (name === 'plain') assert.ok(await page.evaluate(() => document.documentElement.classList.contains('plain')));
    let looked = 0, steps = 0;
    await journey(page, hands[name], async step => {
      for (const colorScheme of full ? ['light', 'dark'] : way.themes) {
        await page.emulateMedia({colorScheme});
        await idle(page);
        assert.deepEqual(await violations(page), [], `axe, ${name}, ${step}, ${colorScheme}`);
        looked += 1;
      }
      steps += 1;
      await shot(page, `trial-${name}-${step}`);
    });
    const used = await page.evaluate(() => window.used);
    for (const kind of Object.keys(used)) if (!allowed[name].includes(kind)) assert.equal(used[kind], 0, `${kind} was used: ${JSON.stringify(used)}`);
    assert.equal(steps, 8);
    console.log(`${name}: ${steps} steps, ${looked} looks for automatic findings${full ? '' : ' (full set: 16)'}`);
    assert.deepEqual(faults, []);
    await context.close();
  });
});
