import type { BoardRecipe } from '../../board-recipe';
import { t } from '../../i18n/t';
import type { BoardRow } from '../../messaging/protocol';
import type { PopupDeps } from './popup-deps';
import type { MenuEntry, MenuGroup } from './row-menu';

const scales = [1, 2, 3, 4];
const widths = [1920, 3840];

/** *Save as*: every format that the board can be had in; SVG only where there is a drawing. */
export function saveGroup(
  { board: { blockId }, stored }: BoardRow,
  { recipe, send, tabId }: PopupDeps,
  save: (recipe: BoardRecipe) => void,
): MenuGroup {
  // Trim, background, limits and so on are as the settings say.
  const saveAs = async (wanted: BoardRecipe): Promise<void> => {
    const { size: _, ...chosen } = await recipe.get().catch(() => recipe.fallback);
    save(wanted.format === 'as-served' ? wanted : { ...chosen, ...wanted });
  };
  const entry = (id: string, label: string, wanted: BoardRecipe): MenuEntry => ({
    id,
    label,
    run: () => void saveAs(wanted),
  });
  return {
    label: t('popup_save_as'),
    entries: [
      entry('as-served', t('format_as_served'), { format: 'as-served' }),
      ...scales.map((scale) =>
        entry(`png-${scale}x`, t('format_png_scale', scale), { format: 'png', size: { scale } }),
      ),
      ...widths.map((width) =>
        entry(`png-${width}`, t('format_png_width', width), { format: 'png', size: { width } }),
      ),
      entry('jpeg', t('format_jpeg'), { format: 'jpeg' }),
      entry('webp', t('format_webp'), { format: 'webp' }),
    ],
    more: async () => {
      const isThere =
        stored?.type === 'image/svg+xml' || (await send('board/has-vector', { tabId, blockId }));
      return isThere ? [entry('svg', t('format_svg'), { format: 'svg' })] : [];
    },
  };
}
