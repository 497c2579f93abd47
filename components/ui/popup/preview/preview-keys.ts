import type { Zoomable } from './preview-picture';

interface PreviewActions {
  step(by: 1 | -1): void;
  close(): void;
  picture: Zoomable | null;
}

/** The keys of the preview; the list's rest meanwhile. Escape is the dialog's own. */
export function handlePreviewKey(event: KeyboardEvent, actions: PreviewActions): void {
  event.stopPropagation();
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const dialog = event.currentTarget instanceof HTMLElement ? event.currentTarget : undefined;
  const isOnButton = event.target instanceof HTMLButtonElement;
  if (keyAction(event.key, actions, isOnButton, dialog)) event.preventDefault();
}

/** Whether the key was ours. */
function keyAction(
  key: string,
  { step, close, picture }: PreviewActions,
  isOnButton: boolean,
  dialog: HTMLElement | undefined,
): boolean {
  const press = (action: string): boolean => {
    dialog?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
    return true;
  };
  // A picture that is larger than its room is scrolled by them.
  const mayStep = picture?.isWhole() ?? true;
  switch (key.toLowerCase()) {
    case 'arrowright':
    case 'arrowdown':
      if (mayStep) step(1);
      return mayStep;
    case 'arrowleft':
    case 'arrowup':
      if (mayStep) step(-1);
      return mayStep;
    case '+':
    case '=':
      picture?.zoom('in');
      return true;
    case '-':
      picture?.zoom('out');
      return true;
    case '0':
      picture?.zoom('fit');
      return true;
    case '1':
      picture?.zoom('pixels');
      return true;
    case 'c':
      return press('preview-copy');
    case 'enter':
      return !isOnButton && press('preview-save');
    case ' ':
      if (!isOnButton) close();
      return !isOnButton;
    default:
      return false;
  }
}
