// Debian's Chromium through playwright-core, with software GL. Waits are on states, never on time.
import {createRequire} from 'node:module';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {root} from './server.mjs';

const deps = process.env.REMBUK_DEPS ?? path.join(process.env.HOME, '.cache/rembuk-deps');
const require = createRequire(path.join(deps, 'npm/node_modules/'));
const {chromium} = require('playwright-core');
export const axe = require.resolve('axe-core');

export const sizes = {
  phone: {viewport: {width: 360, height: 800}, deviceScaleFactor: 2},
  laptop: {viewport: {width: 1366, height: 768}},
  projector: {viewport: {width: 1920, height: 1080}},
};

export async function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-quic',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/** Waits until the page has drawn all that it had to draw. */
export async function settled(page) {
  await page.waitForFunction(() => window.rembuk?.idle(), null, {timeout: 60_000});
}

/** A real press on the canvas at the middle of the widget's node. */
export async function press(page, locator) {
  await locator.scrollIntoViewIfNeeded();
  await settled(page);
  await locator.click({force: true});
  await settled(page);
}

export async function shot(page, name) {
  await settled(page);
  const folder = path.join(root, 'build/screenshots');
  mkdirSync(folder, {recursive: true});
  await page.screenshot({path: path.join(folder, `${name}.png`)});
}

/** Violations that axe finds on the page as it stands. */
export async function violations(page) {
  await page.addScriptTag({path: axe}).catch(() => page.evaluate(() => undefined));
  return page.evaluate(async () => (await window.axe.run()).violations.map(one => `${one.id}: ${one.nodes.length} × ${one.nodes[0].html.slice(0, 120)}`));
}
