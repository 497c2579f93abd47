// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PopupDeps } from '../../../components/ui/popup/popup-deps';
import { boardList, boardRows } from './fake-background';
import { openPopup, resetPopup } from './open-popup';
import { button, clearPage, click, find, pageText, press, settle } from './page';

beforeEach(resetPopup);
afterEach(clearPage);

const noClipboard: PopupDeps['policy'] = { allowClipboard: false, allowedFormats: undefined };

async function openUnder(policy: PopupDeps['policy']) {
  const copied: string[] = [];
  const dragged: string[] = [];
  const answers = {
    'picture/extras': () => ({
      hasVector: true,
      sources: [{ language: 'mermaid', text: 'graph TD', number: 1 }],
    }),
  };
  const opened = await openPopup(answers, {
    policy,
    copyBoard: async ({ blockId }, kind) => {
      copied.push(`${kind} ${blockId}`);
      return {};
    },
    dragOut: (_, { blockId }) => dragged.push(blockId),
  });
  await settle(() => opened.background.push('boards', { list: boardList(boardRows(2)) }));
  return { ...opened, copied, dragged };
}

/** As the browser does when the button is clicked. */
async function openMenu(): Promise<void> {
  const menu = find('[data-block-id=b1] [role=menu]');
  await settle(() => menu.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' })));
}

const entriesOf = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-entry]')].map(({ dataset }) => dataset['entry'] ?? '');

describe('where the administrator forbids the clipboard', () => {
  it('nothing offers to copy a picture, or to drag one', async () => {
    const { dragged } = await openUnder(noClipboard);
    expect(
      document.querySelectorAll('[data-action=copy], [data-action=copy-all], [data-action=copy-each]'),
    ).toHaveLength(0);
    const thumbnail = find('[data-block-id=b1] [data-action=preview]');
    await settle(() => thumbnail.dispatchEvent(new Event('pointerenter')));
    expect(dragged).toEqual([]);
  });

  it('no key copies one', async () => {
    const { copied } = await openUnder(noClipboard);
    await press('ArrowDown');
    await press('c');
    expect(copied).toEqual([]);
    await press('?');
    expect(find('dialog').textContent).not.toContain('Copy');
  });

  it('the menu of a row copies words alone', async () => {
    await openUnder(noClipboard);
    await openMenu();
    expect(entriesOf().filter((id) => id.startsWith('copy'))).toEqual(['copy-markdown', 'copy-link']);
  });

  it('the large view saves alone', async () => {
    await openUnder(noClipboard);
    await click(find('[data-block-id=b1] [data-action=preview]'));
    expect(document.querySelector('[data-action=preview-copy]')).toBeNull();
    expect(find('[data-action=preview-save]')).toBeDefined();
  });
});

describe('where the administrator allows some formats', () => {
  it('the menu of a row has these, and no text of diagrams', async () => {
    await openUnder({ allowClipboard: true, allowedFormats: ['svg', 'jpeg'] });
    await openMenu();
    expect(entriesOf().filter((id) => !id.startsWith('copy'))).toEqual(['find', 'jpeg', 'svg']);
  });

  it('all of them are there without a word of his', async () => {
    await openUnder({ allowClipboard: true, allowedFormats: undefined });
    await openMenu();
    expect(entriesOf()).toContain('mermaid');
    expect(entriesOf()).toContain('png-2x');
    expect(button('Copy Board 1')).toBeDefined();
    expect(pageText()).toContain('Copy all');
  });
});
