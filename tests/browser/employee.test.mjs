// What an employee does after the first answer, and how every step looks: two devices, changes that
// were not sent, withdrawal, who opened the record, leaving; light and dark, phone and laptop.
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {idle, launch, press, shot, sizes, violations} from './support/pages.mjs';
import {answerFrame, person, receiptVersion} from './support/frames.mjs';
import {startServer} from './support/server.mjs';

let server;
let browser;
let people;
before(async () => {
  server = await startServer(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {});
  browser = await launch();
  people = await server.invite(12);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const button = (page, name) => page.getByRole('button', {name, exact: true});
const heading = (page, name) => page.getByRole('heading', {level: 1, name}).waitFor({state: 'attached', timeout: 60_000});
const said = (page, text) => page.getByText(text).first().waitFor({state: 'attached', timeout: 30_000});
async function open(link, options = sizes.phone) {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(link);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  return page;
}
async function clean(page, where) {
  await idle(page);
  assert.deepEqual(await violations(page), [], `axe, ${where}`);
}
async function answer(link, stance) {
  const one = await person(server, link);
  const own = await one.call('GET', '/api/v1/me/answer');
  const kept = await one.call('PUT', '/api/v1/me/answer', answerFrame({key: randomBytes(16), basedOn: receiptVersion(own.frame), stance, wishes: ['wilayah:15.71']}));
  assert.equal(kept.status, 200);
  return one;
}

/** Walks through all questions and sends, looking at each screen. */
async function walk(link, options, look) {
  const page = await open(link, options);
  await page.getByRole('heading', {level: 1, name: /Suara Anda|sudah diterima/}).waitFor({state: 'attached', timeout: 60_000});
  const start = button(page, 'Mulai, sekitar lima menit');
  if (await start.count()) {
    await look(page, 'welcome');
    await press(page, start);
    await heading(page, 'Apakah data Anda benar?');
    await look(page, 'profile');
    await press(page, button(page, 'Lanjut'));
  } else {
    await press(page, button(page, 'Ubah jawaban'));
  }
  await heading(page, 'Ke mana Anda ingin ditempatkan?');
  const search = page.getByRole('combobox', {name: 'Cari jabatan, unit, atau daerah'});
  await search.waitFor({state: 'attached'});
  for (const words of ['analis', 'dinas kesehatan']) {
    await search.focus();
    await page.keyboard.type(words);
    await page.getByRole('option').first().waitFor({state: 'attached'});
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor({state: 'detached'});
  }
  await look(page, 'wishes');
  await press(page, button(page, 'Lanjut'));
  await heading(page, 'Apa yang paling penting bagi Anda?');
  await look(page, 'criteria');
  await press(page, button(page, 'Lanjut'));
  await heading(page, 'Bagaimana sikap Anda?');
  await press(page, page.getByRole('radio', {name: /Terbuka untuk pindah/}));
  await look(page, 'stance');
  await press(page, button(page, 'Lanjut'));
  await heading(page, 'Apa kekhawatiran Anda?');
  await press(page, page.getByRole('checkbox', {name: /Jarak dan keluarga/}));
  await look(page, 'concerns');
  await press(page, button(page, 'Lanjut'));
  await heading(page, 'Sudah sesuai?');
  await look(page, 'review');
  await press(page, button(page, 'Kirim'));
  await heading(page, 'Jawaban Anda sudah diterima');
  await look(page, 'receipt');
  return page;
}

describe('every step', () => {
  const faces = {
    'phone-light': {...sizes.phone, colorScheme: 'light'}, 'phone-dark': {...sizes.phone, colorScheme: 'dark'},
    'laptop-light': {...sizes.laptop, colorScheme: 'light'},
  };
  Object.entries(faces).forEach(([face, options], at) => {
    test(`is free of automatic findings: ${face}`, {timeout: 300_000}, async () => {
      const page = await walk(people[at].link, options, async (page, step) => {
        await clean(page, step);
        await shot(page, `employee-${face}-${step}`);
      });
      await page.context().close();
    });
  });
});

describe('after the first answer', () => {
  test('a change on two devices: the person sees both versions and chooses', {timeout: 180_000}, async () => {
    const {link} = people[4];
    const one = await answer(link, 0);
    const version = async () => receiptVersion((await one.call('GET', '/api/v1/me/answer')).frame);
    const first = await version();
    const page = await open(link);
    await heading(page, 'Jawaban Anda sudah diterima');
    await press(page, button(page, 'Ubah jawaban'));
    for (const title of ['Apa yang paling penting bagi Anda?', 'Bagaimana sikap Anda?']) {
      await press(page, button(page, 'Lanjut'));
      await heading(page, title);
    }
    await press(page, page.getByRole('radio', {name: /Ingin pindah/}));
    await answer(link, 1); // the other device
    for (const title of ['Apa kekhawatiran Anda?', 'Sudah sesuai?']) {
      await press(page, button(page, 'Lanjut'));
      await heading(page, title);
    }
    await press(page, button(page, 'Kirim'));
    await heading(page, 'Jawaban Anda berubah di perangkat lain');
    await said(page, 'Terbuka untuk pindah');
    await said(page, 'Ingin pindah');
    await clean(page, 'two versions');
    await shot(page, 'employee-conflict');
    await press(page, button(page, 'Pakai jawaban di perangkat ini'));
    await heading(page, 'Jawaban Anda sudah diterima');
    assert.equal(await version(), first + 2, 'the other device and this one, each once');
    await page.context().close();
  });

  test('changes that were not sent are shown, and can be dropped', {timeout: 180_000}, async () => {
    const {link} = people[5];
    await answer(link, 0);
    const page = await open(link);
    await heading(page, 'Jawaban Anda sudah diterima');
    await press(page, button(page, 'Ubah jawaban'));
    await heading(page, 'Ke mana Anda ingin ditempatkan?');
    await press(page, page.getByRole('button', {name: /^Hapus/}).first());
    await press(page, button(page, 'Kembali'));
    await heading(page, 'Apakah data Anda benar?');
    await press(page, button(page, 'Kembali'));
    await heading(page, 'Jawaban Anda sudah diterima');
    await said(page, 'Ada perubahan yang belum dikirim');
    await clean(page, 'unsent');
    await shot(page, 'employee-unsent');
    await press(page, button(page, 'Buang perubahan'));
    await page.getByText('Ada perubahan yang belum dikirim').first().waitFor({state: 'detached'});
    await page.context().close();
  });

  test('a withdrawal asks, erases, and the record of access tells of it; leaving ends the session', {timeout: 180_000}, async () => {
    const {link} = people[6];
    await answer(link, 2);
    const page = await open(link);
    await heading(page, 'Jawaban Anda sudah diterima');
    await press(page, button(page, 'Tarik jawaban'));
    const dialog = page.getByRole('dialog', {name: 'Tarik jawaban Anda?'});
    await dialog.waitFor({state: 'attached'});
    await clean(page, 'withdrawal');
    await shot(page, 'employee-withdraw');
    await press(page, button(page, 'Ya, tarik'));
    await heading(page, 'Jawaban Anda sudah ditarik');
    await shot(page, 'employee-withdrawn');
    await press(page, page.getByRole('button', {name: /^Siapa yang membuka data saya/}));
    const entrances = page.getByRole('list', {name: 'Riwayat masuk'}); // a table where it is wide
    await entrances.waitFor({state: 'attached'});
    assert.match(await entrances.innerText(), /Kode baru diterbitkan/);
    assert.match(await entrances.innerText(), /Masuk dari ponsel|Masuk dari komputer/);
    assert.doesNotMatch(await entrances.innerText(), /WIB/, 'the day alone');
    const log = page.getByRole('list', {name: 'Catatan lain'});
    assert.match(await log.innerText(), /Jawaban ditarik/);
    assert.match(await log.innerText(), /WIB/);
    await clean(page, 'access');
    await shot(page, 'employee-access');
    await press(page, button(page, 'Kembali'));
    await heading(page, 'Jawaban Anda sudah ditarik');
    await press(page, button(page, 'Keluar'));
    await page.getByRole('textbox', {name: 'Kode undangan'}).waitFor({state: 'attached'});
    await clean(page, 'sign-in');
    await shot(page, 'employee-sign-in');
    assert.equal(await page.evaluate(async () => (await fetch('/api/v1/session')).status), 401);
    await page.context().close();
  });
});

describe('a second link in the same tab', () => {
  const follow = (page, link) => page.evaluate(address => { location.href = address; }, link);
  const bare = page => page.waitForFunction(() => location.hash === '');

  test('of another employee signs in anew, after asking while a draft is unsent', {timeout: 180_000}, async () => {
    const page = await open(people[7].link);
    await heading(page, /Suara Anda|sudah diterima/);
    const before = await page.evaluate(() => document.querySelector('header')?.innerText ?? document.body.innerText);
    await follow(page, people[8].link);
    await bare(page);
    await page.waitForFunction(text => (document.querySelector('header')?.innerText ?? document.body.innerText) !== text, before);
    await heading(page, /Suara Anda|sudah diterima/);
    await toDraft(page);
    await follow(page, people[9].link);
    await bare(page);
    await page.getByRole('dialog', {name: 'Buka tautan lain?'}).waitFor({state: 'attached'});
    await clean(page, 'switch');
    await shot(page, 'employee-switch');
    await press(page, button(page, 'Tetap di sini'));
    await heading(page, 'Ke mana Anda ingin ditempatkan?');
    await follow(page, people[9].link);
    await press(page, button(page, 'Masuk dengan tautan lain'));
    await heading(page, /Suara Anda|sudah diterima/);
    await bare(page);
    await page.context().close();
  });

  test('of the other staff member starts the page anew with it', {timeout: 120_000}, async () => {
    const page = await open(server.links.facilitator, sizes.laptop);
    await heading(page, /diperkirakan menerima/);
    await follow(page, server.links.planner);
    await heading(page, 'Rencana mutasi');
    await bare(page);
    await page.context().close();
  });
});

describe('a PIN', () => {
  test('is set at the first sign-in and asked on a new device; a re-issued code opens an empty form', {timeout: 240_000}, async () => {
    const {nip, link} = people[10];
    await answer(link, 2);
    const page = await open(link);
    await heading(page, 'Jawaban Anda sudah diterima');
    await press(page, page.getByRole('button', {name: /^Buat PIN/}));
    await heading(page, 'Buat PIN');
    await page.getByRole('textbox', {name: 'PIN', exact: true}).fill('2580');
    await page.getByRole('textbox', {name: 'Ulangi PIN'}).fill('2580');
    await clean(page, 'set a PIN');
    await shot(page, 'employee-pin-set');
    await press(page, button(page, 'Simpan'));
    await heading(page, 'Jawaban Anda sudah diterima');
    await page.context().close();

    const other = await open(link);
    await heading(other, 'Masukkan PIN');
    await clean(other, 'PIN');
    await other.getByRole('textbox', {name: 'PIN', exact: true}).fill('1111');
    await press(other, button(other, 'Masuk'));
    await said(other, 'PIN tidak cocok.');
    await shot(other, 'employee-pin-wrong');
    await other.getByRole('textbox', {name: 'PIN', exact: true}).fill('2580');
    await press(other, button(other, 'Masuk'));
    await heading(other, 'Jawaban Anda sudah diterima');

    const {stdout} = await server.command(['invite', '--nip', nip, '--host', server.url]);
    const renewed = await open(stdout.trim().split(' ')[1]);
    await heading(renewed, 'Suara Anda, tanpa rasa takut');
    await said(renewed, 'Jawaban Anda sebelumnya tetap dihitung');
    await clean(renewed, 'an empty form');
    await shot(renewed, 'employee-reissued');
    assert.equal(await other.evaluate(async () => (await fetch('/api/v1/session')).status), 401, 'the old session is over');
    await renewed.context().close();
    await other.context().close();
  });
});

describe('a text without a name', () => {
  // Moves the moment of the text that waits in the device's storage into the past.
  const hurry = page => page.evaluate(() => new Promise((done, fail) => {
    const open = indexedDB.open('rembuk', 1);
    open.onsuccess = () => {
      const values = open.result.transaction('values', 'readwrite').objectStore('values');
      values.get('note').onsuccess = event => {
        const bytes = Uint8Array.from(event.target.result);
        bytes.fill(0, 0, 8);
        values.put(bytes, 'note').onsuccess = () => { open.result.close(); done(); };
      };
    };
    open.onerror = fail;
  }));

  test('warns while it is typed, waits over a reload and goes out without the session', {timeout: 240_000}, async () => {
    const slip = (await server.command(['slips', '--count', '1'])).stdout.match(/^slip: (\S+)$/m)[1];
    const page = await open(people[11].link);
    await heading(page, /Suara Anda|sudah diterima/);
    await press(page, page.getByRole('button', {name: /^Tulisan tanpa nama/}));
    await heading(page, 'Tulisan tanpa nama');
    await page.getByRole('textbox', {name: 'Kode slip'}).fill(slip);
    const field = page.getByRole('textbox', {name: 'Tulisan Anda'});
    await field.fill('Hubungi saya di 0812-3456-7890, NIP 198504122010011003.');
    await said(page, 'Tulisan ini dapat menunjuk seseorang');
    await said(page, /0812-3456-7890/);
    await clean(page, 'text with findings');
    await shot(page, 'employee-note-warning');
    await field.fill('Sekolah anak terlalu jauh dari unit yang baru.');
    await page.getByText('Tulisan ini dapat menunjuk seseorang').first().waitFor({state: 'detached'});
    await press(page, button(page, 'Jadwalkan'));
    await page.getByRole('heading', {name: 'Tulisan menunggu saatnya'}).waitFor({state: 'attached'});
    await clean(page, 'text waiting');
    await shot(page, 'employee-note-waiting');
    await hurry(page);
    const sent = page.waitForRequest('**/api/v1/public/text');
    await page.reload();
    const request = await sent;
    const headers = await request.allHeaders();
    assert.equal(headers.cookie, undefined, 'no cookie');
    assert.equal(headers.referer, undefined, 'no address that it came from');
    assert.equal((await request.response()).status(), 204);
    const {stdout} = await server.command(['texts']);
    assert.match(stdout, /^batch 1\n- \d{4}-\d\d-\d\d \d\d\.00 WIB\n {4}Sekolah anak terlalu jauh dari unit yang baru\.\n/);
    await page.context().close();
  });
});

describe('how many wish for a post', () => {
  /** The third text of a profile: the code of the person's post. */
  const postOf = frame => {
    let at = 14;
    for (let text = 0; text < 2; ++text) at += 4 + frame.readUInt32LE(at);
    return frame.toString('utf8', at + 4, at + 4 + frame.readUInt32LE(at));
  };

  test('is shown from ten on, after the next release', {timeout: 180_000}, async () => {
    people = await server.invite(24); // each with a new code
    let post;
    for (const {link} of people.slice(0, 20)) {
      const one = await person(server, link);
      post ??= postOf((await one.call('GET', '/api/v1/me/profile')).frame);
      const own = await one.call('GET', '/api/v1/me/answer');
      const kept = await one.call('PUT', '/api/v1/me/answer',
        answerFrame({key: randomBytes(16), basedOn: receiptVersion(own.frame), wishes: [`jabatan:${post}`]}));
      assert.equal(kept.status, 200);
    }
    const one = await person(server, people[0].link);
    for (let tries = 0; (await one.call('GET', '/api/v1/wished')).frame.length <= 14 + 8; ++tries) assert.ok(tries < 1000);
    const page = await open(people[0].link);
    await heading(page, 'Jawaban Anda sudah diterima');
    await press(page, button(page, 'Ubah jawaban'));
    await heading(page, 'Ke mana Anda ingin ditempatkan?');
    await said(page, /diinginkan (10|20)\+ orang/);
    await clean(page, 'wished');
    await shot(page, 'employee-wished');
    await page.context().close();
  });
});

describe('once a plan is published', () => {
  test('a person is shown the own proposed post as a proposal', {timeout: 180_000}, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rembuk-plan-'));
    const file = path.join(folder, 'rencana.csv');
    writeFileSync(file, 'nip,jabatan_kode_baru,alasan\n');
    await server.command(['consultation', 'publish', '--plan', file]);
    rmSync(folder, {recursive: true});
    const one = await person(server, people[11].link);
    for (let tries = 0; (await one.call('GET', '/api/v1/me/result')).status !== 200; ++tries) assert.ok(tries < 500);
    const page = await open(people[11].link);
    await heading(page, 'Diusulkan tetap di jabatan sekarang');
    await said(page, 'Usulan, bukan keputusan');
    await said(page, 'Jabatan sekarang');
    await clean(page, 'result');
    await shot(page, 'employee-result');
    await page.context().close();
  });
});

/** From the first screen to a draft with one more wish than the server has. */
async function toDraft(page) {
  const start = button(page, 'Mulai, sekitar lima menit');
  if (await start.count()) {
    await press(page, start);
    await heading(page, 'Apakah data Anda benar?');
    await press(page, button(page, 'Lanjut'));
  } else {
    await press(page, button(page, 'Ubah jawaban'));
  }
  await heading(page, 'Ke mana Anda ingin ditempatkan?');
  const remove = page.getByRole('button', {name: /^Hapus/}).first();
  if (await remove.count()) return press(page, remove);
  const search = page.getByRole('combobox', {name: 'Cari jabatan, unit, atau daerah'});
  await search.waitFor({state: 'attached'});
  await search.focus();
  await page.keyboard.type('kota jambi');
  await page.getByRole('option').first().waitFor({state: 'attached'});
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({state: 'detached'});
}
