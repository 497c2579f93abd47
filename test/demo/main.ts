import { parseArgs } from 'node:util';
import { seedFrom } from '../feishu/seed-file';
import { startFeishu } from '../feishu/server';
import { demo } from './demo-world';
import { showAround } from './show-around';
import { takeTour } from './tour';

/** `npm start`: a browser to try the extension in; `npm start -- --tour`, or no display: the main job by itself. */
const { values } = parseArgs({ options: { tour: { type: 'boolean', default: false } } });
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const feishu = await startFeishu({ seed: await seedFrom(demo.seed) });
try {
  if (values.tour || !hasDisplay) process.exitCode = await takeTour(feishu);
  else await showAround(feishu);
} finally {
  await feishu.close();
}
