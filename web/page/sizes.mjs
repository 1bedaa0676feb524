// sizes.mjs WEB [BUDGET_KB]: bytes of each page's first visit as a browser gets them (brotli), one line a
// file and a sum. With a budget: status 1 if the employee's path is over it.
import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';

const [web, budget] = process.argv.slice(2);
const {pages} = JSON.parse(readFileSync(path.join(web, 'manifest.json'), 'utf8'));
let over = false;
for (const [page, {first}] of Object.entries(pages)) {
  let sum = 0;
  for (const file of first) {
    const size = statSync(path.join(web, `${file}.br`)).size;
    sum += size;
    console.log(`${page}: ${String(size).padStart(7)}  ${file}`);
  }
  console.log(`${page}: ${String(sum).padStart(7)}  together, ${(sum / 1024).toFixed(1)} KB`);
  if (budget && page === 'employee' && sum > Number(budget) * 1024) over = true;
}
if (over) console.log(`over the budget of ${budget} KB`);
process.exit(over ? 1 : 0);
