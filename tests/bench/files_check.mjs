// files_check.mjs [REMBUK] [EMPLOYEES] [ROUNDS]: how fast `rembuk check` takes in a folder, against a
// plain read of the same files. The two take turns, so that whatever else the machine does meets both.
// Prints one line a round and the medians. The folder is made for the run and removed.
import {execFileSync, spawnSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

const [rembuk = 'build/bin/rembuk', employees = '200000', rounds = '7'] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'rembuk-bench-'));
const now = () => Number(process.hrtime.bigint()) / 1e9;
const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

function plainRead(files, buffer) {
  const began = now();
  for (const file of files) {
    const handle = openSync(file, 'r');
    while (readSync(handle, buffer) > 0);
    closeSync(handle);
  }
  return now() - began;
}

function check() {
  const began = now();
  const run = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$0" check "$1" >/dev/null', rembuk, folder], {encoding: 'utf8'});
  if (run.status !== 0) throw new Error(`check ended with ${run.status}: ${run.stderr}`);
  const processor = run.stderr.trim().split('\n').at(-1).split(' ').reduce((sum, part) => sum + Number(part), 0);
  return {wall: now() - began, processor};
}

try {
  execFileSync(rembuk, ['synth', '--employees', employees, '--out', folder, '--quiet'], {stdio: 'ignore'});
  const files = readdirSync(folder).filter(name => name !== 'rencana.csv').map(name => path.join(folder, name));
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  const buffer = Buffer.alloc(1 << 20);
  plainRead(files, buffer); // into the page cache
  const rows = [];
  for (let round = 0; round < Number(rounds); ++round) {
    const read = plainRead(files, buffer);
    const {wall, processor} = check();
    rows.push({read, wall, processor});
    console.log(`round ${round + 1}: read ${read.toFixed(3)} s, check ${wall.toFixed(2)} s, processor ${processor.toFixed(2)} s`);
  }
  const rate = key => megabytes / median(rows.map(row => row[key]));
  console.log(`${employees} employees, ${megabytes.toFixed(1)} MB, medians of ${rounds}:`);
  console.log(`plain read ${rate('read').toFixed(0)} MB/s; check ${rate('wall').toFixed(1)} MB/s, ` +
    `${rate('processor').toFixed(1)} MB per processor second; check takes ${median(rows.map(row => row.wall / row.read)).toFixed(0)} times the plain read`);
} finally {
  rmSync(folder, {recursive: true});
}
