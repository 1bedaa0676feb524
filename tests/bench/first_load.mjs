// first_load.mjs [RUNS]: what a visit of an employee costs, on the shipped build and the real server, over
// a line of 400 kbit/s with a round trip of 400 ms (slow_line.mjs) and a processor slowed to a quarter:
//   first visit    bytes, first paint, "Mulai" alive, first question usable when it is pressed at once
//   repeat visit   the same address again, from the service worker: the page that the person comes back to
// loaded: the last byte of the page itself. The peer is a page of the same server that is nothing but text (notices.txt), over the same line.
// Medians of RUNS (5), fresh browser profiles.  REMBUK_FAST=1: without the line and the slowed processor.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {chromium, holds, root, sizes, wholeBrowser} from '../browser/support/pages.mjs';
import {startServer} from '../browser/support/server.mjs';
import {slowLine} from './slow_line.mjs';

const runs = Number(process.argv[2] ?? 5);
const fast = Boolean(process.env.REMBUK_FAST);
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// In the page, from its first moment: presses "Mulai" as soon as that is heard, and notes the question.
function press() {
  new PerformanceObserver(list => {
    if (list.getEntriesByName('rembuk-alive').length > 0) document.getElementById('begin')?.click();
  }).observe({type: 'mark', buffered: true});
  new MutationObserver(() => {
    const title = document.querySelector('#mirror h1')?.textContent;
    if (title && !window.shown) performance.mark(window.shown = 'screen');
    const next = document.querySelector('#mirror .contentinfo button.primary');
    if (/data Anda benar|your details/.test(title ?? '') && next && !window.question) performance.mark(window.question = 'question');
  }).observe(document, {childList: true, subtree: true, characterData: true, attributes: true});
}

async function visit(context, address, until) {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  if (!fast) await client.send('Emulation.setCPUThrottlingRate', {rate: 4});
  let bytes = 0;
  await client.send('Network.enable');
  client.on('Network.loadingFinished', event => { bytes += event.encodedDataLength; });
  await page.goto(address, {timeout: 120_000});
  if (until) await page.waitForFunction(name => performance.getEntriesByName(name).length > 0, until, {timeout: 120_000});
  const times = await page.evaluate(() => Object.fromEntries(
    [['paint', 'first-contentful-paint'], ['alive', 'rembuk-alive'], ['screen', 'rembuk-first-frame'], ['question', 'question']]
      .map(([key, name]) => [key, performance.getEntriesByName(name)[0]?.startTime]).filter(([, time]) => time !== undefined)
      .map(([key, time]) => [key, Math.round(time)])));
  const loaded = await page.evaluate(() => Math.round(performance.getEntriesByType('navigation')[0].responseEnd));
  return {page, bytes, loaded, ...times};
}

async function once(server, line) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rembuk-profile-'));
  const context = await chromium.launchPersistentContext(folder, {...wholeBrowser, ...sizes.phone});
  try {
    await context.addInitScript(press);
    const host = `http://127.0.0.1:${line.port}`;
    const peer = await visit(context, `${host}/notices.txt`);
    await peer.page.close();
    const [{link}] = await server.invite(1);
    const first = await visit(context, link.replace(server.url, host), 'question');
    await holds(first.page, async () => {
      const pages = (await (await caches.open('rembuk')).keys()).filter(key => !key.url.includes('/assets/'));
      return pages.length > 0 && Boolean(navigator.serviceWorker.controller);
    });
    await first.page.close();
    const repeat = await visit(context, host, 'question'); // the draft leads back to the first question
    await repeat.page.close();
    return {peer, first, repeat};
  } finally {
    await context.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

const line = await slowLine(fast ? {bits: 1e12, roundTrip: 0} : {bits: 400_000, roundTrip: 400});
const server = await startServer({web: process.env.REMBUK_SHIPPED ?? path.join(root, 'build/web'), origins: [`http://127.0.0.1:${line.port}`]});
line.to(Number(new URL(server.url).port));
try {
  const results = [];
  for (let run = 0; run < runs; ++run) results.push(await once(server, line));
  console.log(fast ? 'no limits' : '400 kbit/s, 400 ms, 4× CPU');
  for (const kind of ['peer', 'first', 'repeat'])
    for (const key of ['bytes', 'loaded', 'paint', 'alive', 'screen', 'question']) {
      const values = results.map(result => result[kind][key]).filter(value => value !== undefined);
      if (values.length === 0) continue;
      console.log(`${kind.padEnd(6)} ${key.padEnd(8)} median ${median(values)} (${Math.min(...values)} to ${Math.max(...values)}, ${values.length} runs)`);
    }
} finally {
  await server.stop();
  line.close();
}
