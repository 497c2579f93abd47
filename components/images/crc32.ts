/** How many bytes are taken at once. */
const stride = 8;

/** What a byte does to the checksum, followed by 0 to 7 bytes more: eight tables behind each other. */
const table = new Int32Array(stride * 256);
for (let index = 0; index < table.length; index += 1) {
  let value = index < 256 ? index : at(index - 256);
  const byte = value & 0xff;
  if (index >= 256) value = (value >>> 8) ^ at(byte);
  else for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  table[index] = value;
}

function at(index: number): number {
  return table[index] ?? 0;
}

/**
 * The checksum of PNG's chunks and of ZIPs, eight bytes at a time: every picture goes through it as it comes, and byte
 * by byte that would take longer than all else that is done with it.
 * Sources: https://www.w3.org/TR/png-3/#5CRC-algorithm, https://create.stephan-brumme.com/crc32/#slicing-by-8-overview
 */
export function crc32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let value = -1;
  let place = 0;
  for (; place + stride <= bytes.length; place += stride) {
    const low = value ^ view.getInt32(place, true);
    const high = view.getInt32(place + 4, true);
    value =
      at(0x700 | (low & 0xff)) ^
      at(0x600 | ((low >>> 8) & 0xff)) ^
      at(0x500 | ((low >>> 16) & 0xff)) ^
      at(0x400 | (low >>> 24)) ^
      at(0x300 | (high & 0xff)) ^
      at(0x200 | ((high >>> 8) & 0xff)) ^
      at(0x100 | ((high >>> 16) & 0xff)) ^
      at(high >>> 24);
  }
  for (; place < bytes.length; place += 1) value = at((value ^ view.getUint8(place)) & 0xff) ^ (value >>> 8);
  return ~value >>> 0;
}
