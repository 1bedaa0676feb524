// Hostile requests over a real socket: each gets a clear refusal, and the server goes on.
import assert from 'node:assert/strict';
import net from 'node:net';
import {after, before, test} from 'node:test';
import {signInFrame} from '../browser/support/frames.mjs';
import {startServer} from '../browser/support/server.mjs';

let server;
let host;
before(async () => {
  server = await startServer({employees: 300});
  host = new URL(server.url).host;
});
after(() => server?.stop());

/** Sends bytes as they are; gives what came back when the peer closes or falls silent. */
function raw(bytes) {
  return new Promise((done, fail) => {
    let text = '';
    let closed = false;
    const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(1500, () => socket.destroy());
    socket.on('data', data => { text += data.toString('latin1'); });
    socket.on('end', () => { closed = true; });
    socket.on('error', error => (error.code === 'ECONNRESET' ? done({text, status: Number(text.split(' ')[1]), closed: true}) : fail(error)));
    socket.on('close', () => done({text, status: Number(text.split(' ')[1]), closed}));
  });
}
const post = (headers, body = '') => raw(`POST /api/v1/session HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\n${headers}\r\n\r\n${body}`);

async function signedIn(role) {
  const code = server.links[role].split('#c=')[1];
  const body = signInFrame(code);
  const answer = await fetch(`${server.url}/api/v1/session`, {method: 'POST', headers: {Origin: server.url}, body});
  assert.equal(answer.status, 200);
  return answer.headers.get('set-cookie').split(';')[0];
}

test('without a session every path, unknown ones too, answers 401', async () => {
  for (const path of ['/api/v1', '/api/v1/', '/api/v1/none', '/api/v1/release', '/api/v1/me/answer'])
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
      assert.equal((await fetch(server.url + path, {method})).status, 401, `${method} ${path}`);
});

test('a body announced in two ways is refused', async () => {
  assert.equal((await post('Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\n')).status, 400);
});

test('an empty chunked body is refused', async () => {
  assert.equal((await post('Transfer-Encoding: chunked', '0\r\n\r\n')).status, 400);
});

test('a sign-in that is no message is a bad request', async () => {
  for (const body of ['', 'x', 'REMB', '\xff\xfe\xfd', 'x'.repeat(60)])
    assert.equal((await post(`Content-Length: ${Buffer.byteLength(body, 'latin1')}`, body)).status, 400, JSON.stringify(body));
});

test('a body larger than its type allows is refused', async () => {
  const answer = await fetch(`${server.url}/api/v1/session`, {method: 'POST', headers: {Origin: server.url}, body: 'x'.repeat(100_000)});
  assert.equal(answer.status, 413);
});

test('a write from a foreign origin, or from none, is refused', async () => {
  const body = signInFrame(server.links.facilitator.split('#c=')[1]);
  for (const headers of [{Origin: 'https://example.org'}, {Origin: 'null'}, {}])
    assert.equal((await fetch(`${server.url}/api/v1/session`, {method: 'POST', headers, body})).status, 403);
});

test('a foreign name that points here is refused although origin and host agree', async () => {
  const body = signInFrame(server.links.facilitator.split('#c=')[1]);
  const head = `POST /api/v1/session HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nContent-Length: ${body.length}\r\n\r\n`;
  assert.equal((await raw(Buffer.concat([Buffer.from(head), body]))).status, 403);
});

test('no path leads out of the page', async () => {
  for (const path of ['/../rembuk.db', '/%2e%2e/rembuk.db', '/..%2f..%2fetc/passwd', '/%2e%2e%2f%2e%2e%2fetc/passwd', '//etc/passwd', '/a/%00']) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    assert.ok(answer.status === 404 || answer.status === 400 || answer.status === 403, `${path}: ${answer.status}`);
  }
});

test('an employee reads nothing of the leaders, a leader nothing of one person', async () => {
  const employee = await signedIn('employee');
  const facilitator = await signedIn('facilitator');
  const get = async (path, cookie) => (await fetch(server.url + path, {headers: {cookie}})).status;
  assert.equal(await get('/api/v1/release', employee), 403);
  assert.equal(await get('/api/v1/scenarios', facilitator), 403);
  assert.equal(await get('/api/v1/me/answer', facilitator), 403);
  assert.equal(await get('/api/v1/release', facilitator), 200);
});

test('closing the consultation from the shell reaches the running server', async () => {
  const cookie = await signedIn('facilitator');
  const release = async () => Buffer.from(await (await fetch(`${server.url}/api/v1/release`, {headers: {cookie}})).arrayBuffer());
  const before = await release();
  await server.command(['consultation', 'close']);
  await new Promise(done => setTimeout(done, 1200));
  assert.notDeepEqual(await release(), before);
});

test('after all this the server is alive', async () => {
  assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
});
