/** How a dragged PNG is called on disk. No path, and no colon: `DownloadURL` is parted by them. */
export function dragFileName(name: string): string {
  const title = name
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${title || 'board'}.png`;
}
