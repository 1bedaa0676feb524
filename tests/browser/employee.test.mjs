// What an employee does after the first answer, and how every step looks: two devices, changes that
// were not sent, withdrawal, who opened the record, leaving; light and dark, phone and laptop.
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
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
    const log = page.getByRole('list', {name: 'Siapa yang membuka data saya'}); // a table where it is wide
    await log.waitFor({state: 'attached'});
    assert.ok(await log.getByRole('listitem').count() >= 3, 'issued, signed in, saved, withdrawn');
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
