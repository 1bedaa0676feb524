// reading.mjs ROOT: are the employee's Indonesian texts easy to read?
//
// Measure   LIX (Björnsson 1968): words a sentence + 100 · words of more than six letters / words. It needs
//           no syllables and no word list and is used for many languages; it was never calibrated for
//           Indonesian, whose affixes make words long, so its number is a limit to keep and not a school year.
// Limits    a sentence has at most 14 words, a word at most 15 letters, a text of ten words or more a LIX of
//           at most 55, and all texts together at most 45, where Björnsson's scale has 40 to 50 as medium.
// Counted   the texts of the parts `employee` and `common` (web/page/codes.mjs) and the Indonesian part of web/page/employee.html. What
//           stands in brackets (a citation) is looked up, not read, and not counted.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {texts as codeTexts} from '../../web/page/codes.mjs';

export const limits = {sentence: 14, word: 15, text: 55, all: 45, from: 10};

/** {sentences: word lists} of a text; a value to fill in counts as a short word. */
export function sentences(text) {
  return text.replace(/\([^)]*\)/g, '').replace(/\{\w+\}/g, 'nilai').split(/[.!?:;](?=\s|$)/)
    .map(part => part.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).filter(words => words.length > 0);
}
export function lix(parts) {
  const words = parts.flat();
  const long = words.filter(word => (word.match(/\p{L}/gu) ?? []).length > 6).length;
  return words.length / Math.max(parts.length, 1) + 100 * long / Math.max(words.length, 1);
}
/** What is wrong with one text, in words; empty: nothing. */
export function faults(text) {
  const parts = sentences(text);
  const out = [];
  for (const words of parts)
    if (words.length > limits.sentence) out.push(`a sentence of ${words.length} words: «${words.slice(0, 6).join(' ')} …»`);
  for (const word of parts.flat())
    for (const piece of word.split('-'))
      if (piece.length > limits.word) out.push(`a word of ${piece.length} letters: «${piece}»`);
  if (parts.flat().length >= limits.from && lix(parts) > limits.text) out.push(`LIX ${lix(parts).toFixed(0)}`);
  return out;
}

function texts(root) {
  const out = {};
  for (const part of ['employee', 'common'])
    for (const [key, text] of Object.entries(codeTexts(root, part, 'id')))
      out[`${part}.${key}`] = text;
  const page = readFileSync(path.join(root, 'web/page/employee.html'), 'utf8').match(/<div lang="id">([^]*?)<\/div>/)[1];
  [...page.matchAll(/<(h1|h2|p)>([^<]*)</g)].forEach(([, , text], at) => { out[`employee.html#${at + 1}`] = text; });
  return out;
}

function main(root) {
  let passed = 0, failed = 0;
  const tell = (good, what) => {
    good ? ++passed : ++failed;
    if (!good) console.log(what);
  };
  // The measure itself: a text that is known to be hard is found, a plain one is not.
  const hard = 'Pelaksanaan pengadministrasian kepegawaian diselenggarakan berdasarkan ketentuan ' +
    'peraturan perundang-undangan yang berlaku dengan memperhatikan pertimbangan pejabat pembina kepegawaian serta ketersediaan formasi.';
  tell(faults(hard).length >= 2, 'a hard text is not found');
  tell(faults('Pilih lima tempat. Anda dapat mengubahnya nanti.').length === 0, 'a plain text is called hard');
  const all = texts(root);
  for (const [key, text] of Object.entries(all)) tell(faults(text).length === 0, `${key}: ${faults(text).join('; ')}`);
  const prose = Object.values(all).filter(text => /[.!?]$/.test(text)).flatMap(sentences);
  const words = prose.flat().length;
  tell(lix(prose) <= limits.all, `all texts together: LIX ${lix(prose).toFixed(1)}`);
  console.log(`${Object.keys(all).length} texts; ${prose.length} sentences of ${(words / prose.length).toFixed(1)} words, LIX ${lix(prose).toFixed(1)} of ${limits.all}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}
process.exit(main(process.argv[2] ?? '.'));
