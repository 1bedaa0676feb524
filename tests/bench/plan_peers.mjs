// HiGHS (npm highs, WebAssembly) on a network of bench_plan, as a linear programme.
//   node plan_peers.mjs FILE [REPEAT]    prints value, median, least and most processor seconds
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.PEERS ?? process.cwd()}/`);
const [first, ...lines] = readFileSync(process.argv[2], 'utf8').trim().split('\n');
const [members, posts] = first.split(' ').map(Number);
const seats = lines.slice(0, posts).map(Number);
const arcs = lines.slice(posts).map((line) => line.split(' ').map(Number));

const by_member = Array.from({ length: members }, () => []);
const by_post = Array.from({ length: posts }, () => []);
for (const [k, j] of arcs) {
  by_member[k].push(`x${k}_${j}`);
  by_post[j].push(`x${k}_${j}`);
}
const wrap = (terms) => terms.map((term, at) => (at % 10 === 9 ? `${term}\n` : term)).join(' + ');
const model = [
  'Maximize', ` obj: ${wrap(arcs.map(([k, j, s]) => `${s} x${k}_${j}`))}`, 'Subject To',
  ...by_member.map((terms, k) => ` m${k}: ${wrap(terms)} = 1`),
  ...by_post.flatMap((terms, j) => (terms.length ? [` p${j}: ${wrap(terms)} <= ${seats[j]}`] : [])),
  'End', ''].join('\n');

const highs = await require('highs')();
const times = [];
let value = 0;
for (let round = Number(process.argv[3] ?? 3); round > 0; --round) {
  const began = process.cpuUsage();
  value = Math.round(highs.solve(model).ObjectiveValue);
  const used = process.cpuUsage(began);
  times.push((used.user + used.system) / 1e6);
}
times.sort((a, b) => a - b);
console.log(`HiGHS: value ${value}, ${arcs.length} arcs, ${times[times.length >> 1].toFixed(3)} s ` +
  `(${times[0].toFixed(3)} to ${times.at(-1).toFixed(3)})`);
