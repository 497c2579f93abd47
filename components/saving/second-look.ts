import type { ImageStore } from '../image-store/image-store';
import type { StoredImage } from '../image-store/stored-image';
import type { ImageSize } from '../images/measure';
import type { PictureFault } from '../images/quality';
import type { ImageRequest } from './fetch-image';

/** A picture that has just come from the server and lies in the store. */
export interface Arrival {
  request: ImageRequest;
  image: StoredImage;
  /** Asks the server for it once more, and stores that. */
  fetchAgain: () => Promise<Omit<Arrival, 'fetchAgain'>>;
}

export interface SecondLookDeps {
  /** What looks wrong with a stored picture, and its size, which the header of a drawing does not tell. */
  check: (image: StoredImage) => Promise<{ faults: PictureFault[] } & ImageSize>;
  /** Stores the board's drawing in place of its picture, where there is one that looks right. */
  drawInstead: (request: ImageRequest, image: StoredImage) => Promise<StoredImage | undefined>;
  store: Pick<ImageStore, 'mark' | 'settle'>;
  /** Something that is shown of a stored picture has changed. */
  onChange: () => void;
}

export interface SecondLook {
  /** Begins to look at a picture: whoever only shows it need not wait. */
  begin(arrival: Arrival): void;
  /** Until no picture under this key is being looked at. Never rejects. */
  settled(key: string): Promise<void>;
}

/**
 * A JPEG with so many bytes a pixel shows photographs: drawings take less, and what is blank or of one colour a
 * hundredth. Where a photograph is cut nobody can tell.
 */
const photographFrom = 0.1;

/**
 * Whether a picture's size alone says that no look would find anything: a look decodes it, which takes longer than
 * to fetch it, and a job has hundreds.
 */
function isPhotograph({ type, bytes, width, height }: StoredImage): boolean {
  return type === 'image/jpeg' && width > 0 && bytes >= photographFrom * width * height;
}

/**
 * Looks at each picture that came, after it was stored. One that looks wrong, or came in part, is fetched once more; if
 * that is no better, the board's drawing takes its place; if there is none, it is kept, and marked with what is the matter. A
 * look that fails finds nothing: it is not what somebody asked for.
 */
export function createSecondLook({ check, drawInstead, store, onChange }: SecondLookDeps): SecondLook {
  const underWay = new Map<string, Promise<void>>();

  const look = async ({ image }: Pick<Arrival, 'image'>): Promise<StoredImage> => {
    // Half a picture is not decoded.
    if (image.faults || isPhotograph(image)) return image;
    const { faults, width, height } = await check(image);
    const seen = { width, height, ...(faults.length > 0 && { faults }) };
    if (faults.length > 0 || width !== image.width || height !== image.height) {
      await store.mark(image, seen);
      onChange();
    }
    return { ...image, ...seen };
  };
  const work = async ({ fetchAgain, ...first }: Arrival): Promise<void> => {
    if (!(await look(first)).faults) return;
    const again = await look(await fetchAgain());
    // Whoever shows the first one is to show this.
    if (!again.faults) return onChange();
    const drawn = await drawInstead(first.request, again);
    if (!drawn) return;
    await store.settle(drawn.key);
    onChange();
  };

  return {
    begin(arrival) {
      const { key } = arrival.image;
      const done = work(arrival)
        .catch(() => undefined)
        .then(() => {
          if (underWay.get(key) === done) underWay.delete(key);
        });
      underWay.set(key, done);
    },
    settled: async (key) => underWay.get(key),
  };
}
