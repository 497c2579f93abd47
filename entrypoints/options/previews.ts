import { t } from '../../components/i18n/t';
import { once } from '../../components/once';
import { expandTemplate, safeFileName } from '../../components/saving/file-name';
import type { OptionsDeps } from '../../components/ui/options/options-deps';

/** What converts: it comes when the first choice is not *as served*. */
const pictures = once(async () =>
  (await import('../../components/images/browser-pictures')).createBrowserPictures(),
);

/** Makes the sample as a board with a drawing is made. */
export const previewPicture: OptionsDeps['previewPicture'] = async (svg, recipe, signal) => {
  const { isDescribed: _, ...wanted } = recipe;
  return (await pictures()).convert({ kind: 'vector', blob: svg }, wanted, { signal });
};

/** The name of the sample's file. */
export const previewName: OptionsDeps['previewName'] = (template) => {
  const fields = {
    doc: t('sample_document'),
    name: t('sample_board'),
    heading: t('sample_board'),
    caption: t('sample_board'),
    n: 3,
    highest: 12,
    date: Date.now(),
    id: 'doxcn3kd8Xb',
    width: 1920,
    height: 1080,
  };
  return safeFileName(expandTemplate(template, fields), 'png');
};
