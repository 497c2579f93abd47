import { createStore, type UseStore } from 'idb-keyval';

/** Where pictures lie, all three under the same keys. */
export interface ImageDatabases {
  /** What is known of each: lists read no more than these, 1 to 2 ms for hundreds. */
  records: UseStore;
  /** Their bytes. */
  blobs: UseStore;
  /** Small versions of them. */
  thumbnails: UseStore;
}

/** One store for each database: that is what idb-keyval can do. */
export function openImageDatabases(): ImageDatabases {
  return {
    records: createStore('board-saver-images', 'records'),
    blobs: createStore('board-saver-image-blobs', 'blobs'),
    thumbnails: createStore('board-saver-thumbnails', 'blobs'),
  };
}
