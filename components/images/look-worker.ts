import { AppError, toErrorData } from '../errors';
import { createBrowserStudio } from './browser-studio';
import type { LookReply } from './look-in-worker';
import { createPictureLook } from './look-at-picture';

/** A worker that looks at one picture after the other: a blob comes, and what was seen of it goes back. */

const lookAt = createPictureLook({
  studio: createBrowserStudio(),
  // Drawings need a page: none is sent here.
  openVector: () => Promise.reject(new AppError('unexpected')),
});

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const send = (reply: LookReply): void => postMessage(reply);
  if (!(data instanceof Blob)) return send({ error: 'unexpected' });
  lookAt(data).then(send, (thrown: unknown) => send({ error: toErrorData(thrown).code }));
});
