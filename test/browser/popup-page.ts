import { expect, type Locator, type Page } from '@playwright/test';
import type { ErrorCode } from '../../components/errors';
import type { Words } from './words';

/** The popup, as one uses it. */
export interface PopupPage {
  page: Page;
  rows: Locator;
  /** The row of the board with this name. */
  row(name: string): Locator;
  /** The result and the progress of a bulk save. */
  job: Locator;
  save(name: string): Promise<void>;
  /** Presses the *Save* that became *Save again* when it failed. */
  saveAgain(name: string): Promise<void>;
  /** Saves all boards: the main button, which counts them. */
  saveAll(count: number): Promise<void>;
  chooseOutput(output: 'zip' | 'files' | 'deck'): Promise<void>;
  expectOutput(output: 'zip' | 'files' | 'deck'): Promise<void>;
  /** *Find in document*, in the menu of a row. */
  find(row: Locator): Promise<void>;
  /** Presses a button of the popup by its name. */
  press(button: string): Promise<void>;
  /** Waits until the row says in words why its board could not be saved, and what can be done. */
  expectRowError(name: string, code: ErrorCode, ...substitutions: string[]): Promise<void>;
  /** Waits until the row says that its board was saved. */
  expectRowSaved(name: string): Promise<void>;
  /** Waits until the popup says why there is no list at all, or why the list is of no use. */
  expectProblem(code: ErrorCode, ...substitutions: string[]): Promise<void>;
  /** Waits until the bulk save has ended. */
  expectJob(state: 'done' | 'failed' | 'cancelled'): Promise<void>;
}

export function popupPage(page: Page, words: Words): PopupPage {
  const rows = page
    .getByRole('list', { name: words('popup_list_label'), exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') });
  const row = (name: string): Locator =>
    rows.filter({ has: page.getByRole('heading', { name, exact: true }) });
  const press = (scope: Page | Locator, name: string): Promise<void> =>
    scope.getByRole('button', { name, exact: true }).click();
  // Further down, a row is drawn when it is seen.
  const pressInRow = async (name: string, button: string): Promise<void> => {
    await row(name).scrollIntoViewIfNeeded();
    await press(row(name), button);
  };
  const output = (which: 'zip' | 'files' | 'deck'): Locator =>
    page.getByRole('radio', { name: words(`output_${which}`), exact: true });
  const job = page.getByRole('region', { name: words('job_progress_label') });

  return {
    page,
    rows,
    row,
    job,
    save: (name) => pressInRow(name, words('popup_save_named', name)),
    saveAgain: (name) => pressInRow(name, words('popup_save_retry_named', name)),
    saveAll: (count) =>
      press(page, words(count === 1 ? 'popup_save_boards_one' : 'popup_save_boards_other', count)),
    chooseOutput: (which) => output(which).check(),
    expectOutput: (which) => expect(output(which)).toBeChecked(),
    async find(found) {
      await found.scrollIntoViewIfNeeded();
      await found.locator('[data-action=more]').click();
      await found.getByRole('menuitem', { name: words('popup_find'), exact: true }).click();
    },
    press: (button) => press(page, button),
    async expectRowError(name, code, ...substitutions) {
      const { sentence, help } = words.error(code, ...substitutions);
      const again = row(name).getByRole('button', { name: words('popup_save_retry_named', name) });
      await expect(again, `saving ${name} has failed`).toBeVisible();
      const said = row(name).getByText(sentence);
      await expect(said).toBeVisible();
      expect(await said.getAttribute('title')).toContain(help);
    },
    async expectRowSaved(name) {
      await expect(row(name).getByText(words('popup_saved'), { exact: true })).toBeVisible();
    },
    async expectProblem(code, ...substitutions) {
      const { sentence, help } = words.error(code, ...substitutions);
      await expect(page.getByText(sentence, { exact: true })).toBeVisible();
      await expect(page.getByText(help, { exact: true })).toBeVisible();
    },
    async expectJob(state) {
      await expect(job).toHaveAttribute('data-job-state', state);
    },
  };
}
