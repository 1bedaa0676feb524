// scoring_bench.mjs [EMPLOYEES] [RUNS]: bench_scoring natively and as WebAssembly in turn, from
// build/native and build/wasm; medians of the runs' medians, and the ratio.
import {spawnSync} from 'node:child_process';

const [employees, runs] = [process.argv[2] ?? '100000', Number(process.argv[3] ?? 5)];
const median = all => all.toSorted((a, b) => a - b)[all.length >> 1];
const sides = {
  native: ['build/native/tests/bench/bench_scoring'],
  wasm: [process.execPath, 'build/wasm/tests/bench/bench_scoring.cjs'],
};
const figures = new Map(); // by line: {unit, native: [], wasm: []}
for (let run = 0; run < runs; ++run) {
  for (const [side, [command, ...words]] of Object.entries(sides)) {
    const done = spawnSync(command, [...words, employees], {encoding: 'utf8'});
    if (done.status !== 0) throw new Error(`${side} ended with ${done.status}: ${done.stderr}`);
    for (const line of done.stdout.split('\n')) {
      const at = line.match(/^(.{34}) +([0-9.]+) (ms|us|bytes)/);
      if (!at) continue;
      const name = at[1].trim();
      if (!figures.has(name)) figures.set(name, {unit: at[3], native: [], wasm: []});
      figures.get(name)[side].push(Number(at[2]));
    }
  }
}
const pass = {};
for (const [name, {unit, native, wasm}] of figures) {
  const [a, b] = [median(native), median(wasm)];
  pass.native ??= a;
  pass.wasm ??= b;
  const spread = all => `${Math.min(...all)} to ${Math.max(...all)}`;
  const passes = unit === 'ms' ? `, passes ${(a / pass.native).toFixed(1)} and ${(b / pass.wasm).toFixed(1)}` : '';
  console.log(`${name}: native ${a} ${unit} (${spread(native)}), wasm ${b} ${unit} (${spread(wasm)}), ratio ${(b / a).toFixed(2)}${passes}`);
}
