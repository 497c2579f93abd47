/** Saves a text as a file, as a link with a name does. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the blob up by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
