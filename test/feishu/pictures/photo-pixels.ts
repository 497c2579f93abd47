import { createRandom } from './random';

type Colour = readonly [number, number, number];

interface Sky {
  top: Colour;
  bottom: Colour;
  sun: Colour;
  hill: Colour;
}

const skies: readonly Sky[] = [
  { top: [58, 112, 190], bottom: [214, 230, 240], sun: [255, 250, 220], hill: [44, 84, 66] },
  { top: [64, 54, 116], bottom: [250, 168, 112], sun: [255, 226, 150], hill: [46, 34, 62] },
  { top: [118, 176, 196], bottom: [244, 240, 220], sun: [255, 255, 240], hill: [92, 112, 76] },
  { top: [22, 34, 70], bottom: [86, 120, 160], sun: [240, 244, 255], hill: [14, 26, 44] },
  { top: [230, 142, 120], bottom: [252, 222, 178], sun: [255, 248, 214], hill: [124, 66, 62] },
];

const RANGES = 4;
/** How far a pixel may stray from its colour. */
const GRAIN = 9;

/**
 * A landscape of hills under a sky, as RGB bytes, row by row. The grain cannot be compressed, as in a
 * photograph taken indoors. The same arguments give the same bytes.
 */
export function photoPixels(seed: number, width: number, height: number): Buffer {
  const random = createRandom(seed);
  const sky = skies[seed % skies.length] ?? skies[0];
  if (!sky) throw new Error('no skies');
  const sun = {
    x: width * (0.2 + 0.6 * random()),
    y: height * (0.18 + 0.2 * random()),
    radius: height * 0.075,
  };
  const ranges = Array.from({ length: RANGES }, (_, range) => ridge(random, width, height, range));
  const pixels = Buffer.alloc(width * height * 3);
  const put = (at: number, a: Colour, b: Colour, share: number) => {
    const grain = (random() - 0.5) * 2 * GRAIN;
    for (let part = 0; part < 3; part++) {
      const from = a[part] ?? 0;
      const value = from + ((b[part] ?? 0) - from) * share + grain;
      pixels[at + part] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  };
  for (let y = 0, at = 0; y < height; y++) {
    const air = mix(sky.top, sky.bottom, Math.min(1, y / (height * 0.62)));
    for (let x = 0; x < width; x++, at += 3) {
      let range = RANGES - 1;
      while (range >= 0 && y < (ranges[range]?.[x] ?? height)) range--;
      if (range < 0) {
        put(at, air, sky.sun, glow(Math.hypot(x - sun.x, y - sun.y), sun.radius));
      } else {
        const depth = (y - (ranges[range]?.[x] ?? y)) / height;
        put(at, sky.hill, sky.bottom, 0.72 * (1 - range / (RANGES - 1)) + Math.min(0.1, depth));
      }
    }
  }
  return pixels;
}

/** Heights of one range of hills: a few waves of chance length. */
function ridge(random: () => number, width: number, height: number, range: number): number[] {
  const base = height * (0.48 + range * 0.14);
  const waves = [1, 2.3, 4.7, 11].map((pace) => ({
    pace: (pace * (0.8 + 0.5 * random()) * Math.PI * 2) / width,
    shift: random() * Math.PI * 2,
    size: (height * (0.11 - range * 0.015)) / pace,
  }));
  return Array.from({ length: width }, (_, x) =>
    Math.round(base + waves.reduce((sum, wave) => sum + Math.sin(x * wave.pace + wave.shift) * wave.size, 0)),
  );
}

/** How much of the sun's colour lies in the air at this distance from its middle. */
function glow(distance: number, radius: number): number {
  return distance < radius ? 1 : 0.5 * Math.exp((radius - distance) / (radius * 2.1));
}

function mix(a: Colour, b: Colour, share: number): Colour {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}
