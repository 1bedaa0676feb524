// pack.mjs SOURCE PROGRAMS FONTS OUT PAGE...: lays out what a server gives to a browser.
//   SOURCE    the repository; PROGRAMS a folder with PAGE.js and PAGE.wasm; FONTS the cut fonts
//   OUT       gets PAGE.html and assets/NAME-HASH.EXT, each beside its .br and .gz, and manifest.json:
//             {pages: {PAGE: {index, first: [files of a first visit]}}}
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {texts} from './codes.mjs';
import {icon} from './icon.mjs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const [source, programs, fonts, out, ...pages] = process.argv.slice(2);
const deps = process.env.REMBUK_DEPS ?? path.join(process.env.HOME, '.cache/rembuk-deps');
const closure = path.join(deps, 'npm/node_modules/google-closure-compiler-linux/compiler');
const read = name => readFile(path.join(source, name), 'utf8');
const json = async name => JSON.parse(await read(name));
const written = new Set(['manifest.json']);

async function put(name, data) {
  const file = path.join(out, name);
  const buffer = Buffer.from(data);
  const old = existsSync(file) ? await readFile(file) : null;
  for (const suffix of ['', '.br', '.gz']) written.add(name + suffix);
  if (old?.equals(buffer) && existsSync(`${file}.br`) && existsSync(`${file}.gz`)) return;
  await mkdir(path.dirname(file), {recursive: true});
  await writeFile(file, buffer);
  await writeFile(`${file}.gz`, gzipSync(buffer, {level: 9}));
  await writeFile(`${file}.br`, brotliCompressSync(buffer, {params: {
    [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: buffer.length}}));
}
async function hashed(name, data) {
  const {name: base, ext} = path.parse(name);
  const digest = createHash('sha256').update(data).digest('hex').slice(0, 12);
  const address = `assets/${base}-${digest}${ext}`;
  await put(address, data);
  return `/${address}`;
}
function filled(text, values) {
  return text.replace(/\{\{([\w.-]+)\}\}/g, (all, name) => {
    if (!(name in values)) throw new Error(`no value for ${name}`);
    return values[name];
  });
}
function smaller(script) {
  if (!existsSync(closure)) return script;
  // The compiler knows no dynamic import: it sees a plain call instead.
  const plain = script.replaceAll('import(', 'importLater(');
  return execFileSync(closure, ['--compilation_level=SIMPLE', '--language_in=ECMASCRIPT_NEXT',
    '--language_out=ECMASCRIPT_2021', '--warning_level=QUIET', '--charset=UTF-8'],
  {input: plain, maxBuffer: 1 << 24, stdio: ['pipe', 'pipe', 'inherit']}).toString()
    .replaceAll('importLater(', 'import(');
}

const values = {};
for (const theme of ['light', 'dark'])
  for (const [name, colour] of Object.entries(await json(`assets/themes/${theme}.json`)))
    values[`${theme}.${name}`] = colour;
const font = async name => hashed(name, await readFile(path.join(fonts, name)));
values['font-0'] = await font('inter-400.ttf');
values['font-1'] = await font('inter-600.ttf');
values.style = await hashed('style.css', filled(await read('web/page/style.css'), values).replace(/\/\*[^]*?\*\//g, '')
  .replace(/\s*([{};]|$)\s*/g, '$1').replace(/([:,]) /g, '$1').replace(/\s+/g, ' ').replaceAll(';}', '}'));

// One script: the modules one after the other, without their imports and exports.
async function joined(...modules) {
  let script = '';
  for (const name of modules)
    script += (await read(`web/page/${name}.js`)).replace(/^import .*$/gm, '').replace(/^export /gm, '');
  return smaller(`{${script}}`);
}
const common = ['effects', 'mirror_list', 'mirror_elements', 'mirror_events', 'mirror_pointer', 'mirror', 'boot'];
const boot = await hashed('boot.js', await joined(...common));
const bootWithFiles = await hashed('boot.js', await joined(...common, 'files'));

// What makes the page installable. It starts at the bare address: a code is never kept with it.
const theme = await json('assets/themes/light.json');
const icons = [];
for (const [size, purpose] of [[192, 'any'], [512, 'any'], [512, 'maskable']])
  icons.push({src: await hashed(`icon-${size}-${purpose}.png`, icon(size, theme.primary, theme.surface, purpose === 'maskable')),
    sizes: `${size}x${size}`, type: 'image/png', purpose});
values['icon-192'] = icons[0].src;
values.manifest = await hashed('rembuk.webmanifest', JSON.stringify({
  id: '/', start_url: '/', scope: '/', lang: 'id', dir: 'ltr', display: 'standalone',
  name: 'Rembuk: suara Anda tentang mutasi', short_name: 'Rembuk',
  description: 'Konsultasi preferensi mutasi ASN. Aspirasi bukan permohonan mutasi.',
  background_color: theme.background, theme_color: theme.surface, icons}));

values.begin = await hashed('begin.js', smaller(await read('web/page/begin.js')));
await put('notices.txt', await read('assets/notices.txt')); // the licences of what the page contains
await put('sw.js', smaller(await read('web/page/sw.js')));

// The engine of the planner's page, fetched when it is first asked.
const engine = path.join(programs, 'engine.wasm');
if (existsSync(engine)) {
  values['engine-wasm'] = await hashed('engine.wasm', await readFile(engine));
  values.engine = await hashed('engine.js', await readFile(path.join(programs, 'engine.js')));
  values['engine-worker'] = await hashed('engine-worker.js', smaller(await read('web/page/engine_worker.js')));
}

const manifest = {pages: {}};
for (const page of pages) {
  const own = {...values, boot: page === 'employee' ? boot : bootWithFiles};
  const wasm = await readFile(path.join(programs, `${page}.wasm`));
  own.wasm = await hashed(`${page}.wasm`, wasm);
  own['font-2'] = await font(page === 'employee' ? 'icons-employee.ttf' : 'icons.ttf');
  own.program = await hashed(`${page}.js`, await readFile(path.join(programs, `${page}.js`)));
  for (const language of ['id', 'en']) {
    const merged = texts(source, 'common', language);
    if (page !== 'gallery') Object.assign(merged, texts(source, page, language));
    own[`text-${language}`] = await hashed(`text-${page}-${language}.json`, JSON.stringify(merged));
  }
  const fetched = ['wasm', 'font-0', 'font-1', 'font-2', 'text-id'];
  own.preload = [...fetched.map(id => `<link id="${id}" rel="preload" as="fetch" crossorigin="anonymous" href="${own[id]}">`),
    `<link id="text-en" rel="alternate" type="application/json" href="${own['text-en']}">`].join('\n');
  await put(`${page}.html`, filled(await read(`web/page/${page}.html`), own));
  const early = page === 'employee' ? ['begin'] : [];
  const first = [`${page}.html`, 'sw.js', ...['style', ...early, 'boot', 'program', ...fetched].map(id => own[id].slice(1))];
  manifest.pages[page] = {index: `${page}.html`, first};
}
await writeFile(path.join(out, 'manifest.json'), JSON.stringify(manifest, null, 1));

// What an earlier build left.
for (const folder of ['', 'assets'])
  for (const entry of await readdir(path.join(out, folder), {withFileTypes: true}))
    if (entry.isFile() && !written.has(path.posix.join(folder, entry.name))) await rm(path.join(out, folder, entry.name));
