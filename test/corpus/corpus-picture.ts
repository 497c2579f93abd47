/** One file of the corpus. All are made when they are asked for: nothing lies on disk. */
export interface CorpusPicture {
  name: string;
  make: () => Buffer | Promise<Buffer>;
  /** The same for programs that cannot read it as it is. */
  plain?: () => Buffer;
}

/** A file that has to be turned away, and with what. */
export interface HostilePicture extends CorpusPicture {
  code: string;
}
