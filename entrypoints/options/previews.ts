import type { Pictures } from '../../components/images/browser-pictures';
import { t } from '../../components/i18n/t';
import { expandTemplate, safeFileName } from '../../components/saving/file-name';
import type { OptionsDeps } from '../../components/ui/options/options-deps';

/** Makes the sample as a board with a drawing is made. What converts comes when the first choice is not *as served*. */
export const previewPicture: OptionsDeps['previewPicture'] = async (svg, recipe, signal) => {
  loading ??= import('../../components/images/browser-pictures').then((it) => it.createBrowserPictures());
  const { isDescribed: _, ...wanted } = recipe;
  return (await loading).convert({ kind: 'vector', blob: svg }, wanted, { signal });
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

let loading: Promise<Pictures> | undefined;
