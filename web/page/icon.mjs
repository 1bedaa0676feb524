// The project's sign: one place to speak, and room in it for several. Drawn from distances, so that each size is
// sharp; written as PNG with nothing but zlib.
import zlib from 'node:zlib';

// Distances in a square of side 1; below 0 is inside.
const circle = (x, y, cx, cy, r) => Math.hypot(x - cx, y - cy) - r;
function box(x, y, cx, cy, w, h, round) {
  const dx = Math.abs(x - cx) - w / 2 + round, dy = Math.abs(y - cy) - h / 2 + round;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
}
function triangle(x, y, [ax, ay], [bx, by], [cx, cy]) { // corners clockwise
  const side = (px, py, qx, qy) => ((y - py) * (qx - px) - (x - px) * (qy - py)) / Math.hypot(qx - px, qy - py);
  return -Math.min(side(ax, ay, bx, by), side(bx, by, cx, cy), side(cx, cy, ax, ay));
}
const bubble = (x, y) => Math.min(box(x, y, 0.5, 0.44, 0.62, 0.42, 0.15), triangle(x, y, [0.32, 0.6], [0.5, 0.6], [0.34, 0.79]));
const words = (x, y) => Math.min(...[0.34, 0.5, 0.66].map(cx => circle(x, y, cx, 0.44, 0.052)));

function mixed(under, over, share) {
  return under.map((value, at) => value + (over[at] - value) * share);
}
const colour = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)).concat(255);

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(sum(body), body.length + 4);
  return out;
}
// Node 18 has no zlib.crc32.
const sum = zlib.crc32 ?? (data => {
  let value = ~0;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; ++bit) value = (value >>> 1) ^ (value & 1 ? 0xEDB88320 : 0);
  }
  return ~value >>> 0;
});

/** A PNG of SIZE pixels. `maskable`: full to the edges, the sign within the safe inner 80 %. */
export function icon(size, primary, paper, maskable) {
  const ground = colour(primary), sign = colour(paper);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const scale = maskable ? 1.2 : 1;
  for (let row = 0, at = 0; row < size; ++row) {
    at += 1; // no filter
    for (let column = 0; column < size; ++column) {
      const cover = distance => Math.min(1, Math.max(0, 0.5 - distance * size / scale));
      const u = (column + 0.5) / size, v = (row + 0.5) / size;
      const x = (u - 0.5) * scale + 0.5, y = (v - 0.5) * scale + 0.5;
      const edge = maskable ? 1 : Math.min(1, Math.max(0, 0.5 - box(u, v, 0.5, 0.5, 1, 1, 0.2) * size));
      let pixel = mixed(ground, sign, cover(bubble(x, y)));
      pixel = mixed(pixel, ground, cover(words(x, y)));
      pixel[3] = 255 * edge;
      for (const value of pixel) rows[at++] = Math.round(value);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header),
    chunk('IDAT', zlib.deflateSync(rows, {level: 9})), chunk('IEND', Buffer.alloc(0))]);
}
