import * as v from 'valibot';
import type { Brand } from '../boards/board';
import { brandSchema } from '../brand';
import { asServedRecipe, boardRecipeSchema } from '../board-recipe';
import type { SlideShape } from '../deck/deck-input';
import { jobOutputSchema } from '../job-output';
import type { JobOutput } from '../saving/job';
import { companySchema, type Company } from './company';
import { defineSetting } from './setting';

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24 * 60));
const megabytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
// Not by valibot's own `trim`: one more function in what starts with the browser.
const nameTemplate = v.pipe(
  v.string(),
  v.transform((name) => name.trim()),
  v.minLength(1),
  v.maxLength(200),
);

/** Everything that the user can choose. */
export const settings = {
  /** Minutes for which a stored picture is used without asking the server; 0 asks every time. */
  freshMinutes: defineSetting('freshMinutes', 5, minutes),
  /** Most that the stored pictures may take together, in units of 1,000,000 bytes; 0: none stays after its use. */
  cacheBudgetMb: defineSetting('cacheBudgetMb', 200, megabytes),
  /** Name of the file when one board is saved, without extension. */
  fileNameOne: defineSetting('fileNameOne', '{doc} - {name}', nameTemplate),
  /** Name of each file when several are saved, within a folder or archive named after the document. */
  fileNameInSet: defineSetting('fileNameInSet', '{n} {name}', nameTemplate),
  /** What saving makes of a picture. */
  recipe: defineSetting('recipe', asServedRecipe, boardRecipeSchema),
  /** How several boards were saved the last time. */
  jobOutput: defineSetting<JobOutput>('jobOutput', 'zip', jobOutputSchema),
  /** Whether the browser asks where to save each file, as the last one told: nobody chooses it here. */
  asksForEach: defineSetting('asksForEach', false, v.boolean()),
  /** Archives are split where they would be larger, in units of 1,000,000 bytes; 0: never. */
  archivePartMb: defineSetting('archivePartMb', 0, v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Pixels that drawings are wide on slides and on the clipboard; pictures that have fewer keep them. */
  slideWidth: defineSetting(
    'slideWidth',
    1920,
    v.pipe(v.number(), v.integer(), v.minValue(320), v.maxValue(7680)),
  ),
  /** The shape of slides. */
  slideShape: defineSetting<SlideShape>('slideShape', '16:9', v.picklist(['16:9', '4:3'])),
  /** Whether slides begin with one that has the document's title. */
  slideCover: defineSetting('slideCover', true, v.boolean()),
  /** Whether the page's right-click menu has our items. */
  rightClick: defineSetting('rightClick', true, v.boolean()),
  /** Whether a board shows a small toolbar under the pointer. */
  toolbar: defineSetting('toolbar', true, v.boolean()),
  /** The brand that the sign-in form starts with: the one that was last used. */
  defaultBrand: defineSetting<Brand>('defaultBrand', 'feishu', brandSchema),
  /** A company's own deployment, where the user or the administrator has named one. */
  company: defineSetting<Company | null>('company', null, v.nullable(companySchema)),
  /** Whether the settings begin with the way to the first saved board: `auto`, where somebody has not gone it yet. */
  firstSteps: defineSetting<'auto' | 'shown' | 'over'>(
    'firstSteps',
    'auto',
    v.picklist(['auto', 'shown', 'over']),
  ),
  /** Whether who is signed in is forgotten when the browser closes. */
  forgetOnClose: defineSetting('forgetOnClose', false, v.boolean()),
};
