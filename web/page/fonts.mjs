// fonts.mjs OUT ICONS_HPP: the fonts of the pages, cut to the characters in use.
//   OUT/inter-400.ttf, inter-600.ttf, icons.ttf; icons-employee.ttf: without those of the office alone
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';

const [out, header] = process.argv.slice(2);
const deps = process.env.REMBUK_DEPS ?? path.join(process.env.HOME, '.cache/rembuk-deps');
const require = createRequire(path.join(deps, 'npm/node_modules/'));
const subset = require('subset-font');

let letters = '–—·…→←↑↓×≥≤±−“”‘’•√≈₀';
for (let code = 0x20; code < 0x7f; ++code) letters += String.fromCharCode(code);
for (let code = 0xa0; code <= 0xff; ++code) letters += String.fromCharCode(code);

await mkdir(out, {recursive: true});
const inter = path.dirname(require.resolve('@fontsource/inter/package.json'));
// Without kerning and ligatures: ImGui knows none, and a field must look the same with and without
// the focus.
for (const weight of [400, 600]) {
  const file = await readFile(path.join(inter, `files/inter-latin-${weight}-normal.woff2`));
  await writeFile(path.join(out, `inter-${weight}.ttf`), await subset(file, letters, {targetFormat: 'truetype', keepFeatures: []}));
}
// The enum's values must be the glyphs of those names.
const points = require('lucide-static/font/codepoints.json');
const byName = new Map(Object.entries(points).map(([name, code]) => [`${name.replace(/-\d+$/, '').replaceAll('-', '_')} ${code}`, code]));
function glyphs(text) {
  let all = '';
  for (const [, name, code] of text.matchAll(/^ {2}(\w+) = 0x([0-9a-f]+),$/gm)) {
    const value = Number.parseInt(code, 16);
    if (!byName.has(`${name} ${value}`)) throw new Error(`${name} is not 0x${code} in the icon font`);
    all += String.fromCodePoint(value);
  }
  return all;
}
const lucide = await readFile(require.resolve('lucide-static/font/lucide.ttf'));
const cut = async (name, text) => writeFile(path.join(out, name), await subset(lucide, glyphs(text), {targetFormat: 'truetype', keepFeatures: []}));
const icons = await readFile(header, 'utf8');
await cut('icons-employee.ttf', icons.split(/^ {2}\/\/ Of the office's page alone/m)[0]);
await cut('icons.ttf', icons);
