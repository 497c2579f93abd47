import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import type { ExtensionBrowser } from './launch-extension';

/** The extension's page in Chromium's side panel, for which Playwright has no page of its own. */
export interface SidePanel {
  /** What a script there comes to. It may wait. */
  evaluate(script: string): Promise<unknown>;
  /** All that stands there. */
  text(): Promise<string>;
  /** Clicks what a selector finds first, once it is there. */
  click(selector: string): Promise<void>;
  /** A picture of it, as a PNG, laid out in so many CSS px. */
  photograph(size: { width: number; height: number }): Promise<Buffer>;
  /** Ends the conversation; the panel stays. */
  leave(): void;
}

const target = v.object({ url: v.string(), webSocketDebuggerUrl: v.string() });
const answer = v.object({
  id: v.optional(v.number()),
  result: v.optional(v.looseObject({})),
  error: v.optional(v.object({ message: v.string() })),
});
const evaluated = v.object({
  result: v.object({ value: v.optional(v.unknown()) }),
  exceptionDetails: v.optional(v.unknown()),
});
const photographed = v.object({ data: v.string() });

/** @param browser launched with `isOpen` */
export async function sidePanelOf({ profile, origin }: ExtensionBrowser): Promise<SidePanel> {
  const port = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0] ?? '';
  const find = async (): Promise<string> => {
    const listed = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = v.parse(v.array(target), await listed.json());
    return targets.find(({ url }) => url === `${origin}/sidepanel.html`)?.webSocketDebuggerUrl ?? '';
  };
  await expect.poll(find, { message: 'the side panel is open' }).not.toBe('');

  const socket = new WebSocket(await find());
  const waiting = new Map<number, (reply: v.InferOutput<typeof answer>) => void>();
  socket.on('message', (data: Buffer) => {
    const reply = v.parse(answer, JSON.parse(data.toString()));
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  await once(socket, 'open');
  let last = 0;
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    const id = ++last;
    const replied = new Promise<v.InferOutput<typeof answer>>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await replied;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  const evaluate: SidePanel['evaluate'] = async (expression) => {
    const options = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = v.parse(evaluated, await send('Runtime.evaluate', options));
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  };
  return {
    evaluate,
    text: async () => String(await evaluate('document.body.innerText')),
    async click(selector) {
      const script = `{
        const found = document.querySelector(${JSON.stringify(selector)});
        found?.click();
        found !== null;
      }`;
      await expect.poll(() => evaluate(script), { message: `${selector} is there` }).toBe(true);
    },
    async photograph(size) {
      await send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
      const { data } = v.parse(photographed, await send('Page.captureScreenshot'));
      await send('Emulation.clearDeviceMetricsOverride');
      return Buffer.from(data, 'base64');
    },
    leave: () => socket.close(),
  };
}
