// The real server on a fresh store, for browser and socket tests. Everything lives in a temporary
// folder and on 127.0.0.1, and ends with stop().
import {execFile, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import net from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
const bin = process.env.REMBUK_BIN ?? path.join(root, 'build/bin');
const run = promisify(execFile);

async function freePort() {
  return new Promise(done => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const {port} = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** The nine files of a data set. */
export const tables = ['unit', 'kompetensi', 'jabatan', 'kompetensi_jabatan', 'pegawai', 'kompetensi_pegawai', 'waktu_tempuh', 'aspirasi', 'kekhawatiran'];
/** These and the settings, in a folder, as a person chooses them. */
export const filesOfSet = folder => [...tables.map(name => path.join(folder, `${name}.csv`)), path.join(folder, 'konsultasi.json')];

/** A synthetic province; small by default, the demo's size where a test is about it. */
export async function province({employees = 2000, seed = 3} = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rembuk-data-'));
  await run(path.join(bin, 'rembuk'), ['synth', '--employees', String(employees), '--seed', String(seed), '--out', folder]);
  return folder;
}

/**
 * Starts rembuk-server and waits for its "ready". Gives {url, links: {employee, facilitator, planner},
 * store, pid, log(), invite(n), restart(), kill(), stop()}.
 */
export async function startServer({data, employees, seed, web = path.join(root, 'build/web-test'), prepare = false, origins = []} = {}) {
  const own = !data;
  data ??= await province({employees, seed});
  const store = mkdtempSync(path.join(tmpdir(), 'rembuk-store-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child;
  let output = '';
  let links = {};

  async function start() {
    output = '';
    const words = ['serve', '--demo', '--store', store, '--data', data, '--port', String(port)];
    for (const origin of origins) words.push('--origin', origin);
    if (prepare) words.push('--prepare'); // the consultation is still to be opened
    if (existsSync(web)) words.push('--web', web);
    child = spawn(path.join(bin, 'rembuk-server'), words, {stdio: ['ignore', 'pipe', 'pipe']});
    child.stdout.on('data', text => { output += text; });
    child.stderr.on('data', text => { output += text; });
    await new Promise((done, fail) => {
      child.stdout.on('data', () => /^ready$/m.test(output) && done());
      child.on('exit', code => fail(new Error(`the server ended with ${code}:\n${output}`)));
    });
    links = Object.fromEntries([...output.matchAll(/^(employee|facilitator|planner): (.+)$/gm)].map(found => [found[1], found[2]]));
  }
  const end = signal => new Promise((done, fail) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`the server does not end on ${signal}:\n${output}`));
    }, 60_000);
    child.on('exit', () => {
      clearTimeout(late);
      done();
    });
    child.kill(signal);
  });

  await start();
  return {
    url, store,
    get links() { return links; },
    get pid() { return child.pid; },
    log: () => output,
    /** Links of n employees who are spread over all. */
    async invite(n) {
      const {stdout} = await run(path.join(bin, 'rembuk-server'), ['invite', '--sample', String(n), '--store', store, '--host', url]);
      return stdout.trim().split('\n').map(line => ({nip: line.split(' ')[0], link: line.split(' ')[1]}));
    },
    command: words => run(path.join(bin, 'rembuk-server'), [...words, '--store', store]),
    async restart() { await end('SIGTERM'); await start(); },
    async crash() { await end('SIGKILL'); await start(); },
    async stop() {
      await end('SIGTERM');
      rmSync(store, {recursive: true, force: true});
      if (own) rmSync(data, {recursive: true, force: true});
    },
  };
}

/** Publishes the plan that stands in the province's folder. → the number of somebody whom it moves */
export async function published(server, data) {
  const file = path.join(data, 'rencana.csv');
  await server.command(['consultation', 'publish', '--plan', file]);
  return readFileSync(file, 'utf8').split('\n')[1].split(',')[0];
}
