// browser.mjs [RUNS]: what the employee's page costs once it is there, on build/web-test and the real server.
// Medians of RUNS (5), processor time of the page's main thread (what the browser counts as ThreadTime), so
// that no other program of this machine is in it. The page has no WebGL, so that no software renderer is
// either: a frame is everything the program does for it in WebAssembly (events, update, layout, ImGui's
// lists, the mirror's list and its comparison), but not the drawing itself.
//   frame    the longest form: every concern marked; peer: the welcome screen
//   patch    the mirror of that form given again, unchanged and with every node changed in this or that;
//            peer: the same number of native elements made by innerHTML
//   search   a key in the search over all posts, from the event to the finished frame and mirror;
//            peer: a plain <input> that filters the same titles and lists thirty
//   rest     frames drawn in five idle seconds
import {hands, journey, withoutWebGL} from '../browser/support/hands.mjs';
import {newcomers} from '../browser/support/frames.mjs';
import {chromium, idle, sizes, wholeBrowser} from '../browser/support/pages.mjs';
import {startServer} from '../browser/support/server.mjs';

const runs = Number(process.argv[2] ?? 5);
const figures = {};
const note = (name, value) => (figures[name] ??= []).push(value);
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const stop = new Error('there');
const until = (page, step, look = async () => {}) => journey(page, hands.mirror, async at => {
  await look(at);
  if (at === step) throw stop;
}).catch(error => { if (error !== stop) throw error; });

// Processor milliseconds of the page's main thread for `work`, a call of page.evaluate or several.
async function processor(page, work) {
  const client = page.metrics ??= await page.context().newCDPSession(page);
  if (!page.measured) await client.send('Performance.enable', {timeDomain: 'threadTicks'});
  page.measured = true;
  const now = async () => (await client.send('Performance.getMetrics')).metrics.find(({name}) => name === 'ThreadTime').value * 1000;
  const began = await now();
  await work();
  return await now() - began;
}

// In the page. A key: the field's event, then the frame that answers it, at once.
function searchFor(text) {
  const field = document.querySelector('[role=combobox]');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  window.rembuk.timeFrames(1);
}
function filterFor(text) {
  const list = document.querySelector('ul.peer') ?? document.body.appendChild(Object.assign(document.createElement('ul'), {className: 'peer'}));
  const wanted = text.toLowerCase().split(' ');
  const found = window.posts.filter(title => wanted.every(one => title.toLowerCase().includes(one)));
  list.replaceChildren(...found.slice(0, 30).map(title => Object.assign(document.createElement('li'), {textContent: title})));
  void list.offsetHeight;
}

// A patch of the mirror's list: two hundred, of which every second has each node changed in these fields of
// its record (3 name, 5 description, 14 to 17 rectangle; app/mirror/node.hpp).
const changes = {'nothing changed': [], 'every height changed': [17], 'every rectangle changed': [14, 15, 16, 17],
  'every name, description and rectangle changed': [3, 5, 14, 15, 16, 17]};
function patches(fields) {
  const same = window.rembuk.given();
  const other = same.split('\x1e').slice(0, -1).map(record => {
    const all = record.split('\x1f');
    for (const field of fields) all[field] += '1';
    return `${all.join('\x1f')}\x1e`;
  }).join('');
  for (let i = 0; i < 200; ++i) window.rembuk.patch(i % 2 ? same : other);
}

const words = ['guru matematika', 'analis kepegawaian', 'dinas kesehatan', 'kota jambi'];
const server = await startServer({employees: 12_300, ...(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {})});
const browser = await chromium.launch(wholeBrowser);
try {
  for (let run = 0; run < runs; ++run) {
    const [{link}] = await newcomers(server, 1);
    const context = await browser.newContext(sizes.phone);
    await withoutWebGL(context);
    const page = await context.newPage();
    await page.goto(link);
    await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
    await until(page, 'concerns', async step => {
      await idle(page);
      if (step === 'welcome') note('peer: frame of the welcome screen, ms', await processor(page, () => page.evaluate(() => window.rembuk.timeFrames(500))) / 500);
      if (step !== 'wishes') return;
      const keys = [], peers = [];
      const posts = Array.from({length: 3000}, (_, at) => `${words[at % words.length]} ${at} unit ${at % 300}`);
      await page.evaluate(all => { window.posts = all; }, posts); // not a part of what is measured
      for (const word of words)
        for (let end = 1; end <= word.length; ++end) {
          keys.push(await processor(page, () => page.evaluate(searchFor, word.slice(0, end))));
          peers.push(await processor(page, () => page.evaluate(filterFor, word.slice(0, end))));
        }
      await page.evaluate(searchFor, '');
      await page.evaluate(() => document.querySelector('ul.peer').remove());
      note('search, ms a key', median(keys));
      note('search, ms the slowest key', Math.max(...keys));
      note('peer: plain input with filter over 3,000, ms a key', median(peers));
    });
    for (const box of await page.getByRole('checkbox').all())
      if (!await box.isChecked()) await hands.mirror.choose(page, box), await idle(page);
    note('nodes of the longest form', await page.evaluate(() => window.rembuk.tree().length));
    note('frame of the longest form, ms', await processor(page, () => page.evaluate(() => window.rembuk.timeFrames(500))) / 500);
    for (const [kind, how] of Object.entries(changes))
      note(`patch, ${kind}, ms`, await processor(page, () => page.evaluate(patches, how)) / 200);
    note('peer: as many elements by innerHTML, ms', await processor(page, () => page.evaluate(() => {
      const html = window.rembuk.tree().map(node => `<p class=x>${node.name.replace(/[<&]/g, '')}</p>`).join('');
      const place = document.createElement('div');
      document.body.append(place);
      for (let i = 0; i < 200; ++i) place.innerHTML = html;
      place.remove();
    })) / 200);
    await idle(page);
    const before = await page.evaluate(() => window.rembuk.frames);
    await new Promise(done => setTimeout(done, 5000));
    note('frames in five idle seconds', await page.evaluate(() => window.rembuk.frames) - before);
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
for (const [name, values] of Object.entries(figures))
  console.log(`${name}: median ${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}, ${values.length} runs)`);
