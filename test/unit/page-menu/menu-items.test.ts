import type { Menus } from 'webextension-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMenuItems } from '../../../components/page-menu/menu-items';
import { setLocale } from '../i18n/fake-i18n';

type Item = Menus.CreateCreatePropertiesType;

/** The browser's menus in memory. */
function fakeMenus() {
  const items = new Map<string, Item>();
  return {
    items,
    /** What stands in the menu: the titles below our item; nothing where that is hidden. */
    seen: () =>
      items.get('board')?.visible === true
        ? [...items.values()]
            .filter(({ id, visible }) => id !== 'board' && visible !== false)
            .map(({ title }) => title)
        : [],
    create(item: Item): string {
      const { id = '' } = item;
      if (items.has(id)) throw new Error(`Cannot create item with duplicate id ${id}`);
      items.set(id, item);
      return id;
    },
    async update(id: string | number, change: Menus.UpdateUpdatePropertiesType): Promise<void> {
      const item = items.get(String(id));
      if (!item) throw new Error(`Cannot find menu item with id ${id}`);
      const { title = item.title ?? '', visible = item.visible ?? true } = change;
      items.set(String(id), { ...item, title, visible });
    },
    async removeAll(): Promise<void> {
      items.clear();
    },
  };
}

const named = ['Save board “Flow” as image', 'Copy board “Flow” as image', 'Save all 3 boards'];

beforeEach(() => setLocale('en'));

describe('the items of the context menu', () => {
  it('are hidden until the pointer is over a board, and again afterwards', async () => {
    const menus = fakeMenus();
    const items = createMenuItems({ menus, companyPages: async () => [], mayCopy: async () => true });
    items.make();
    await items.show(undefined);
    expect(menus.seen()).toEqual([]);
    await items.show({ name: 'Flow', total: 3 });
    expect(menus.seen()).toEqual(named);
    await items.show(undefined);
    expect(menus.seen()).toEqual([]);
  });

  it('leave out what saves all boards where there is one', async () => {
    const menus = fakeMenus();
    const items = createMenuItems({ menus, companyPages: async () => [], mayCopy: async () => true });
    items.make();
    await items.show({ name: 'Flow', total: 1 });
    expect(menus.seen()).toEqual(named.slice(0, 2));
  });

  it('lack copying where the administrator forbids it, whatever board is pointed at', async () => {
    const menus = fakeMenus();
    const items = createMenuItems({ menus, companyPages: async () => [], mayCopy: async () => false });
    items.make();
    await items.show({ name: 'Flow', total: 3 });
    expect(menus.seen()).toEqual(named.filter((title) => !title.startsWith('Copy')));
  });

  it('are made as they shall be seen, where the pointer came while they were made', async () => {
    const menus = fakeMenus();
    let tell = (_pages: string[]): void => undefined;
    const companyPages = new Promise<string[]>((resolve) => (tell = resolve));
    const items = createMenuItems({ menus, companyPages: () => companyPages, mayCopy: async () => true });
    items.make();
    const shown = items.show({ name: 'Flow', total: 3 });
    tell([]);
    await shown;
    expect(menus.seen()).toEqual(named);
  });

  it('are there where the pointer came before the browser had us make them', async () => {
    const menus = fakeMenus();
    const items = createMenuItems({ menus, companyPages: async () => [], mayCopy: async () => true });
    await items.show({ name: 'Flow', total: 3 });
    items.make();
    items.make();
    await items.show({ name: 'Flow', total: 3 });
    expect(menus.seen()).toEqual(named);
    expect(menus.items.size).toBe(4);
  });

  it('show what was said last, however long they were in the making', async () => {
    const menus = fakeMenus();
    const items = createMenuItems({ menus, companyPages: async () => [], mayCopy: async () => true });
    items.make();
    await Promise.all([items.show({ name: 'Flow', total: 3 }), items.show(undefined)]);
    expect(menus.seen()).toEqual([]);
  });

  it('are made without the company’s pages where these cannot be told', async () => {
    const menus = fakeMenus();
    const items = createMenuItems({
      menus,
      companyPages: () => Promise.reject(new Error('No scripting')),
      mayCopy: async () => true,
    });
    items.make();
    await items.show({ name: 'Flow', total: 3 });
    expect(menus.seen()).toEqual(named);
  });

  it('are drawn again in an open menu where the browser can, over a board alone', async () => {
    let drawn = 0;
    const refresh = async (): Promise<void> => void (drawn += 1);
    const items = createMenuItems({
      menus: { ...fakeMenus(), refresh },
      companyPages: async () => [],
      mayCopy: async () => true,
    });
    await items.show({});
    await items.show(undefined);
    expect(drawn).toBe(1);
  });
});
