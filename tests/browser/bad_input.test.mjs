// What people and phones do that nobody planned: sessions that end, storage that refuses, clocks that are
// wrong, buttons of the browser, two taps, a pasted book, letters of more than one sign.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {newcomers, person, receiptVersion} from './support/frames.mjs';
import {button, hands, heading, journey} from './support/hands.mjs';
import {idle, launch, opened, press, shot, violations} from './support/pages.mjs';
import {startServer} from './support/server.mjs';

let server, browser, people;
before(async () => {
  server = await startServer(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {});
  browser = await launch();
  people = await newcomers(server, 13);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const said = (page, text) => page.getByText(text).first().waitFor({state: 'attached', timeout: 30_000});
const open = (link, options) => opened(browser, link, options);
/** The journey up to a step, which stands open then. */
async function until(page, step) {
  const stop = new Error('there');
  await journey(page, hands.mirror, async at => { if (at === step) throw stop; }).catch(error => { if (error !== stop) throw error; });
}
async function version(link) {
  return receiptVersion((await (await person(server, link)).call('GET', '/api/v1/me/answer')).frame);
}
async function finish(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

describe('a session', () => {
  test('that ends in the middle costs nothing: sign in again, and the answer goes out', {timeout: 180_000}, async () => {
    const page = await open(people[0].link);
    await until(page, 'review');
    await page.evaluate(() => fetch('/api/v1/session', {method: 'DELETE'}));
    await press(page, button(page, 'Kirim'));
    const code = page.getByRole('textbox', {name: 'Kode undangan'});
    await code.waitFor({state: 'attached'});
    assert.deepEqual(await violations(page), []);
    await shot(page, 'trial-session-ended');
    await code.fill(people[0].link.split('#c=')[1]);
    await press(page, page.getByRole('button', {name: 'Masuk', exact: true}));
    await heading(page, 'Jawaban Anda sudah diterima');
    assert.equal(await version(people[0].link), 1);
    await finish(page);
  });
});

describe('a link', () => {
  test('still signs in when the page is opened anew before the server has answered', {timeout: 120_000}, async () => {
    let asked;
    const first = new Promise(done => { asked = done; });
    const page = await open(people[12].link, {prepare: context => context.route('**/api/v1/session', route => {
      if (route.request().method() !== 'POST' || !asked) return route.continue();
      asked(); // and never answered
      asked = null;
    })});
    await first;
    await page.reload();
    await heading(page, /Suara Anda/);
    assert.deepEqual(await page.evaluate(() => ({...sessionStorage})), {}, 'the tab has forgotten the code');
    await finish(page);
  });
});

describe('a device that does not store', () => {
  const kinds = {
    'has no storage': () => Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError'); }}),
    'is full': () => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
    'never answers': () => { IDBFactory.prototype.open = () => new EventTarget(); },
  };
  Object.entries(kinds).forEach(([name, breakIt], at) => {
    test(`and ${name}: it is said, the page warns before it is left, and the answer is received`, {timeout: 180_000}, async () => {
      const {link} = people[1 + at];
      const page = await open(link, {prepare: context => context.addInitScript(breakIt)});
      const warned = [];
      page.on('dialog', async dialog => {
        warned.push(dialog.type());
        await dialog.dismiss();
      });
      await until(page, 'stance');
      await said(page, /Draf tidak dapat disimpan di perangkat ini/);
      assert.deepEqual(await violations(page), []);
      await shot(page, `trial-storage-${at}`);
      await page.mouse.click(5, 300); // a browser asks only for a page that was touched
      await page.close({runBeforeUnload: true});
      for (let tries = 0; warned.length === 0 && tries < 100; ++tries) await idle(page);
      assert.deepEqual(warned, ['beforeunload']);
      for (const title of ['Apa kekhawatiran Anda?', 'Sudah sesuai?']) {
        await press(page, button(page, 'Lanjut'));
        await heading(page, title);
      }
      await press(page, button(page, 'Kirim'));
      await heading(page, 'Jawaban Anda sudah diterima');
      assert.equal(await version(link), 1);
      await idle(page);
      const closed = page.waitForEvent('close');
      await page.close({runBeforeUnload: true}); // nothing to lose any more, nothing asked
      await closed;
      assert.deepEqual(warned, ['beforeunload']);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  });
});

describe('a clock that is years off', () => {
  for (const [at, year] of [[0, 2009], [1, 2041]])
    test(`shows the server's times and breaks nothing: ${year}`, {timeout: 180_000}, async () => {
      const {link} = people[4 + at];
      const page = await open(link, {prepare: context => context.clock.setFixedTime(new Date(`${year}-01-02T03:04:05Z`))});
      await journey(page, hands.mirror);
      const text = await page.locator('.main').innerText();
      assert.match(text, new RegExp(`${new Date().getUTCFullYear()}`));
      assert.doesNotMatch(text, new RegExp(`${year}`));
      assert.equal(await version(link), 1);
      await finish(page);
    });
});

describe('the browser’s own buttons', () => {
  test('lead back and forth between the questions and keep what was said', {timeout: 180_000}, async () => {
    const page = await open(people[6].link);
    await until(page, 'stance');
    await page.goBack();
    await heading(page, 'Apa yang paling penting bagi Anda?');
    await page.goBack();
    await heading(page, 'Ke mana Anda ingin ditempatkan?');
    assert.equal(await page.getByRole('list', {name: 'Pilihan Anda'}).getByRole('listitem').count(), 1);
    await page.goForward();
    await page.goForward();
    await heading(page, 'Bagaimana sikap Anda?');
    assert.ok(await page.getByRole('radio', {name: /Terbuka untuk pindah/}).isChecked());
    await page.goto('about:blank');
    await page.goBack();
    await heading(page, 'Bagaimana sikap Anda?');
    assert.ok(await page.getByRole('radio', {name: /Terbuka untuk pindah/}).isChecked());
    assert.doesNotMatch(page.url(), /#|c=/);
    for (let tries = 0; tries < 8 && page.url() !== 'about:blank'; ++tries) await page.goBack();
    assert.equal(page.url(), 'about:blank', 'nobody is held on the page');
    await finish(page);
  });
});

describe('an impatient finger', () => {
  test('that taps send twice gives one record', {timeout: 180_000}, async () => {
    const {link} = people[7];
    const page = await open(link);
    await until(page, 'review');
    const box = await button(page, 'Kirim').boundingBox();
    const sent = [];
    page.on('request', request => request.method() === 'PUT' && sent.push(request.postDataBuffer().toString('hex').slice(28, 60)));
    await Promise.all([0, 1, 2].map(() => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)));
    await heading(page, 'Jawaban Anda sudah diterima');
    await idle(page);
    assert.equal(new Set(sent).size, 1, 'one key');
    assert.equal(await version(link), 1);
    await finish(page);
  });
});

describe('text', () => {
  const family = '👨‍👩‍👧'; // five characters, one sign
  async function note(link) {
    const page = await open(link, {permissions: ['clipboard-read', 'clipboard-write']});
    await heading(page, /Suara Anda|sudah diterima/);
    await press(page, page.getByRole('button', {name: /^Tulisan tanpa nama/}));
    await heading(page, 'Tulisan tanpa nama');
    return page;
  }
  const field = page => page.getByRole('textbox', {name: 'Tulisan Anda'});
  async function paste(page, locator, text) {
    await page.evaluate(value => navigator.clipboard.writeText(value), text);
    await locator.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
    await page.waitForFunction(() => document.activeElement.value.length > 0);
    await idle(page);
  }

  test('of 100 KB that is pasted is cut and said, and the page goes on', {timeout: 180_000}, async () => {
    const page = await note(people[8].link);
    await paste(page, field(page), 'kata '.repeat(20_000));
    assert.equal((await field(page).inputValue()).length, 4000);
    await said(page, 'Teks tidak muat seluruhnya. Paling banyak 4000 karakter.');
    await said(page, '4.000 dari 4.000 karakter');
    assert.deepEqual(await violations(page), []);
    await shot(page, 'trial-pasted');
    await page.keyboard.press('End');
    await page.keyboard.type('x'); // a key that has no room changes nothing
    await idle(page);
    assert.doesNotMatch(await field(page).inputValue(), /x/);
    await page.keyboard.press('Backspace');
    await page.locator('.main').getByText('Teks tidak muat seluruhnya').first().waitFor({state: 'detached'});
    const slip = page.getByRole('textbox', {name: 'Kode slip'});
    await paste(page, slip, 'A'.repeat(100_000));
    assert.equal((await slip.inputValue()).length, 64);
    await finish(page);
  });

  test('of signs of several characters is counted as the server counts and never cut inside one', {timeout: 180_000}, async () => {
    const page = await note(people[9].link);
    await paste(page, field(page), family.repeat(1000));
    assert.equal(await field(page).inputValue(), family.repeat(800));
    await paste(page, field(page), 'é'.normalize('NFD').repeat(10) + family.repeat(1000)); // 20 characters, then 796 signs
    assert.equal(await field(page).inputValue(), 'é'.normalize('NFD').repeat(10) + family.repeat(796));
    await paste(page, field(page), 'ab'.repeat(1999) + family);
    assert.equal(await field(page).inputValue(), 'ab'.repeat(1999));
    await finish(page);
  });

  test('of any alphabet is kept as it was written', {timeout: 180_000}, async () => {
    const text = `Rumah 👩🏽‍⚕️ jauh. ${'café'.normalize('NFD')} ≠ ${'café'.normalize('NFC')}. ꦱꦺꦴꦭꦴ 你好 🇮🇩`;
    const slip = (await server.command(['slips', '--count', '1'])).stdout.match(/^slip: (\S+)$/m)[1];
    const page = await note(people[10].link);
    await page.getByRole('textbox', {name: 'Kode slip'}).fill(slip);
    await paste(page, field(page), text);
    assert.equal(await field(page).inputValue(), text);
    await press(page, button(page, 'Jadwalkan'));
    await page.getByRole('heading', {name: 'Tulisan menunggu saatnya'}).waitFor({state: 'attached'});
    await page.evaluate(() => new Promise((done, fail) => { // its moment is past
      const opening = indexedDB.open('rembuk', 1);
      opening.onerror = fail;
      opening.onsuccess = () => {
        const values = opening.result.transaction('values', 'readwrite').objectStore('values');
        values.get('note').onsuccess = event => {
          values.put(Uint8Array.from(event.target.result).fill(0, 0, 8), 'note').onsuccess = () => done(opening.result.close());
        };
      };
    }));
    const sent = page.waitForResponse('**/api/v1/public/text');
    await page.reload();
    assert.equal((await sent).status(), 204);
    assert.ok((await server.command(['texts'])).stdout.includes(`    ${text}\n`));
    await finish(page);
  });
});

describe('a consultation', () => { // the last: it ends the others' time to answer
  test('that closes while somebody is offline keeps the answer and says what to do', {timeout: 180_000}, async () => {
    const page = await open(people[11].link);
    await until(page, 'review');
    await page.context().setOffline(true);
    await press(page, button(page, 'Kirim'));
    await heading(page, 'Jawaban Anda aman di perangkat ini');
    const other = await person(server, people[0].link);
    const facts = async () => (await other.call('GET', '/api/v1/session')).frame.toString('hex');
    const before = await facts();
    await server.command(['consultation', 'close']);
    for (let tries = 0; await facts() === before; ++tries) assert.ok(tries < 5000, 'the server knows of it');
    await page.context().setOffline(false);
    await heading(page, 'Konsultasi sudah ditutup');
    await said(page, /tetap ada di perangkat ini\. Silakan hubungi petugas kepegawaian/);
    assert.deepEqual(await violations(page), []);
    await shot(page, 'trial-closed');
    await page.reload();
    await heading(page, 'Konsultasi sudah ditutup');
    assert.equal(await version(people[11].link), 0);
    await finish(page);
  });
});
