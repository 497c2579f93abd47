// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../components/errors';
import {
  boardList,
  boardRow,
  boardRows,
  now,
  storedImage,
  type createFakeBackground,
} from './fake-background';
import { action, announced, openPopup, resetPopup, statusOf } from './open-popup';
import { button, clearPage, click, find, settle } from './page';

beforeEach(resetPopup);
afterEach(clearPage);

describe('copying and saving one board', () => {
  it('asks for the clipboard in the tick of the click', async () => {
    const copied: string[] = [];
    const { background } = await openPopup(
      {},
      { copyBoard: async ({ blockId }) => ({ ...(copied.push(blockId) && {}) }) },
    );
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    action(2, 'copy').click();
    expect(copied).toEqual(['b2']); // no tick has passed
    await settle();
    expect(statusOf(2)).toBe('Copied');
    expect(announced()).toBe('Copied Board 2');
  });

  it('has the picture drawn when the pointer comes to its thumbnail or to Copy, to be dragged or copied at once', async () => {
    const drawn: string[] = [];
    const { background } = await openPopup(
      {},
      { dragOut: (over, { name }, { key }) => void drawn.push(`${over.className} ${name} ${key}`) },
    );
    await settle(() => background.push('boards', { list: boardList(boardRows(2)) }));
    action(2, 'copy').dispatchEvent(new Event('pointerenter'));
    find('[data-block-id=b2] .thumbnail').dispatchEvent(new Event('pointerenter'));
    const whole = `thumbnail Board 2 ${storedImage().key}`;
    expect(drawn).toEqual([whole, whole]);
  });

  it('is busy once, however often it is clicked', async () => {
    const { background } = await openPopup({ 'board/save': () => new Promise(() => {}) });
    await settle(() => background.push('boards', { list: boardList(boardRows(1)) }));
    await click(action(1, 'save'));
    await click(action(1, 'save'));
    expect(statusOf(1)).toBe('Saving…');
    expect(action(1, 'save').getAttribute('aria-busy')).toBe('true');
    expect(background.asked('board/save')).toEqual([{ tabId: 7, blockId: 'b1' }]);
  });

  it('says why it failed, and its button tries again', async () => {
    let isOnline = false;
    const { background } = await openPopup({
      'board/save': () => {
        if (!isOnline) throw new AppError('network-failed');
        return { image: storedImage() };
      },
    });
    await settle(() => background.push('boards', { list: boardList(boardRows(1)) }));
    await click(button('Save Board 1'));
    expect(statusOf(1)).toContain('The server cannot be reached.');
    expect(announced()).toContain('Board 1: The server cannot be reached.');
    isOnline = true;
    await click(button('Save Board 1 again'));
    expect(statusOf(1)).toBe('Saved');
  });

  it('goes on saying that an older picture was copied', async () => {
    const stoodIn = { fetchedAt: now - 60 * 60_000, because: { code: 'timed-out' } } as const;
    const { background } = await openPopup({}, { copyBoard: async () => ({ stoodIn }) });
    await settle(() => background.push('boards', { list: boardList(boardRows(1)) }));
    await click(action(1, 'copy'));
    expect(statusOf(1).replaceAll(/\s/g, ' ')).toBe(
      'Copied the picture from 1:02 PM, not a newer one. The server took too long to answer.',
    );
  });

  it('keeps the state of a row when the list is amended', async () => {
    const { background } = await openPopup({
      'board/save': () => {
        throw new AppError('download-denied');
      },
    });
    await settle(() => background.push('boards', { list: boardList([boardRow(2)], { settled: false }) }));
    await click(action(2, 'save'));
    await settle(() => background.push('boards', { list: boardList(boardRows(3)) }));
    expect(statusOf(2)).toContain('may not write to the download folder');
  });
});

describe('a board that was saved', () => {
  it('can be shown in its folder', async () => {
    const { background, did } = await openPopup();
    await settle(() => background.push('boards', { list: boardList([boardRow(1)]) }));
    await click(action(1, 'save'));
    expect(statusOf(1)).toBe('Saved Show in folder');
    await click(button('Show in folder'));
    expect(did).toEqual(['show x.png']);
  });

  it('says what turns out to be the matter with it', async () => {
    const { background } = await openPopup();
    await settle(() => background.push('boards', { list: boardList([boardRow(1)]) }));
    await click(action(1, 'save'));
    const looked = { ...storedImage(), faults: ['blank' as const] };
    await settle(() => background.push('boards', { list: boardList([boardRow(1, { stored: looked })]) }));
    expect(statusOf(1)).toBe('Saved Show in folder Looks blank');
  });
});

describe('the menu of a row', () => {
  const menuEntry = (id: string): HTMLElement => find(`[data-entry="${id}"]`);

  it('saves in another format, with what else the settings say', async () => {
    const { background } = await openWithMenu();
    await click(menuEntry('png-2x'));
    expect(background.asked('board/save')).toEqual([
      { tabId: 7, blockId: 'b1', recipe: { format: 'png', size: { scale: 2 } } },
    ]);
    expect(document.querySelector('[data-entry="svg"]')).toBeNull();
  });

  it('offers SVG where there are drawings', async () => {
    const { background } = await openWithMenu({ 'picture/extras': () => ({ hasVector: true, sources: [] }) });
    await click(menuEntry('svg'));
    expect(background.asked('board/save')).toMatchObject([{ recipe: { format: 'svg' } }]);
    expect(background.asked('picture/extras')).toEqual([{ brand: 'feishu', whiteboardId: 'w1' }]);
  });

  it('saves what the diagrams of the board were written in, where some were', async () => {
    const sources = [
      { language: 'mermaid', code: 'graph TD' },
      { language: 'plantuml', code: '@startuml' },
      { language: 'mermaid', code: 'pie' },
    ];
    const { did } = await openWithMenu({ 'picture/extras': () => ({ hasVector: false, sources }) });
    expect(menuEntry('plantuml').textContent).toBe('PlantUML source');
    expect(menuEntry('mermaid').textContent).toBe('Mermaid source (2)');
    await click(menuEntry('mermaid'));
    expect(did).toEqual(['save 2 of b1']);
    expect(statusOf(1)).toBe('Saved Flow.mmd');
  });

  it('says in words what one should know of what was saved', async () => {
    const made = { source: 'served', preview: true, notes: ['enlarged'] } as const;
    await openWithMenu({
      'board/save': () => ({
        fileName: 'x.png',
        image: { ...storedImage(), made: { ...made, notes: [...made.notes] } },
      }),
    });
    await click(menuEntry('png-4x'));
    expect(statusOf(1)).toBe('Enlarged: it is larger, but no sharper than the picture as served.');
  });

  it('says what looks wrong with a picture', async () => {
    await openPopup({}, {}).then(({ background }) =>
      settle(() =>
        background.push('boards', {
          list: boardList([boardRow(1, { stored: { ...storedImage(), faults: ['blank'] } })]),
        }),
      ),
    );
    expect(statusOf(1)).toContain('Looks blank');
  });

  async function openWithMenu(answers: Parameters<typeof createFakeBackground>[0] = {}) {
    const none = { 'picture/extras': () => ({ hasVector: false, sources: [] }) };
    const opened = await openPopup({ ...none, ...answers });
    await settle(() => opened.background.push('boards', { list: boardList([boardRow(1)]) }));
    const menu = find('[role="menu"]');
    const toggled = Object.assign(new Event('toggle'), { newState: 'open' });
    Object.assign(menu, { hidePopover: () => {} });
    await settle(() => menu.dispatchEvent(toggled));
    return opened;
  }
});
