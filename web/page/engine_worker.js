// The engine in a thread of its own. The first message names its files, every other one is a frame; each
// answer is a frame too, and null says that there is no engine to be had.
let engine;

async function create({program, wasm}) {
  const make = (await import(program)).default;
  return make({post: bytes => postMessage(bytes, [bytes.buffer]), locateFile: () => wasm});
}

onmessage = async ({data}) => {
  try {
    engine ??= create(data); // frames that come meanwhile wait for it, in their order
    const app = await engine;
    if (data.program) return;
    const at = app._malloc(data.length);
    app.HEAPU8.set(data, at);
    app._rembuk_receive(at, data.length);
  } catch {
    postMessage(null);
  }
};
