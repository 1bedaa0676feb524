// What the person at the shell does: every verb says what it did and what is wrong, by text and status.
import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {randomBytes} from 'node:crypto';
import {correctionFrame, person} from '../browser/support/frames.mjs';
import {province, root, startServer} from '../browser/support/server.mjs';

const program = path.join(process.env.REMBUK_BIN ?? path.join(root, 'build/bin'), 'rembuk-server');
let server;
before(async () => { server = await startServer({employees: 300, web: '/nonexistent'}); });
after(() => server?.stop());

/** {status, out, err} of one command on the server's store. */
const run = (...words) => new Promise(done => {
  execFile(program, [...words, '--store', server.store], (error, out, err) => done({status: error?.code ?? 0, out, err}));
});

test('slips are codes, one a line, sorted so that nothing tells in which order they were made', async () => {
  const {status, out} = await run('slips', '--count', '20');
  assert.equal(status, 0);
  const lines = out.trim().split('\n');
  assert.equal(lines.length, 20);
  for (const line of lines) assert.match(line, /^slip: [A-Z2-7]{26}$/);
  assert.deepEqual(lines, [...lines].sort());
  for (const count of ['0', '-1', 'x', '100001']) assert.equal((await run('slips', '--count', count)).status, 2, count);
});

test('a re-issued code revokes the earlier one; an unknown nip gives nobody a code', async () => {
  const [{nip}] = await server.invite(1);
  const first = (await run('invite', '--nip', nip)).out.trim();
  assert.match(first, new RegExp(`^${nip} http://127\\.0\\.0\\.1:8080/#c=[A-Z2-7]{26}$`));
  const unknown = await run('invite', '--nip', nip, '--nip', '000000000000000000');
  assert.equal(unknown.status, 1);
  assert.equal(unknown.out, '');
});

test('reports of wrong data are listed by name, marked as done once, and leave no trace in the log', async () => {
  const [{nip, link}] = await server.invite(1);
  const one = await person(server, link);
  const report = (basedOn, text) => one.call('PUT', '/api/v1/me/correction', correctionFrame({key: randomBytes(16), basedOn, facts: 0b100010, text}));
  assert.equal((await run('corrections')).out, '');
  assert.equal((await report(0, '=1+2\nbaris kedua')).status, 200);
  const {status, out} = await run('corrections');
  assert.equal(status, 0);
  const day = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10); // in Jambi
  assert.match(out, new RegExp(`^1 ${day} open ${nip} .+ \\(.+\\)\n    wrong: jabatan_kode; pendidikan_tingkat\n    \\| =1\\+2\n    \\| baris kedua\n$`));
  const csv = (await run('corrections', '--csv')).out.split('\n');
  assert.equal(csv[0], 'id,nip,nama,unit,yang_salah,yang_benar,diterima,ditangani');
  assert.match(csv[1], new RegExp(`^1,${nip},.*,"jabatan_kode; pendidikan_tingkat","'=1\\+2$`));
  for (const [id, code] of [['7', 1], ['x', 2], ['-1', 1]]) assert.equal((await run('corrections', '--done', id)).status, code, id);
  assert.equal((await run('corrections', '--done', '1')).status, 0);
  assert.match((await run('corrections')).out, new RegExp(`^1 ${day} done ${day} `));
  assert.equal((await report(1, 'yang baru')).status, 200);
  const late = await run('corrections', '--done', '1');
  assert.equal(late.status, 1);
  assert.match(late.err, /changed or taken back/);
  assert.match((await run('corrections')).out, /^2 .* open [^]*yang baru\n$/);
  const access = (await one.call('GET', '/api/v1/me/access')).frame.toString('latin1');
  for (const entry of ['correction_sent', 'correction_read', 'correction_handled', 'operator']) assert.ok(access.includes(entry), entry);
  assert.doesNotMatch(server.log(), /correction|baris kedua|yang baru/);
  assert.ok(!server.log().includes(nip));
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  assert.doesNotMatch(metrics, /correction/);
  assert.equal((await one.call('DELETE', '/api/v1/me/correction', correctionFrame({key: randomBytes(16), basedOn: 2}))).status, 200);
  assert.equal((await run('corrections')).out, '');
});

test('steps go forward, a closed consultation opens again once and with a reason, and a plan is checked before it is published', async () => {
  const step = async (...words) => {
    const {status, err} = await run('consultation', ...words);
    return `${status} ${err.trim()}`;
  };
  const plan = path.join(server.store, 'rencana.csv');
  assert.match(await step('archive'), /^1 .*forward only/);
  assert.match(await step('sleep'), /^2 /);
  assert.equal(await step('close'), '0 ');
  assert.match(await step('open'), /^1 .*--reason/);
  assert.equal(await step('open', '--reason', 'listrik padam'), '0 ');
  assert.equal(await step('close'), '0 ');
  assert.match(await step('open', '--reason', 'lagi'), /^1 .*only once/);
  assert.match(await step('publish'), /^2 .*--plan/);
  assert.match(await step('publish', '--plan', path.join(server.store, 'tidak-ada.csv')), /^1 .*cannot read/);
  writeFileSync(plan, 'nip,jabatan_kode_baru,alasan\n123,X,a\n');
  assert.match(await step('publish', '--plan', plan), /^1 [^]*rencana\.csv:2:[^]*nothing was published/);
  writeFileSync(plan, 'nip,jabatan_kode_baru,alasan\n');
  assert.equal(await step('publish', '--plan', plan), '0 ');
  assert.equal(await step('archive'), '0 ');
});

test('a start prints three links and ready; slips and the log go to standard error', async () => {
  const port = await new Promise(done => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const free = probe.address().port;
      probe.close(() => done(free));
    });
  });
  const child = spawn(program, ['serve', '--demo', '--store', server.store, '--port', String(port)]);
  let out = '', err = '';
  child.stderr.on('data', data => { err += data; });
  await new Promise((done, fail) => {
    child.stdout.on('data', data => {
      out += data;
      if (/^ready$/m.test(out)) done();
    });
    child.on('exit', fail);
  });
  child.removeAllListeners('exit');
  const ended = new Promise(done => child.on('close', done));
  child.kill('SIGTERM');
  await ended;
  assert.deepEqual(out.trim().split('\n').map(line => line.split(' ')[0]), ['employee:', 'facilitator:', 'planner:', 'ready']);
  assert.equal(err.match(/^slip: [A-Z2-7]{26}$/gm).length, 5);
  const events = err.split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line).event);
  assert.ok(events.includes('listening'));
  assert.equal(events.at(-1), 'stopped');
});

test('another data set is taken up, also one that comes at the start; a stop in between is not forgotten', {timeout: 120_000}, async () => {
  const sets = await Promise.all([8, 9].map(seed => province({employees: 200, seed})));
  const waiting = await startServer({employees: 200, web: '/nonexistent', prepare: true});
  const begun = () => waiting.log().match(/"event":"listening"/g).length;
  try {
    await waiting.command(['import', '--data', sets[0], '--prepare']);
    for (const end = Date.now() + 60_000; begun() < 2 && Date.now() < end;) await new Promise(done => setTimeout(done, 20));
    assert.ok(begun() >= 2, 'it begins anew with it');
    await waiting.command(['import', '--data', sets[1], '--prepare']);
  } finally {
    await waiting.stop(); // fails if the server goes on
    for (const data of sets) rmSync(data, {recursive: true, force: true});
  }
});
