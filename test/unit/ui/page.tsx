import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';

/** Runs `change` and waits until the page has followed, with what it loads for that. */
export async function settle(change: () => unknown = () => {}): Promise<void> {
  await act(async () => {
    await change();
  });
  // What was loaded, or has failed meanwhile, may show what is loaded then.
  for (let round = 0; round < 2; round += 1) {
    await act(async () => {
      await vi.dynamicImportSettled();
      await new Promise((resolve) => setTimeout(resolve));
    });
  }
}

/** Shows `view` on an empty page. */
export async function show(view: ComponentChild): Promise<void> {
  await settle(() => render(view, document.body));
}

/** Takes everything off the page, so that its effects end. */
export async function clearPage(): Promise<void> {
  await settle(() => render(null, document.body));
}

/** The one element that `selector` finds. */
export function find<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const all = document.querySelectorAll<Kind>(selector);
  const [first] = all;
  if (!first || all.length > 1) throw new Error(`${all.length} elements match ${selector}`);
  return first;
}

/** The button with these words, or with this accessible name. */
export function button(words: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (each) => each.textContent === words || each.getAttribute('aria-label') === words,
  );
  if (!found) throw new Error(`no button ${words}`);
  return found;
}

export async function click(element: HTMLElement): Promise<void> {
  await settle(() => element.click());
}

/** Presses a key where the focus is. */
export async function press(key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  await settle(() => (document.activeElement ?? document.body).dispatchEvent(event));
  return event;
}

export async function type(field: HTMLInputElement, text: string): Promise<void> {
  await settle(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export function pageText(): string {
  return document.body.textContent ?? '';
}
