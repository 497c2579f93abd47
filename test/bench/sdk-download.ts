import { buffer } from 'node:stream/consumers';
import { Domain, withUserAccessToken } from '@larksuiteoapi/node-sdk';
import type { Feishu } from '../feishu/server';
import { sdkFor } from '../feishu/proof/sdk';
import { benchBoard, benchToken } from './many-boards';

/** What the official SDK makes of the same boards, as one would write it: so many in flight, no more ado. */
export async function downloadBySdk(
  feishu: Feishu,
  { boards, inFlight }: { boards: number; inFlight: number },
): Promise<{ seconds: number; lost: number }> {
  const client = sdkFor(feishu, Domain.Feishu, { id: 'cli_bench', secret: 'secret' });
  const numbers = Array.from({ length: boards }, (_, index) => index + 1).values();
  let lost = 0;
  const work = async (): Promise<void> => {
    for (const number of numbers) {
      try {
        const reply = await client.board.v1.whiteboard.downloadAsImage(
          { path: { whiteboard_id: benchBoard(number) } },
          withUserAccessToken(benchToken),
        );
        await buffer(reply.getReadableStream());
      } catch {
        lost += 1;
      }
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: inFlight }, work));
  return { seconds: (performance.now() - began) / 1000, lost };
}
