import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPalette } from './with-palette';

/** Where the approved pictures lie: `state/language-theme.webp`. */
const approvedFolder = fileURLToPath(new URL('approved/', import.meta.url));

/** Whether what is seen now becomes what is approved: `npm run gallery -- --approve`. */
export const isApproving = process.env['BOARD_SAVER_APPROVE'] === '1';

/** The picture that somebody has looked at and found good; undefined when there is none. */
export function readApproved(state: string, variant: string): Promise<Buffer | undefined> {
  return readFile(join(approvedFolder, state, `${variant}.webp`)).catch(() => undefined);
}

/** Approves a picture, which takes a quarter of its room. */
export async function approve(state: string, variant: string, picture: Buffer): Promise<void> {
  await approveExactly(state, variant, await withPalette(picture));
}

/** Approves a picture as it is, to the last bit. */
export async function approveExactly(state: string, variant: string, picture: Buffer): Promise<void> {
  const file = join(approvedFolder, state, `${variant}.webp`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, picture);
}

/** The states that have approved pictures; none before the first is approved. */
export function approvedStates(): Promise<string[]> {
  return readdir(approvedFolder).catch(() => []);
}

/** Takes away the pictures of a state that is no more. */
export function withdraw(state: string): Promise<void> {
  return rm(join(approvedFolder, state), { recursive: true });
}
