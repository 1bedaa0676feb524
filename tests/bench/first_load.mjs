// first_load.mjs [RUNS]: what a first visit of an employee costs, on the shipped build and the real
// server: bytes over the wire, time to the first frame, frames drawn in five idle seconds.
// Medians of RUNS (5) fresh browser profiles; fast network and the slow one of a weak connection.
//   node tests/bench/first_load.mjs
import {createRequire} from 'node:module';
import path from 'node:path';
import {startServer} from '../browser/support/server.mjs';

const deps = process.env.REMBUK_DEPS ?? path.join(process.env.HOME, '.cache/rembuk-deps');
const {chromium} = createRequire(path.join(deps, 'npm/node_modules/'))('playwright-core');
const runs = Number(process.argv[2] ?? 5);
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = values => `${Math.min(...values)}–${Math.max(...values)}`;
const slow = {offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8};

async function visit(url, network) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
  try {
    const page = await browser.newPage({viewport: {width: 360, height: 800}, deviceScaleFactor: 2});
    const session = await page.context().newCDPSession(page);
    let bytes = 0;
    await session.send('Network.enable');
    session.on('Network.loadingFinished', event => { bytes += event.encodedDataLength; });
    if (network) {
      await session.send('Network.emulateNetworkConditions', network);
      await session.send('Emulation.setCPUThrottlingRate', {rate: 4});
    }
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('rembuk-first-frame').length > 0, null, {timeout: 120_000});
    return await page.evaluate(() => ({
      firstFrame: Math.round(performance.getEntriesByName('rembuk-first-frame')[0].startTime),
      firstPaint: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1),
    })).then(times => ({...times, bytes}));
  } finally {
    await browser.close();
  }
}

const server = await startServer({});
try {
  for (const [name, network] of [['fast network', null], ['400 kbit/s, 400 ms, 4× CPU', slow]]) {
    const results = [];
    for (let i = 0; i < runs; ++i) results.push(await visit(server.links.employee, network));
    for (const key of ['bytes', 'firstPaint', 'firstFrame']) {
      const values = results.map(result => result[key]);
      console.log(`${name}: ${key} median ${median(values)} (${spread(values)}, ${runs} runs)`);
    }
  }
} finally {
  await server.stop();
}
