import { fileURLToPath } from 'node:url';
import { demoSeedFile } from '../feishu/seed-file';

/** The part of the demo world that the demo shows: a document full of boards, and somebody who may read it. */
export const demo = {
  seed: demoSeedFile,
  documentUrl: 'https://acme.feishu.cn/docx/DocCheckout0000000000000001',
  token: 'u-demo-chen-xiao',
  /** What the demo saves is kept here. */
  outputFolder: fileURLToPath(new URL('../../demo-output', import.meta.url)),
} as const;
