// Writes the pictures of the docs, small.
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

const OUT = 'docs/images';
const COLORS = 256;

/** Writes a picture with at most 256 colors: a screen of text needs no more, and is a fraction of the size. */
export function savePicture(name, given) {
  const { width, height, data } = Buffer.isBuffer(given) ? PNG.sync.read(given) : given;
  const counts = new Map();
  const at = (index) => (data[index] << 16) | (data[index + 1] << 8) | data[index + 2];
  for (let index = 0; index < data.length; index += 4) counts.set(at(index), (counts.get(at(index)) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, COLORS)
    .map(([color]) => color);
  const nearest = new Map(palette.map((color, index) => [color, index]));
  const indexOf = (color) => {
    if (!nearest.has(color)) {
      const distance = (other) =>
        ((color >> 16) - (other >> 16)) ** 2 +
        (((color >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
        ((color & 255) - (other & 255)) ** 2;
      const best = palette.reduce(
        (found, other, index) => (distance(other) < distance(palette[found]) ? index : found),
        0,
      );
      nearest.set(color, best);
    }
    return nearest.get(color);
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + x + 1] = indexOf(at((y * width + x) * 4));
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 3], 8); // eight bits that point into the palette
  const file = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${OUT}/${name}.png`, file);
  console.log(`${OUT}/${name}.png  ${width} × ${height}  ${Math.round(file.length / 1024)} KB`);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
