/** Drawn for this product on a grid of 16 by 16, with lines of 1.5, each as one path. */
const drawings = {
  board: 'M1.75 2.75h12.5v9H1.75zM8 11.75v2.5M5 14.25h6M4.5 5.5h3v3h-3zM7.5 7h2.25M9.75 5.5h1.75v3H9.75z',
  check: 'm3 8.5 3.25 3.25L13 4.75',
  close: 'm3.75 3.75 8.5 8.5m0-8.5-8.5 8.5',
  copy: 'M5.75 5.75h8.5v8.5h-8.5zM10.25 5.5V1.75h-8.5v8.5H5.5',
  down: 'm3.5 6 4.5 4.5L12.5 6',
  external: 'M9.25 2.75h4v4m0-4-6 6M6.5 3.75H2.75v9.5h9.5V9.5',
  eye: 'M1.25 8S3.5 3.5 8 3.5 14.75 8 14.75 8 12.5 12.5 8 12.5 1.25 8 1.25 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  'eye-off':
    'M3.25 5.25C1.9 6.5 1.25 8 1.25 8S3.5 12.5 8 12.5c1.1 0 2.05-.25 2.85-.65m2.1-1.4c1.2-1.15 1.8-2.45 1.8-2.45S12.5 3.5 8 3.5c-.75 0-1.4.1-2.05.3M2 2l12 12',
  folder: 'M1.75 13.25V3h4.5l1.5 2h6.5v8.25z',
  lock: 'M3.25 7.25h9.5v6.5h-9.5zM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2M8 9.75v1.5',
  offline:
    'M1.75 6.25A9 9 0 0 1 6 4m3-.1a9 9 0 0 1 5.25 2.35M4.25 9a5.5 5.5 0 0 1 2.5-1.4m3.5.4A5.5 5.5 0 0 1 11.75 9M8 12v.25M2.5 1.75l11 12.5',
  page: 'M3.25 1.75h6.5l3 3v9.5h-9.5zM5.75 7.5h4.5m-4.5 3h4.5',
  panel: 'M1.75 2.75h12.5v10.5H1.75zM9.75 2.75v10.5M11.5 5.5h1m-1 2.5h1',
  person: 'M8 7.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.75 14c.4-2.6 2.5-4 5.25-4s4.85 1.4 5.25 4',
  pulse: 'M1.25 8.5h3l2-5.75 3.5 10.5 2-4.75h3',
  question: 'M5.5 5.75c0-1.5 1.1-2.5 2.5-2.5s2.5 1 2.5 2.25C10.5 7.25 8 7.5 8 9.5M8 12v1.25',
  retry: 'M13.25 8A5.25 5.25 0 1 1 11.5 4.1l1.75 1.65m0-3.5v3.5h-3.5',
  save: 'M8 1.75v8.5m-3.5-3.5L8 10.25l3.5-3.5M2.25 11v3.25h11.5V11',
  search: 'M7 11.75a4.75 4.75 0 1 0 0-9.5 4.75 4.75 0 0 0 0 9.5Zm3.5-1.25 3.75 3.75',
  settings:
    'M1.75 4.25h6m4 0h2.5M1.75 11.75h2.5m4 0h6M9.75 6.25a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm-3.5 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  spinner: 'M8 1.75A6.25 6.25 0 1 1 1.75 8',
  target: 'M8 3.25a4.75 4.75 0 1 0 0 9.5 4.75 4.75 0 0 0 0-9.5ZM8 1v4m0 6v4M1 8h4m6 0h4',
  warning: 'M8 2 14.75 13.75H1.25zM8 6.5v3.25m0 1.5v1',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof drawings;

/** An icon of `size` CSS px, for the eye only: the words are said by what holds it. Its lines are drawn as `.icon` says. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={name === 'spinner' ? 'icon spinning' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
