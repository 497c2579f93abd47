import { t, type MessageKey } from '../i18n/t';
import { toolbarIcon, type ToolbarIcon } from './toolbar-icon';

/** How long a success is marked, in ms. A failure stays marked until the next try or board. */
const markedForMs = 2500;

type Phase = 'idle' | 'busy' | 'done' | 'failed';

export interface ToolbarButtonDeps {
  page: Document;
  icon: ToolbarIcon;
  /** What it is called, and what it says when it has been done. */
  label: MessageKey;
  done: MessageKey;
  /** Called in the click's own tick. */
  act: () => Promise<unknown>; // false: it is not done yet, and somebody else says why
  onFailure: (thrown: unknown) => void;
  /** Has screen readers say it. */
  say: (text: string) => void;
}

/** A button that shows how its action goes. `reset` is for another board: what is under way shows no more. */
export function createToolbarButton(deps: ToolbarButtonDeps): {
  element: HTMLButtonElement;
  reset: () => void;
} {
  const { page, act, onFailure, say } = deps;
  const element = page.createElement('button');
  element.type = 'button';
  element.tabIndex = -1; // reached from its board alone: see the toolbar's keys
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (phase: Phase): void => {
    clearTimeout(timer);
    const icon = { idle: deps.icon, busy: 'spinner', done: 'check', failed: 'retry' } as const;
    const words = t(phase === 'done' ? deps.done : deps.label);
    element.className = phase;
    element.setAttribute('aria-busy', String(phase === 'busy'));
    element.replaceChildren(toolbarIcon(page, icon[phase]), words);
    if (phase === 'done') {
      say(words);
      timer = setTimeout(() => show('idle'), markedForMs);
    }
  };
  const run = async (): Promise<void> => {
    if (element.className === 'busy') return;
    turn += 1;
    const mine = turn;
    show('busy');
    try {
      const isDone = (await act()) !== false;
      if (mine === turn) show(isDone ? 'done' : 'idle');
    } catch (thrown) {
      if (mine === turn) show('failed');
      onFailure(thrown);
    }
  };
  const reset = (): void => {
    turn += 1;
    show('idle');
  };

  element.addEventListener('mousedown', (event) => event.preventDefault()); // the editor keeps its focus
  element.addEventListener('click', () => void run());
  reset();
  return { element, reset };
}
