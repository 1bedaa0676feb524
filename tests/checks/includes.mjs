// includes.mjs ROOT: the include rules of the house (README, "The house"), over #include lines.
// Prints each breach and "N passed, M failed"; non-zero on a breach.
import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';

const root = process.argv[2] ?? '.';
const engine = ['base', 'domain', 'rules', 'scoring', 'assignment', 'aggregation', 'files', 'province', 'wire'];
const all = engine.map(room => `engine/${room}`);
const pure = ['engine/base', 'engine/domain'];

// A room may include itself and these. First match wins.
const allowed = [
  [/^engine\/base\//, []],
  [/^engine\/domain\//, ['engine/base']],
  [/^engine\/province\//, [...pure, 'engine/rules']], // its first proposal breaks no hard rule
  [/^engine\/(rules|scoring|aggregation|files)\//, pure],
  [/^engine\/assignment\//, [...pure, 'engine/rules', 'engine/scoring']],
  [/^engine\/wire\//, all],
  [/^app\/panels\/.*view\.(cpp|hpp)$/, [...all, 'app/panels', 'app/core', 'app/ui', 'app/text', 'app/mirror']],
  [/^app\/panels\//, [...all, 'app/panels', 'app/core', 'app/text']],
  [/^app\/core\/.*(program|screen)[^/]*$/, [...all, 'app/panels', 'app/core', 'app/text', 'app/ui', 'app/effects', 'app/browser']],
  [/^app\/core\//, [...all, 'app/panels', 'app/core', 'app/text']],
  [/^app\/effects\//, [...all, 'app/core']],
  [/^app\/(ui|mirror)\//, ['app/ui', 'app/mirror', 'app/text', 'engine/base']],
  [/^app\/text\//, ['engine/base']],
  [/^app\/browser\//, [...all, 'app/panels', 'app/core', 'app/text', 'app/ui', 'app/mirror', 'app/effects']],
  [/^app\/(cli|engine)\//, all],
  [/^web\/server\//, [...all, 'web/server']],
];
// Headers of libraries, and the only rooms that may name them.
const reserved = [
  [/^SDL/, /^app\/browser\/shell/],
  [/^imgui/, /^app\/(ui|browser)\//],
  [/^emscripten/, /^app\/(browser\/shell|effects|mirror|engine\/main)/],
  [/^sqlite3/, /^web\/server\/store\//],
  [/^cereal\//, /^engine\/wire\//],
  [/^drogon\/|^trantor\//, /^web\/server\//],
  [/^lemon\//, /^engine\/assignment\//],
  [/^(zip\.h|pugixml)/, /^engine\/files\/xlsx\//],
  [/^(fstream|filesystem|iostream|thread|mutex)$/, /^(app\/cli|web\/server|app\/effects)\//],
];

function* sources(folder) {
  for (const name of readdirSync(path.join(root, folder)).sort()) {
    const file = `${folder}/${name}`;
    if (statSync(path.join(root, file)).isDirectory()) yield* sources(file);
    else if (/\.(cpp|hpp)$/.test(name)) yield file;
  }
}

let passed = 0;
let failed = 0;
const breach = (file, line, why) => {
  ++failed;
  console.log(`${file}:${line}: ${why}`);
};
for (const folder of ['engine', 'app', 'web']) {
  for (const file of sources(folder)) {
    const before = failed;
    const own = path.dirname(file).split('/').slice(0, 2).join('/');
    const rooms = allowed.find(([pattern]) => pattern.test(file))?.[1];
    if (!rooms) breach(file, 1, 'is in no room of the house');
    readFileSync(path.join(root, file), 'utf8').split('\n').forEach((text, at) => {
      const project = text.match(/^\s*#\s*include\s+"([^"]+)"/)?.[1];
      const library = text.match(/^\s*#\s*include\s+[<"]([^>"]+)[>"]/)?.[1];
      if (project && /^(engine|app|web)\//.test(project)) {
        const room = project.split('/').slice(0, 2).join('/');
        if (room !== own && !rooms?.includes(room)) breach(file, at + 1, `${own} must not include ${project}`);
      }
      for (const [pattern, where] of reserved) {
        if (library && pattern.test(library) && !where.test(file)) breach(file, at + 1, `${own} must not include <${library}>`);
      }
    });
    if (failed === before) ++passed;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
