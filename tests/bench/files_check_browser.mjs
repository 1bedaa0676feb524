// files_check_browser.mjs [EMPLOYEES] [ROUNDS] [WEB]: how long a planner waits for the check of a data set, on the
// shipped pages (build/web) and the real server, in headless Chromium with software GL.
//   ready    from the choice of the files to "Tidak ada kesalahan", three seconds after the screen was opened:
//            reading and checking
//   at once  the same, the files chosen as soon as the screen is there: fetching and compiling the engine too
//   memory   private bytes of the page's process, its workers included, in memory: before the choice, and the most until
//            the result (looked at every 20 ms); what draws is another process
// Medians (least to most) of ROUNDS (5) fresh pages each, with the machine's load.
import {readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {loadavg} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {chromium, sizes, wholeBrowser} from '../browser/support/pages.mjs';
import {province, root, startServer} from '../browser/support/server.mjs';

const [employees = '12000', rounds = '5', web = path.join(root, 'build/web')] = process.argv.slice(2);
const figures = {};
const note = (name, value) => (figures[name] ??= []).push(value);
const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];

function running() {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return [{pid, parent: status.match(/PPid:\s+(\d+)/)[1], megabytes: Number(status.match(/RssAnon:\s+(\d+)/)?.[1] ?? 0) / 1000 * 1.024,
        draws: readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')}];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}
// The largest process of a page below the browser.
function resident(browser) {
  const all = running();
  const below = new Set([String(browser)]);
  for (let before = 0; before < below.size;) {
    before = below.size;
    for (const one of all) if (below.has(one.parent)) below.add(one.pid);
  }
  return Math.max(...all.filter(one => one.draws && below.has(one.pid)).map(one => one.megabytes));
}

async function check(browser, pid, link, files, ready) {
  const context = await browser.newContext(sizes.laptop);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByText('Terhubung langsung').first().waitFor({state: 'attached', timeout: 60_000});
  await page.getByRole('button', {name: 'Data', exact: true}).first().click({force: true});
  const input = page.locator('input[type=file][multiple]');
  await input.waitFor({state: 'attached', timeout: 60_000});
  if (ready) await pause(3000);
  const before = resident(pid);
  let most = before;
  const watch = setInterval(() => { most = Math.max(most, resident(pid)); }, 20);
  const began = performance.now();
  await input.setInputFiles(files);
  await page.getByText(/^Tidak ada kesalahan/).first().waitFor({state: 'attached', timeout: 60_000});
  note(ready ? 'ready, s' : 'at once, s', (performance.now() - began) / 1000);
  clearInterval(watch);
  if (ready) note('memory before, MB', before);
  if (ready) note('memory at most, MB', most);
  await context.close();
}

const data = await province({employees: Number(employees)});
const server = await startServer({web, data, prepare: true});
const launched = await chromium.launchServer(wholeBrowser);
const browser = await chromium.connect(launched.wsEndpoint());
try {
  const files = readdirSync(data).filter(name => name !== 'rencana.csv').map(name => path.join(data, name));
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  for (let round = 0; round < Number(rounds); ++round)
    for (const ready of [true, false]) await check(browser, launched.process().pid, server.links.planner, files, ready);
  console.log(`${employees} employees, ${files.length} files, ${megabytes.toFixed(1)} MB, load ${loadavg().map(one => one.toFixed(1)).join(' ')}`);
  for (const [name, values] of Object.entries(figures))
    console.log(`${name}: ${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`);
} finally {
  await launched.close();
  await server.stop();
  rmSync(data, {recursive: true, force: true});
}
