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

test('a chunked body is refused and the connection closed, whatever is in it and behind it', async () => {
  const body = signInFrame(server.links.facilitator.split('#c=')[1]).toString('latin1');
  for (const chunks of ['', '0\r\n\r\n', `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    `0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`]) {
    const answer = await post('Transfer-Encoding: chunked', chunks);
    assert.equal(answer.status, 400, JSON.stringify(chunks));
    assert.ok(answer.closed, 'closed');
    assert.equal(answer.text.split('HTTP/1.1').length, 2, 'one answer');
  }
  assert.ok([400, 501].includes((await post('Transfer-Encoding: gzip, chunked', '0\r\n\r\n')).status));
});

test('a body that is announced too large is refused before it comes, and the connection closed', async () => {
  for (const [path, method, length] of [['/api/v1/session', 'POST', 100_000], ['/api/v1/me/answer', 'PUT', 20_000], ['/api/v1/me/correction', 'PUT', 100_000],
    ['/', 'POST', 1], ['/api/v1/none', 'POST', 5], ['/api/v1/session', 'POST', 99_999_999]]) {
    const answer = await raw(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\nContent-Length: ${length}\r\n\r\n`);
    assert.equal(answer.status, 413, path);
    assert.ok(answer.closed, path);
  }
});

test('whoever goes on sending after a refusal is cut off', async () => {
  const gone = await new Promise(done => {
    const socket = net.connect({port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true}, () => {
      socket.write(`PUT /api/v1/me/answer HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 8000000\r\n\r\n`);
      const sending = setInterval(() => socket.write('x'.repeat(100)), 20);
      const late = setTimeout(() => finish(false), 20_000);
      function finish(answer) {
        clearInterval(sending);
        clearTimeout(late);
        socket.destroy();
        done(answer);
      }
      socket.on('error', () => finish(true)); // reset: nobody reads any more
      socket.on('close', () => finish(true));
      socket.resume();
    });
  });
  assert.ok(gone);
});

test('a length that is no plain number is refused', async () => {
  for (const length of ['-1', '+5', '5, 5', '5abc', '0x5', '99999999999999999999'])
    assert.ok([400, 413].includes((await post(`Content-Length: ${length}`, 'abcde')).status), length);
});

test('a method that nothing here answers is refused without a word about the library', async () => {
  for (const method of ['OPTIONS', 'PATCH'])
    for (const path of ['/', '/api/v1/me/answer']) {
      const answer = await raw(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: https://example.org\r\nConnection: close\r\n\r\n`);
      assert.equal(answer.status, 405, `${method} ${path}`);
      assert.doesNotMatch(answer.text, /drogon|Access-Control-Allow/i);
      assert.match(answer.text, /content-security-policy/i);
    }
});

test('a body that comes in pieces is read whole', async () => {
  const body = signInFrame(server.links.facilitator.split('#c=')[1]);
  const head = `POST /api/v1/session HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
  const text = await new Promise((done, fail) => {
    let all = '';
    const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1', async () => {
      socket.setNoDelay(true);
      for (const byte of Buffer.concat([Buffer.from(head), body])) {
        socket.write(Buffer.from([byte]));
        await new Promise(next => setImmediate(next));
      }
    });
    socket.on('data', data => { all += data.toString('latin1'); });
    socket.on('error', fail);
    socket.on('close', () => done(all));
  });
  assert.match(text, /^HTTP\/1\.1 200/);
});

test('the operator sees health, readiness and counters; through a proxy nobody sees the counters', async () => {
  assert.equal(await (await fetch(`${server.url}/readyz`)).text(), 'ready\n');
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  assert.match(metrics, /^rembuk_http_responses_total\{status="2xx"\} \d+$/m);
  assert.match(metrics, /^rembuk_ready 1$/m);
  assert.equal((await fetch(`${server.url}/metrics`, {headers: {'X-Forwarded-For': '192.0.2.1'}})).status, 404);
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
