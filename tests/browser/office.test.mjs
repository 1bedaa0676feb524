// The office page beyond the main job: generating and stopping, the choice of a base, reconnecting,
// every screen in every size, and whose code opens nothing here.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {section} from './support/hands.mjs';
import {idle, launch, press, shot, sizes, violations} from './support/pages.mjs';
import {generateFrame, person, releaseNumber} from './support/frames.mjs';
import {startServer} from './support/server.mjs';

let server;
let browser;
before(async () => {
  server = await startServer({web: process.env.REMBUK_WEB});
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function on(link, options, work) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', error => errors.push(error.message));
  try {
    await page.goto(link);
    await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
    await work(page);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}
const heading = (page, name) => page.getByRole('heading', {level: 1, name}).waitFor({state: 'attached', timeout: 60_000});
const button = (page, name) => page.getByRole('button', {name, exact: true});
const choose = async (page, policy) => {
  await page.getByRole('combobox', {name: 'Kebijakan'}).selectOption({label: policy});
  await idle(page);
};
const finding = /yang dipindah diperkirakan menerima$/;
const comparison = page => page.getByRole('table', {name: 'Perbandingan skenario'});

test('a facilitator sees the finding, its reasons and the rules, and nothing a planner does', {timeout: 120_000}, () =>
  on(server.links.facilitator, sizes.projector, async page => {
    await heading(page, finding);
    assert.equal(new URL(page.url()).hash, '', 'the code is gone from the address');
    const bars = page.getByRole('table', {name: 'Perkiraan tanggapan yang dipindah'});
    for (const words of [/keberatan/, /bersyarat/, /menerima/, /\d+ dipindah/, /\d+% \(\d+–\d+\)/]) assert.match(await bars.innerText(), words);
    await page.getByText(/asumsi, belum dikalibrasi/).first().waitFor({state: 'attached'});
    // One message after the other, each with its finding as the heading.
    await press(page, button(page, 'Berikutnya'));
    await heading(page, /kepuasan (naik|turun|tetap).* kebutuhan terisi$/);
    for (const words of [/^Rata-rata kepuasan: [\d,]+/, /^Kebutuhan terisi: [\d,]+%/, /^Lebih buruk dari tetap: /])
      assert.ok(await page.getByText(words).count(), String(words));
    assert.deepEqual(await violations(page), [], 'effects');
    await press(page, button(page, 'Berikutnya'));
    await heading(page, /yang paling mengubah kepuasan: .* poin\)$/);
    await page.getByRole('table', {name: 'Sebab selisih rata-rata kepuasan'}).waitFor({state: 'attached'});
    assert.deepEqual(await violations(page), [], 'causes');
    await press(page, button(page, 'Berikutnya'));
    await heading(page, /^Paling sering tersentuh: .*, \d+ orang pada rencana [A-Z]$/);
    assert.deepEqual(await violations(page), [], 'concerns');
    assert.equal(await page.evaluate(() => window.rembuk.unmirrored()), 0);
    assert.equal(await button(page, 'Berikutnya').count(), 0, 'the last message');
    await press(page, button(page, 'Sebelumnya'));
    await press(page, button(page, 'Sebelumnya'));
    await heading(page, / kebutuhan terisi$/);
    await page.getByText(/kelompok di bawah 10 orang disamarkan/).first().waitFor({state: 'attached'});
    assert.equal(await button(page, 'Rencana').count(), 0);
    assert.equal(await page.getByText('Muat rencana.csv').count(), 0);
  }));

test('a withheld number says why and is never a zero', {timeout: 120_000}, () => on(server.links.facilitator, sizes.laptop, async page => {
  await heading(page, finding);
  await press(page, button(page, 'Skenario'));
  const table = comparison(page);
  await table.waitFor({state: 'attached'});
  const withheld = (await table.getByRole('cell').allInnerTexts()).filter(text => text.includes('disamarkan'));
  for (const text of withheld) assert.match(text, /^disamarkan: /);
  assert.ok(withheld.every(text => !/\b0\b/.test(text)));
}));

test('the cause of a difference is told by parts around zero, for the plan that is chosen', {timeout: 120_000}, () => on(server.links.facilitator, sizes.laptop, async page => {
  await heading(page, finding);
  await press(page, button(page, 'Skenario'));
  const causes = page.getByRole('table', {name: 'Sebab selisih rata-rata kepuasan'});
  await causes.waitFor({state: 'attached'});
  const parts = async () => (await causes.getByRole('row').evaluateAll(rows => rows.map(row => [row.cells[0].textContent, Number(row.cells[1].textContent.replace(',', '.').replace('−', '-'))])));
  const first = await parts();
  assert.deepEqual(first.map(([name]) => name).sort(), ['Beban kerja', 'Jarak', 'Karier', 'Keinginan dan sikap', 'Kompetensi', 'Sarana']);
  for (let k = 1; k < first.length; ++k) assert.ok(Math.abs(first[k][1]) <= Math.abs(first[k - 1][1]), 'the greatest first');
  const [, total, step] = (await page.getByText(/^Seluruhnya /).first().innerText()).match(/^Seluruhnya ([+−]?[\d,]+) poin .* kelipatan ([\d,]+) poin/);
  const number = text => Number(text.replace(',', '.').replace('−', '-'));
  const sum = first.reduce((all, [, change]) => all + change, 0);
  assert.ok(Math.abs(sum - number(total)) <= 6 * number(step) / 2 + 0.11, `${sum} against ${total}`);
  const select = page.getByRole('combobox', {name: 'Rencana yang dijelaskan'});
  const other = await select.evaluate(element => [...element.options].findIndex(option => !option.selected));
  const title = await page.getByRole('heading', {level: 2, name: /^Mengapa /}).innerText();
  await select.selectOption({index: other});
  await page.waitForFunction(before => [...document.querySelectorAll('h2')].every(h => h.textContent !== before), title);
  await idle(page);
  assert.notDeepEqual(await parts(), first);
}));

test('differences are taken to the present or to the plan that is chosen', {timeout: 120_000}, () => on(server.links.facilitator, sizes.laptop, async page => {
  await heading(page, finding);
  await press(page, button(page, 'Skenario'));
  const row = comparison(page).getByRole('row', {name: /^Rata-rata kepuasan/});
  await row.waitFor({state: 'attached'});
  const numbers = async () => (await row.getByRole('cell').allInnerTexts()).map(text => {
    const found = text.match(/^([\d,]+)(?: \(([+−]?[\d,]+)\))?$/);
    assert.ok(found, text);
    return {value: Number(found[1].replace(',', '.')), change: found[2] && Number(found[2].replace(',', '.').replace('−', '-'))};
  });
  for (const base of [0, 1]) {
    const select = page.getByRole('combobox', {name: 'Selisih terhadap'});
    await select.selectOption({index: base});
    await page.waitForFunction(k => !document.querySelectorAll('td')[k].textContent.includes('('), base);
    await idle(page);
    const cells = await numbers();
    cells.forEach(({value, change}, k) => {
      if (k === base) assert.equal(change, undefined);
      else assert.ok(Math.abs(value - cells[base].value - change) < 0.11, `${value} less ${cells[base].value} is ${change}`);
    });
  }
}));

test('a planner generates a plan with progress and stops another', {timeout: 300_000}, () => on(server.links.planner, sizes.laptop, async page => {
  await heading(page, 'Rencana mutasi');
  const cards = page.getByRole('button', {name: /^(Tampilkan di forum|Keluarkan dari forum):/});
  await cards.first().waitFor({state: 'attached'});
  const before = await cards.count();
  await choose(page, 'Seimbang');
  await press(page, button(page, 'Hitung'));
  await page.waitForFunction(n => [...document.querySelectorAll('button')].filter(one => /dari forum:|di forum:/.test(one.textContent + (one.ariaLabel ?? ''))).length > n, before, {timeout: 240_000});
  assert.equal(await cards.count(), before + 1);
  await button(page, 'Hitung').waitFor({state: 'attached'});

  await page.getByText('Terbukti terbaik menurut kebijakan ini').first().waitFor({state: 'attached'});

  // The plan's way to the server is closed, so that there is time to stop it.
  await page.route('**/planning/plans', () => {});
  await choose(page, 'Kebutuhan dahulu');
  await button(page, 'Hitung').click({force: true});
  await page.getByRole('progressbar').first().waitFor({state: 'attached'});
  await button(page, 'Hentikan').click({force: true});
  await page.getByText('Perhitungan dihentikan. Tidak ada yang berubah.').first().waitFor({state: 'attached', timeout: 120_000});
  await idle(page);
  assert.equal(await cards.count(), before + 1, 'a stopped computation leaves no plan');
}));

test('a planner looks for compromises, sees them on a line, and keeps one', {timeout: 400_000}, () => on(server.links.planner, sizes.laptop, async page => {
  await heading(page, 'Rencana mutasi');
  await press(page, button(page, 'Cari kompromi'));
  const points = page.getByRole('table', {name: 'Titik pada garis'});
  await points.waitFor({state: 'attached', timeout: 300_000});
  const numbers = await points.getByRole('row').evaluateAll(rows => rows.slice(1).map(row => [...row.querySelectorAll('td')].slice(0, 2).map(cell => Number(cell.textContent.replace(/[^0-9,]/g, '').replace(',', '.')))));
  assert.ok(numbers.length >= 2, `points: ${numbers.length}`);
  for (let k = 1; k < numbers.length; ++k) {
    assert.ok(numbers[k][0] >= numbers[k - 1][0], 'need rises');
    assert.ok(numbers[k][1] <= numbers[k - 1][1], 'satisfaction falls');
  }
  await page.getByRole('table', {name: 'Kepuasan terhadap kebutuhan'}).waitFor({state: 'attached'});
  await shot(page, 'office-trade-off-laptop');
  await press(page, points.getByRole('button', {name: /Simpan/}).nth(1));
  await page.getByText('Tersimpan sebagai skenario.').first().waitFor({state: 'attached', timeout: 60_000});
  await page.getByRole('heading', {name: /^Kompromi, [0-9.]+ kebutuhan terisi$/}).first().waitFor({state: 'attached'});
}));

test('every policy is computed on the planner\'s own machine while the page goes on drawing', {timeout: 600_000}, () => on(server.links.planner, sizes.laptop, async page => {
  await heading(page, 'Rencana mutasi');
  let jobs = 0;
  page.on('request', request => { if (request.url().includes('/api/v1/jobs')) ++jobs; });
  for (const policy of ['Kebutuhan dahulu', 'Yang paling kurang dahulu', 'Keinginan pertama terbanyak', 'Urutan yang diumumkan', 'Kedua pihak setuju', 'Prioritas unit', 'Tidak ada yang dirugikan']) {
    await choose(page, policy);
    const sent = page.waitForResponse(response => response.url().endsWith('/planning/plans'), {timeout: 120_000});
    await button(page, 'Hitung').click({force: true});
    assert.equal((await sent).status(), 200, policy);
    await button(page, 'Hitung').waitFor({state: 'attached'});
    await page.getByRole('button', {name: new RegExp(`forum: .*${policy}`)}).first().waitFor({state: 'attached'});
  }
  assert.equal(jobs, 0, 'nothing is computed at the server');
}));

test('an engine that cannot be had is said, and the button lives', {timeout: 120_000}, () => on(server.links.planner, sizes.laptop, async page => {
  await heading(page, 'Rencana mutasi');
  await page.evaluate(() => { document.getElementById('engine').href = '/assets/none.js'; });
  await button(page, 'Hitung').click({force: true});
  await page.getByText(/Perhitungan di perangkat ini berhenti/).first().waitFor({state: 'attached'});
  await button(page, 'Hitung').waitFor({state: 'attached'});
}));

test('a facilitator computes a variation at the server', {timeout: 300_000}, () => on(server.links.facilitator, sizes.laptop, async page => {
  await heading(page, finding);
  await press(page, button(page, 'Skenario'));
  await page.route('**/planning/**', () => assert.fail('a facilitator holds no snapshot'));
  await choose(page, 'Yang paling kurang dahulu');
  await button(page, 'Hitung').click({force: true});
  await comparison(page).getByRole('columnheader', {name: /Yang paling kurang dahulu/}).waitFor({state: 'attached', timeout: 120_000});
  await button(page, 'Hitung').waitFor({state: 'attached'});
}));

test('a facilitator weighs need against wishes and leaves an office unchanged', {timeout: 300_000}, () => on(server.links.facilitator, sizes.laptop, async page => {
  await heading(page, finding);
  await press(page, button(page, 'Skenario'));
  await page.route('**/planning/**', () => assert.fail('a facilitator holds no snapshot'));
  await choose(page, 'Timbang kebutuhan dan keinginan');
  for (let k = 0; k < 2; ++k) await press(page, button(page, 'Kurangi Bobot kebutuhan kantor'));
  await page.getByText('Kebutuhan kantor 30').first().waitFor({state: 'attached'});
  await page.getByRole('combobox', {name: 'Cari kantor'}).focus();
  await page.keyboard.type('dinas');
  await page.getByRole('option').first().waitFor({state: 'attached'});
  await shot(page, 'office-variation-search-laptop');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const free = page.getByRole('button', {name: /^Lepaskan: Dinas/});
  await free.waitFor({state: 'attached'});
  const name = (await free.getAttribute('aria-label') ?? await free.innerText()).replace('Lepaskan: ', '');
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.evaluate(() => window.rembuk.unmirrored()), 0);
  await shot(page, 'office-variation-laptop');
  await button(page, 'Hitung').click({force: true});
  await comparison(page).getByRole('columnheader', {name: `Kebutuhan 30 : keinginan 70; tetap: ${name}`}).waitFor({state: 'attached', timeout: 120_000});
  await button(page, 'Hitung').waitFor({state: 'attached'});
  await shot(page, 'office-variation-done-laptop');
  await page.setViewportSize(sizes.projector.viewport);
  await shot(page, 'office-variation-done-projector');
}));

test('a facilitator stops a variation that waits at the server', {timeout: 300_000}, async () => {
  // Seven jobs of seconds each stand before it, so that there is time on any machine.
  const large = await startServer({web: process.env.REMBUK_WEB, employees: 12000});
  try {
    await on(large.links.facilitator, sizes.laptop, async page => {
      await heading(page, finding);
      await press(page, button(page, 'Skenario'));
      const planner = await person(large, large.links.planner);
      for (let k = 0; k < 7; ++k) assert.equal((await planner.call('POST', '/api/v1/jobs', generateFrame('worst-off-first', k + 2))).status, 202);
      await button(page, 'Hitung').click({force: true});
      await button(page, 'Hentikan').click({force: true});
      await page.getByText('Perhitungan dihentikan. Tidak ada yang berubah.').first().waitFor({state: 'attached', timeout: 120_000});
    });
  } finally {
    await large.stop();
  }
});

test('a planner is told of a file that is no text, and nothing is sent', {timeout: 120_000}, () => on(server.links.planner, sizes.laptop, async page => {
  await heading(page, 'Rencana mutasi');
  let uploads = 0;
  page.on('request', request => { if (request.method() === 'POST' && request.url().endsWith('/scenarios')) ++uploads; });
  const chooser = page.waitForEvent('filechooser');
  await press(page, button(page, 'Pilih berkas'));
  await (await chooser).setFiles({name: 'rencana.csv', mimeType: 'text/csv', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])});
  await page.getByText(/bukan CSV berteks UTF-8/).first().waitFor({state: 'attached'});
  assert.equal(uploads, 0);
}));

test('the page says when the server is away and finds it again without a reload', {timeout: 180_000}, () => on(server.links.facilitator, sizes.laptop, async page => {
  await heading(page, finding);
  await page.getByText('Terhubung langsung').first().waitFor({state: 'attached'});
  await page.evaluate(() => { window.same = true; });
  const away = page.getByText('Koneksi terputus, mencoba lagi').first().waitFor({state: 'attached', timeout: 60_000});
  await server.restart();
  await away;
  await page.getByText('Terhubung langsung').first().waitFor({state: 'attached', timeout: 90_000});
  assert.equal(await page.evaluate(() => window.same), true);
}));

test('an employee opens nothing of the office, by page or by request', {timeout: 120_000}, async () => {
  const [{link}] = await server.invite(1);
  const employee = await person(server, link);
  for (const path of ['/api/v1/release', '/api/v1/scenarios']) assert.equal((await employee.call('GET', path)).status, 403, path);
  const facilitator = await person(server, server.links.facilitator);
  assert.equal((await facilitator.call('GET', '/api/v1/scenarios')).status, 403);
  assert.ok(releaseNumber((await facilitator.call('GET', '/api/v1/release')).frame) >= 1);
  await on(`${server.url}/office#${link.split('#')[1]}`, sizes.laptop, async page => {
    await page.waitForURL(url => url.pathname === '/', {timeout: 60_000});
    assert.equal(await page.getByText('Layar forum').count(), 0);
  });
});

test('every section with numbers leads to how they are computed', {timeout: 300_000}, () => on(server.links.planner, sizes.laptop, async page => {
  await heading(page, 'Rencana mutasi');
  const how = page.getByRole('main').getByRole('link', {name: 'Bagaimana angka ini dihitung'}).or(page.getByRole('main').getByRole('button', {name: 'Bagaimana angka ini dihitung'}));
  for (const name of ['Kebutuhan unit', 'Rencana', 'Partisipasi', 'Skenario', 'Aturan', 'Layar forum']) {
    await section(page, name);
    await how.first().waitFor({state: 'attached', timeout: 60_000});
    await press(page, how.first());
    await heading(page, 'Bagaimana angka ini dihitung');
  }
}));

test('on a phone the sections fold to one line that says where one is', {timeout: 120_000}, () => on(server.links.planner, sizes.phone, async page => {
  const menu = page.getByRole('navigation').getByRole('button', {name: /^Bagian: /});
  await menu.waitFor({state: 'attached', timeout: 60_000});
  await heading(page, 'Rencana mutasi');
  const buttons = () => page.getByRole('navigation').getByRole('button').count();
  assert.equal(await buttons(), 1);
  assert.match(await menu.getAttribute('aria-expanded'), /false/);
  await press(page, menu);
  assert.equal(await menu.getAttribute('aria-expanded'), 'true');
  assert.equal(await buttons(), 9);
  assert.deepEqual(await violations(page), []);
  await shot(page, 'office-menu-phone');
  await press(page, button(page, 'Aturan'));
  await page.getByRole('button', {name: 'Bagian: Aturan', exact: true}).waitFor({state: 'attached'});
  assert.equal(await buttons(), 1);
}));

const screens = [['participation', 'Partisipasi'], ['compare', 'Skenario'], ['forum', 'Layar forum'], ['method', 'Cara menghitung']];
for (const size of ['laptop', 'projector', 'phone'])
  for (const colorScheme of ['light', 'dark'])
    test(`every screen passes the automatic checks, ${size}, ${colorScheme}`, {timeout: 300_000}, async () => {
      for (const [role, list] of [['facilitator', screens], ['planner', [['plans', 'Rencana'], ['planner-compare', 'Skenario']]]])
        await on(server.links[role], {...sizes[size], colorScheme}, async page => {
          await page.getByRole('heading', {level: 1}).first().waitFor({state: 'attached', timeout: 60_000});
          for (const [name, title] of list) {
            await section(page, title);
            await page.getByRole('heading', {level: 1}).first().waitFor({state: 'attached'});
            assert.deepEqual(await violations(page), [], name);
            assert.equal(await page.evaluate(() => window.rembuk.unmirrored()), 0, `${name}: items without a mirror node`);
            await shot(page, `office-${name}-${size}-${colorScheme}`);
          }
        });
    });

test('in the shortest window every section of the open menu can be seen', {timeout: 120_000}, async () => {
  const shortest = {viewport: {width: 320, height: 256}, deviceScaleFactor: 2}; // 1280 × 1024 at 400 %
  for (const link of [server.links.planner, server.links.facilitator])
    await on(link, shortest, async page => {
      const navigation = page.getByRole('navigation');
      const menu = navigation.getByRole('button', {name: /^Bagian: /});
      await menu.waitFor({state: 'attached', timeout: 60_000});
      const foot = page.getByRole('contentinfo');
      const feet = await foot.count();
      await press(page, menu);
      assert.equal(await foot.count(), 0, 'nothing covers the menu');
      const boxes = await navigation.getByRole('button').evaluateAll(all => all.map(one => one.getBoundingClientRect().toJSON()));
      assert.ok(boxes.length >= 7);
      for (const box of boxes) assert.ok(box.top >= 0 && box.bottom <= 256 && box.left >= 0 && box.right <= 320 && box.height >= 24, JSON.stringify(box));
      await shot(page, `office-menu-shortest-${boxes.length}`);
      await press(page, menu);
      assert.equal(await foot.count(), feet, 'the foot is there again');
    });
});
