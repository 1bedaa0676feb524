// The main job end to end: an employee answers in a real browser, the answer lasts, and leaders see a
// release of many — never one person.
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {after, before, describe, test} from 'node:test';
import {idle, launch, picture, press, shot, sizes, violations} from './support/pages.mjs';
import {answerFrame, person, receiptVersion, releaseNumber} from './support/frames.mjs';
import {startServer} from './support/server.mjs';

let server;
let browser;
before(async () => {
  server = await startServer(process.env.REMBUK_WEB ? {web: process.env.REMBUK_WEB} : {});
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(link, options = sizes.phone) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.goto(link);
  await page.waitForFunction(() => window.rembuk?.frames > 0, null, {timeout: 60_000});
  return Object.assign(page, {errors});
}
const heading = (page, name) => page.getByRole('heading', {level: 1, name}).waitFor({state: 'attached', timeout: 60_000});
const button = (page, name) => page.getByRole('button', {name, exact: true});
async function clean(page, where) {
  await idle(page);
  assert.deepEqual(await violations(page), [], `axe, ${where}`);
}
async function next(page, title) {
  await press(page, button(page, 'Lanjut'));
  await heading(page, title);
}

/** From whatever a signed-in person is shown first to the first question that can be answered. */
async function toWishes(page) {
  await heading(page, /Suara Anda|Jawaban Anda/);
  const started = button(page, 'Mulai, sekitar lima menit');
  if (await started.count()) {
    await press(page, started);
    await next(page, 'Ke mana Anda ingin ditempatkan?');
  } else {
    await press(page, button(page, 'Ubah jawaban'));
  }
}

describe('an employee', () => {
  test('goes the whole way with mouse and keyboard on a phone and gets a receipt', {timeout: 300_000}, async () => {
    const page = await open(server.links.employee);
    await heading(page, 'Suara Anda, tanpa rasa takut');
    assert.equal(new URL(page.url()).hash, '', 'the code is gone from the address');
    await clean(page, 'welcome');
    await shot(page, 'employee-1-welcome');
    await press(page, button(page, 'Mulai, sekitar lima menit'));

    await heading(page, 'Apakah data Anda benar?');
    await clean(page, 'profile');
    await shot(page, 'employee-2-profile');
    await next(page, 'Ke mana Anda ingin ditempatkan?');

    const search = page.getByRole('combobox', {name: 'Cari jabatan, unit, atau daerah'});
    await search.waitFor({state: 'attached'});
    await search.focus();
    await page.keyboard.type('guru matematika');
    await page.getByRole('option').first().waitFor({state: 'attached'});
    await shot(page, 'employee-3-search');
    await press(page, page.getByRole('option').first());
    await page.getByRole('listitem').first().waitFor({state: 'attached'});
    await search.focus();
    await page.keyboard.type('kota jambi');
    await page.getByRole('option').first().waitFor({state: 'attached'});
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').nth(1).waitFor({state: 'attached'});
    await idle(page);
    const first = await page.getByRole('listitem').first().innerText();
    await press(page, page.getByRole('button', {name: /^Turunkan/}).first());
    await page.waitForFunction(text => document.querySelector('li')?.innerText !== text, first);
    await clean(page, 'wishes');
    await shot(page, 'employee-4-wishes');

    await next(page, 'Apa yang paling penting bagi Anda?');
    await press(page, page.getByRole('radio', {name: /Saya urutkan sendiri/}));
    await press(page, page.getByRole('button', {name: /^Turunkan/}).first());
    await clean(page, 'criteria');
    await shot(page, 'employee-5-criteria');

    await next(page, 'Bagaimana sikap Anda?');
    await press(page, button(page, 'Lanjut'));
    await page.getByText('Silakan pilih salah satu sikap.').first().waitFor({state: 'attached'});
    await press(page, page.getByRole('radio', {name: /Terbuka untuk pindah/}));
    await clean(page, 'stance');
    await shot(page, 'employee-6-stance');

    await next(page, 'Apa kekhawatiran Anda?');
    await press(page, page.getByRole('checkbox', {name: /Jarak dan keluarga/}));
    await press(page, page.getByRole('checkbox', {name: /Pendidikan anak/}));
    await clean(page, 'concerns');
    await shot(page, 'employee-7-concerns');

    await next(page, 'Sudah sesuai?');
    await clean(page, 'review');
    await shot(page, 'employee-8-review');
    await press(page, button(page, 'Kirim'));
    await heading(page, 'Jawaban Anda sudah diterima');
    await clean(page, 'receipt');
    await shot(page, 'employee-9-receipt');
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

  test('finds the answer again on another device after the server was restarted', {timeout: 120_000}, async () => {
    await server.restart();
    const page = await open(server.links.employee);
    await heading(page, 'Jawaban Anda sudah diterima');
    await page.getByText('Terbuka untuk pindah').first().waitFor({state: 'attached'});
    await press(page, button(page, 'Ubah jawaban'));
    await heading(page, 'Ke mana Anda ingin ditempatkan?');
    assert.equal(await page.getByRole('listitem').count() >= 2, true, 'both wishes are there');
    await page.context().close();
  });

  test('keeps the draft over a reload, in the middle of a question', {timeout: 120_000}, async () => {
    const [{link}] = await server.invite(1);
    const page = await open(link);
    await toWishes(page);
    await next(page, 'Apa yang paling penting bagi Anda?');
    await next(page, 'Bagaimana sikap Anda?');
    await press(page, page.getByRole('radio', {name: /Ingin pindah/}));
    await page.reload();
    await heading(page, 'Bagaimana sikap Anda?');
    assert.equal(await page.getByRole('radio', {name: /Ingin pindah/}).isChecked(), true);
    await page.context().close();
  });

  test('without a network keeps the answer and sends it when the network is back', {timeout: 180_000}, async () => {
    const people = await server.invite(2);
    const page = await open(people[1].link);
    await toWishes(page);
    await next(page, 'Apa yang paling penting bagi Anda?');
    await next(page, 'Bagaimana sikap Anda?');
    await press(page, page.getByRole('radio', {name: /Ingin tetap/}));
    await next(page, 'Apa kekhawatiran Anda?');
    await next(page, 'Sudah sesuai?');
    await page.context().setOffline(true);
    await press(page, button(page, 'Kirim'));
    await heading(page, 'Jawaban Anda aman di perangkat ini');
    await shot(page, 'employee-offline');
    await page.context().setOffline(false);
    await heading(page, 'Jawaban Anda sudah diterima');
    await page.context().close();
  });

  test('with a wrong code is told so and can type another', {timeout: 120_000}, async () => {
    const page = await open(`${server.url}/#c=AAAAAAAAAAAAAAAAAAAAAAAAAA`);
    await page.getByText('Kode ini tidak dikenal. Silakan periksa kembali.').first().waitFor({state: 'attached'});
    const code = server.links.employee.split('#c=')[1];
    await page.getByRole('textbox', {name: 'Kode undangan'}).fill(code);
    await press(page, button(page, 'Masuk'));
    await page.getByRole('heading', {level: 1, name: /Jawaban Anda|Suara Anda|Ke mana/}).waitFor({state: 'attached'});
    await page.context().close();
  });

  test('reads everything in English after one choice, at the same place', {timeout: 120_000}, async () => {
    const page = await open(server.links.employee);
    await page.getByRole('heading', {level: 1}).waitFor({state: 'attached'});
    await press(page, button(page, 'Pengaturan tampilan'));
    await press(page, page.getByRole('radio', {name: 'English'}));
    await page.getByRole('heading', {level: 1, name: /Your answer|Your voice|Where would/}).waitFor({state: 'attached'});
    await page.context().close();
  });
});

describe('a facilitator', () => {
  test('sees a new release within a second after ten people answered, and not a byte after one', {timeout: 180_000}, async () => {
    const page = await open(server.links.facilitator, sizes.projector);
    await page.getByRole('heading', {level: 1, name: /diperkirakan menerima/}).waitFor({state: 'attached', timeout: 60_000});
    await idle(page);
    await shot(page, 'office-forum');
    await picture(page, 'office-forum');
    const cookies = await page.context().cookies();
    const session = cookies.find(one => one.name === '__Host-rembuk');
    assert.ok(session?.httpOnly && session.secure && session.sameSite === 'Strict');

    const frames = [];
    const socket = new WebSocketRecorder(server.url, `${session.name}=${session.value}`, server.url);
    await socket.opened;
    frames.push(await socket.next());
    const before = releaseNumber(frames[0]);
    const release = async () => {
      const response = await fetch(`${server.url}/api/v1/release`, {headers: {cookie: `${session.name}=${session.value}`}});
      return Buffer.from(await response.arrayBuffer());
    };

    const people = await server.invite(12);
    const answer = async ({link}) => {
      const one = await person(server, link);
      const own = await one.call('GET', '/api/v1/me/answer');
      const kept = await one.call('PUT', '/api/v1/me/answer', answerFrame({key: randomBytes(16), basedOn: receiptVersion(own.frame), stance: 2, wishes: ['wilayah:15.71']}));
      assert.equal(kept.status, 200);
    };
    // The gate may already hold a few people from the tests above: then fewer than ten make a release.
    let released = null;
    const next = socket.next().then(frame => { released = frame; });
    let sent = 0;
    for (; !released && sent < 10; ++sent) await answer(people[sent]);
    const began = Date.now();
    await next;
    assert.equal(releaseNumber(released), before + 1);
    await page.getByText(`Rilis ${before + 1}`).first().waitFor({state: 'attached', timeout: 5000});
    console.log(`the open screen showed the release ${Date.now() - began} ms after answer ${sent}`);

    const still = await release();
    const count = socket.bytes;
    await answer(people[11]);
    await answer(people[11]);
    assert.deepEqual(await release(), still, 'the release has the same bytes');
    await fetch(`${server.url}/healthz`);
    assert.equal(socket.bytes, count, 'nothing was sent to the socket');
    socket.close();
    await page.context().close();
  });

  test('compares plans side by side', {timeout: 120_000}, async () => {
    const page = await open(server.links.facilitator, sizes.laptop);
    await press(page, page.getByRole('button', {name: 'Skenario', exact: true}));
    const table = page.getByRole('table', {name: 'Perbandingan skenario'});
    await table.waitFor({state: 'attached'});
    assert.match(await table.innerText(), /Usulan awal/);
    assert.match(await table.innerText(), /Kebutuhan terisi/);
    await clean(page, 'compare');
    await shot(page, 'office-compare');
    await page.context().close();
  });
});

describe('a planner', () => {
  test('learns every fault of a plan at once, loads a good one, and shows it in the forum', {timeout: 180_000}, async () => {
    const page = await open(server.links.planner, sizes.laptop);
    await heading(page, 'Rencana mutasi');
    const choose = async (name, text) => {
      const chooser = page.waitForEvent('filechooser');
      await press(page, button(page, 'Pilih berkas'));
      await (await chooser).setFiles({name, mimeType: 'text/csv', buffer: Buffer.from(text)});
    };
    await choose('buruk.csv', 'nip,jabatan_kode_baru,alasan\n123,X-1,a\n199001012015011001,Y-2,b\n');
    await page.getByRole('table', {name: 'Daftar kesalahan'}).waitFor({state: 'attached'});
    assert.equal(await page.getByRole('table', {name: 'Daftar kesalahan'}).getByRole('row').count(), 5, 'header and four faults');
    await shot(page, 'office-faults');
    await page.getByRole('textbox', {name: 'Nama skenario'}).fill('Tanpa pemindahan');
    await choose('kosong.csv', 'nip,jabatan_kode_baru,alasan\n');
    await page.getByText('Rencana dimuat').first().waitFor({state: 'attached'});
    await page.getByRole('heading', {name: 'Tanpa pemindahan'}).waitFor({state: 'attached'});
    await press(page, button(page, 'Tampilkan di forum: Tanpa pemindahan'));
    await button(page, 'Keluarkan dari forum: Tanpa pemindahan').waitFor({state: 'attached'});
    await clean(page, 'plans');
    await shot(page, 'office-plans');
    await page.context().close();
  });
});

/** A bare WebSocket client that counts every byte it is sent. */
class WebSocketRecorder {
  bytes = 0;
  #queue = [];
  #waiting = [];
  constructor(url, cookie, origin) {
    const {hostname, port} = new URL(url);
    this.opened = import('node:net').then(({default: net}) => new Promise((done, fail) => {
      this.#socket = net.connect(Number(port), hostname, () => {
        this.#socket.write(`GET /api/v1/live HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n\r\n`);
      });
      let data = Buffer.alloc(0);
      let upgraded = false;
      this.#socket.on('data', chunk => {
        data = Buffer.concat([data, chunk]);
        if (!upgraded) {
          const end = data.indexOf('\r\n\r\n');
          if (end < 0) return;
          if (!data.subarray(0, end).toString().includes('101')) return fail(new Error(data.toString()));
          data = data.subarray(end + 4);
          upgraded = true;
          done();
        }
        this.bytes += chunk.length;
        for (;;) {
          if (data.length < 2) return;
          const short = data[1] & 127;
          const head = short < 126 ? 2 : short === 126 ? 4 : 10;
          if (data.length < head) return;
          const size = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
          if (data.length < head + size) return;
          const frame = data.subarray(head, head + size);
          const opcode = data[0] & 15;
          data = data.subarray(head + size);
          if (opcode !== 2) continue;
          const waiting = this.#waiting.shift();
          if (waiting) waiting(frame);
          else this.#queue.push(frame);
        }
      });
      this.#socket.on('error', fail);
    }));
  }
  #socket;
  next() {
    const frame = this.#queue.shift();
    return frame ? Promise.resolve(frame) : new Promise(done => this.#waiting.push(done));
  }
  close() { this.#socket.destroy(); }
}
