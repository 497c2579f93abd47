/** One file of the corpus. All are made when they are asked for: nothing lies on disk. */
export interface CorpusPicture {
  name: string;
  make: () => Buffer | Promise<Buffer>;
  /** The same for programs that cannot read it as it is. */
  plain?: () => Buffer;
  /** How large it is at scale 1, in CSS pixels, where that is not what the others are. */
  own?: { width: number; height: number };
}

/** A file that has to be turned away, and with what. */
export interface HostilePicture extends CorpusPicture {
  code: string;
}
