import { parseSync } from 'oxc-parser';

/** One `import`, `export … from` or `import()` of a file. */
export interface ImportOf {
  /** As it is written, for example `../errors`. */
  specifier: string;
  /** Whether only types come from it, so that nothing of it is left at run time. */
  typeOnly: boolean;
  dynamic: boolean;
}

/** What a TypeScript or JavaScript source imports, in order. */
export function importsOf(path: string, source: string): ImportOf[] {
  const { module, errors } = parseSync(path, source);
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);

  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    dynamic: false,
  }));
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, typeOnly: isType, dynamic: false }],
    ),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    // A specifier that is no plain string stays as it is written, quotes or backticks and all.
    specifier: source.slice(moduleRequest.start, moduleRequest.end).replace(/^(['"])(.*)\1$/s, '$2'),
    typeOnly: false,
    dynamic: true,
  }));
  return [...imports, ...exports, ...dynamic];
}
