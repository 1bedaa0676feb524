// Pictures as pixels: what Chromium's screenshots are (PNG, 8 bits, RGB or RGBA, not interlaced).
import {inflateSync} from 'node:zlib';

/** → {width, height, at(x, y): [red, green, blue]} */
export function decoded(png) {
  const parts = [];
  let width = 0, height = 0, depth = 3;
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at), kind = png.toString('latin1', at + 4, at + 8), from = at + 8;
    if (kind === 'IHDR') {
      [width, height] = [png.readUInt32BE(from), png.readUInt32BE(from + 4)];
      if (png[from + 8] !== 8 || ![2, 6].includes(png[from + 9]) || png[from + 12] !== 0) throw new Error('another kind of PNG');
      depth = png[from + 9] === 6 ? 4 : 3;
    }
    if (kind === 'IDAT') parts.push(png.subarray(from, from + size));
    at = from + size + 4;
  }
  const raw = inflateSync(Buffer.concat(parts)), line = width * depth, data = Buffer.alloc(line * height);
  const paeth = (a, b, c) => {
    const p = a + b - c, pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
  };
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (line + 1)];
    for (let i = 0; i < line; ++i) {
      const to = y * line + i;
      const left = i < depth ? 0 : data[to - depth], up = y === 0 ? 0 : data[to - line], corner = i < depth || y === 0 ? 0 : data[to - line - depth];
      const plus = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter];
      data[to] = raw[y * (line + 1) + 1 + i] + plus;
    }
  }
  return {width, height, at: (x, y) => [...data.subarray((y * width + x) * depth, (y * width + x) * depth + 3)]};
}

/** What is seen of `box` ({x, y, width, height} in CSS pixels); of all of the page without one. */
export const pixels = async (page, box) => decoded(await page.screenshot(box ? {clip: box} : {}));

/** How many different colours there are. A canvas that draws nothing has one. */
export function colours(picture) {
  const all = new Set();
  for (let y = 0; y < picture.height; ++y)
    for (let x = 0; x < picture.width; ++x) all.add(picture.at(x, y).join());
  return all.size;
}

/** The share of pixels that differ by more than `least` in one of their three parts; 1: another size. */
export function difference(one, other, least = 8) {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let count = 0;
  for (let y = 0; y < one.height; ++y)
    for (let x = 0; x < one.width; ++x) {
      const a = one.at(x, y), b = other.at(x, y);
      if (a.some((part, at) => Math.abs(part - b[at]) > least)) ++count;
    }
  return count / (one.width * one.height);
}

/**
 * How sharp the edges are, 0 … 1: of the whole range of brightness in the picture, the part that the steepest
 * edges cross from one pixel to the next (the mean of the steepest hundredth). What was drawn small and then
 * enlarged to twice its size crosses no more than half.
 */
export function sharpness(picture) {
  const light = (x, y) => picture.at(x, y).reduce((sum, part) => sum + part, 0) / 765;
  const steps = [];
  let least = 1, most = 0;
  for (let y = 0; y < picture.height; ++y)
    for (let x = 1; x < picture.width; ++x) {
      const here = light(x, y);
      steps.push(Math.abs(here - light(x - 1, y)));
      least = Math.min(least, here);
      most = Math.max(most, here);
    }
  if (most - least < 0.2) return 0; // nothing is drawn there
  steps.sort((a, b) => b - a);
  const steepest = steps.slice(0, Math.ceil(steps.length / 100));
  return steepest.reduce((sum, step) => sum + step, 0) / steepest.length / (most - least);
}
