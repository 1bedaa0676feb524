// The texts of a page: its file in assets/text, and the codes that it can say, which stand in the one
// table of codes, engine/domain/codes.inc.
import {readFileSync} from 'node:fs';
import path from 'node:path';

// Of each part: kind of a code → what its key begins with.
const kinds = {
  common: {concern: 'concern', problem: 'problem'},
  employee: {employee_problem: 'problem', help: 'help'},
  office: {office_problem: 'problem', policy: 'policy'},
};

/** All rows of the table: {kind, code, id, en}. */
export function codes(root) {
  return readFileSync(path.join(root, 'engine/domain/codes.inc'), 'utf8').split('\n').filter(line => line.startsWith('{'))
    .map(line => JSON.parse(`[${line.replace(/^\{|\},$/g, '')}]`)).map(([kind, code, id, en]) => ({kind, code, id, en}));
}

/** Key → text of `part` (common, employee, office) in `language` (id, en), by key. What would help stands
 *  inside of sentences in the table and begins with a capital where it is chosen. */
export function texts(root, part, language) {
  const own = JSON.parse(readFileSync(path.join(root, `assets/text/${part}.${language}.json`), 'utf8'));
  for (const row of codes(root)) {
    const prefix = kinds[part][row.kind];
    if (!prefix) continue;
    const key = `${prefix}.${row.code}`;
    if (key in own) throw new Error(`${key} stands in the table of codes and in ${part}.${language}.json`);
    own[key] = row.kind === 'help' ? row[language][0].toUpperCase() + row[language].slice(1) : row[language];
  }
  return Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)));
}
