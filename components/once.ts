/**
 * What is made once, when it is first asked for, and shared by all who ask. A failure is told those alone who asked
 * meanwhile, and then forgotten: whoever asks later has it tried again.
 */
export function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () =>
    (made ??= make().catch((thrown: unknown) => {
      made = undefined;
      throw thrown;
    }));
}
