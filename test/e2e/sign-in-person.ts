import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** Somebody who signs in, and how much it takes. */
export interface Person {
  clicks: number;
  pastes: number;
  click(target: Locator): Promise<void>;
  /** Pastes into the field that has the focus, which has to be this one: nobody clicks into it. */
  paste(field: Locator, text: string): Promise<void>;
  /** Waits for a page of Feishu with this heading, in whatever tab. */
  page(heading: RegExp): Promise<Page>;
  /** Presses a button on the page of Feishu with this heading. */
  answer(heading: RegExp, button: string): Promise<void>;
}

export function createPerson(context: BrowserContext): Person {
  const headed = async (heading: RegExp): Promise<Page> => {
    let found: Page | undefined;
    await expect
      .poll(
        async () => {
          for (const page of context.pages()) {
            const isFeishu = /^https:\/\/(open|accounts)\./.test(page.url());
            if (isFeishu && (await page.getByRole('heading', { name: heading }).count()) > 0) found = page;
          }
          return found !== undefined;
        },
        { message: `a page says ${heading.source}`, timeout: 20_000 },
      )
      .toBe(true);
    if (!found) throw new Error('no page');
    return found;
  };
  const person: Person = {
    clicks: 0,
    pastes: 0,
    async click(target) {
      await target.click();
      person.clicks += 1;
    },
    async paste(field, text) {
      await expect(field).toBeFocused();
      await field.page().keyboard.insertText(text);
      person.pastes += 1;
    },
    page: headed,
    async answer(heading, button) {
      const page = await headed(heading);
      await page.bringToFront();
      await person.click(page.getByRole('button', { name: button, exact: true }));
    },
  };
  return person;
}
