// files_check.mjs [REMBUK] [EMPLOYEES] [ROUNDS]: how fast `rembuk check` takes in a folder, against a
// plain read of the same files, once as they lie in the page cache and once after the system was told to
// forget them (POSIX_FADV_DONTNEED), as an office's machine finds them the first time. All take turns, so
// that whatever else the machine does meets each. Prints one line a round and the medians. The folder is
// made for the run and removed. REMBUK_BENCH_FOLDER: where, for /tmp may lie in memory, which forgets nothing.
import {execFileSync, spawnSync} from 'node:child_process';
import {closeSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

const [rembuk = 'build/bin/rembuk', employees = '200000', rounds = '7'] = process.argv.slice(2);
const folder = mkdtempSync(path.join(process.env.REMBUK_BENCH_FOLDER ?? tmpdir(), 'rembuk-bench-'));
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

/** The files leave the page cache; false if some of them stays, as on a file system in memory. */
function forget(files) {
  const script = `import ctypes, mmap, os, sys
libc = ctypes.CDLL(None, use_errno=True)
there = 0
for name in sys.argv[1:]:
    with open(name, 'rb') as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        size = os.fstat(file.fileno()).st_size
        pages = (size + mmap.PAGESIZE - 1) // mmap.PAGESIZE
        view = mmap.mmap(file.fileno(), size, mmap.MAP_PRIVATE, mmap.PROT_READ | mmap.PROT_WRITE)
        held = (ctypes.c_ubyte * pages)()
        start = ctypes.addressof(ctypes.c_char.from_buffer(view))
        if libc.mincore(ctypes.c_void_p(start), ctypes.c_size_t(size), held): sys.exit('mincore')
        there += sum(one & 1 for one in held)
print(there)`;
  return Number(execFileSync('python3', ['-c', script, ...files], {encoding: 'utf8'})) === 0;
}

function check() {
  const run = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%R %U %S"; time "$0" check "$1" >/dev/null', rembuk, folder], {encoding: 'utf8'});
  if (run.status !== 0) throw new Error(`check ended with ${run.status}: ${run.stderr}`);
  const [wall, user, system] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return {wall, processor: user + system};
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
    const left = forget(files);
    const first = plainRead(files, buffer);
    forget(files);
    const firstCheck = check().wall;
    rows.push({read, wall, processor, first, firstCheck});
    console.log(`round ${round + 1}: read ${read.toFixed(3)} s, check ${wall.toFixed(2)} s, processor ${processor.toFixed(2)} s; ` +
      `${left ? 'from the disk' : 'partly from the disk'}: read ${first.toFixed(3)} s, check ${firstCheck.toFixed(2)} s`);
  }
  const rate = key => megabytes / median(rows.map(row => row[key]));
  console.log(`${employees} employees, ${megabytes.toFixed(1)} MB, medians of ${rounds}:`);
  console.log(`plain read ${rate('read').toFixed(0)} MB/s; check ${rate('wall').toFixed(1)} MB/s, ` +
    `${rate('processor').toFixed(1)} MB per processor second; check takes ${median(rows.map(row => row.wall / row.read)).toFixed(0)} times the plain read`);
  console.log(`not in the page cache: plain read ${rate('first').toFixed(0)} MB/s; check ${rate('firstCheck').toFixed(1)} MB/s, ` +
    `${median(rows.map(row => row.firstCheck / row.first)).toFixed(1)} times the plain read`);
} finally {
  rmSync(folder, {recursive: true});
}
