// Pages without a server: a static site of build/web-test on 127.0.0.1 with the real headers, and a
// Chromium that draws WebGL2 in software.
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import http from 'node:http';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const deps = process.env.REMBUK_DEPS ?? path.join(process.env.HOME, '.cache/rembuk-deps');
const require = createRequire(path.join(deps, 'npm/node_modules/'));
export const {chromium} = require('playwright-core');
export const axeSource = require.resolve('axe-core');

const types = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.json': 'application/json',
  '.webmanifest': 'application/manifest+json', '.png': 'image/png'};
export const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

// Serves FOLDER; `/NAME` gives NAME.html. → {origin, close()}
export async function site(folder = process.env.REMBUK_WEB ?? path.join(root, 'build/web-test')) {
  const server = http.createServer(async (request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1) || 'employee';
    if (!path.extname(name)) name += '.html';
    try {
      if (name.includes('..')) throw new Error('outside');
      const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      const body = await readFile(path.join(folder, packed ? `${name}.br` : name));
      response.writeHead(200, {'content-type': types[path.extname(name)] ?? 'application/octet-stream',
        'content-security-policy': policy, ...(packed ? {'content-encoding': 'br'} : {})}).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {origin: `http://127.0.0.1:${server.address().port}`, close: () => {
    server.closeAllConnections?.();
    server.close();
  }};
}

// The same engine without a browser's own window, for less than half of the processor time.
export const flags = {
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
};
export const launch = () => chromium.launch(flags);
/** As people have it: for what ships, and for measuring. */
export const wholeBrowser = {...flags, executablePath: '/usr/bin/chromium'};

export const sizes = {
  phone: {viewport: {width: 360, height: 800}, deviceScaleFactor: 2, hasTouch: true, isMobile: true},
  laptop: {viewport: {width: 1366, height: 768}},
  projector: {viewport: {width: 1920, height: 1080}},
};

// Opens a page of the test build and waits for its first frame. `page.faults` collects errors.
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({...sizes.laptop, ...options});
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', error => page.faults.push(error.message));
  page.on('console', message => message.type() === 'error' && page.faults.push(message.text()));
  await page.goto(address);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  await idle(page);
  return page;
}
/** Until nothing more is to be drawn. What ships has no hook that tells: there two frames have to do. */
export const idle = page => page.evaluate(() => window.rembuk?.idle() ?? new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Waits until `predicate`, which answers later, is true in the page: waitForFunction takes any promise for true. */
export async function holds(page, predicate, argument) {
  const end = performance.now() + 60_000;
  while (!await page.evaluate(predicate, argument)) {
    if (performance.now() > end) throw new Error(`never true: ${predicate}`);
    await new Promise(done => setTimeout(done, 50));
  }
}

// A press where the widget is drawn: the mirror's node gives the place, the canvas gets the mouse.
export async function press(page, locator) {
  await locator.click({force: true});
  await idle(page);
}

export async function violations(page) {
  await page.evaluate(await readFile(axeSource, 'utf8')); // past the page's policy, which forbids inline scripts
  const result = await page.evaluate(() => window.axe.run());
  return result.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | ')}`);
}

// The same for README.md, small: assets/screenshots/NAME.webp, written where REMBUK_PICTURES is set.
export async function picture(page, name) {
  if (!process.env.REMBUK_PICTURES) return;
  await idle(page);
  const client = await page.context().newCDPSession(page);
  const {data} = await client.send('Page.captureScreenshot', {format: 'webp', quality: 75});
  await client.detach();
  await writeFile(path.join(root, `assets/screenshots/${name}.webp`), Buffer.from(data, 'base64'));
}

// A picture of the page as it stands, for people to look at: build/screenshots/NAME.png.
export async function shot(page, name) {
  await idle(page);
  const folder = process.env.REMBUK_SHOTS ?? path.join(root, 'build/screenshots');
  await mkdir(folder, {recursive: true});
  await page.screenshot({path: path.join(folder, `${name}.png`)});
}

/** A page of `browser` that has drawn its first frame; what the program threw is in `faults`. */
export async function opened(browser, link, {prepare = async () => {}, ...options} = {}) {
  const context = await browser.newContext({...sizes.phone, ...options});
  await prepare(context);
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', error => page.faults.push(error.message));
  await page.goto(link);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  return page;
}
