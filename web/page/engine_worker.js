// The engine in a thread of its own. The first message names its files, every other one is a frame; each
// answer is a frame too, and null says that there is no engine to be had.
let engine;

onmessage = async ({data}) => {
  try {
    if (data.program) {
      const create = (await import(data.program)).default;
      engine = create({post: bytes => postMessage(bytes, [bytes.buffer]), locateFile: () => data.wasm});
    }
    const app = await engine;
    if (data.program) return;
    const at = app._malloc(data.length);
    app.HEAPU8.set(data, at);
    app._rembuk_receive(at, data.length);
  } catch {
    postMessage(null);
  }
};
