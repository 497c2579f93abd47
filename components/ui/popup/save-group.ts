import type { BoardRecipe } from '../../board-recipe';
import type { Brand } from '../../boards/board';
import { formatNumber } from '../../i18n/format-number';
import { t } from '../../i18n/t';
import type { BoardSource } from '../../boards/board-text';
import type { BoardRow } from '../../messaging/protocol';
import type { PopupDeps } from './popup-deps';
import type { MenuEntry, MenuGroup } from './menu-group';
import type { SaveWish } from './save-wish';

const scales = [1, 2, 3, 4];
const widths = [1920, 3840];

const languages = { mermaid: 'Mermaid', plantuml: 'PlantUML' } as const satisfies Record<
  BoardSource['language'],
  string
>;

/**
 * *Save as*: every format that the board can be had in; SVG only where there is a drawing, sources only where there
 * are diagrams that were written as text.
 */
export function saveGroup(
  { board: { whiteboardId }, stored }: BoardRow,
  brand: Brand,
  { policy: { allowedFormats }, recipe, runTask }: PopupDeps,
  save: (wish: SaveWish) => void,
): MenuGroup {
  const isAllowed = (format: BoardRecipe['format']): boolean => allowedFormats?.includes(format) ?? true;
  // Trim, background, limits and so on are as the settings say.
  const saveAs = async (wanted: BoardRecipe): Promise<void> => {
    const { size: _, ...chosen } = await recipe.get().catch(() => recipe.fallback);
    save(wanted.format === 'as-served' ? wanted : { ...chosen, ...wanted });
  };
  const entry = (id: string, label: string, wanted: BoardRecipe): MenuEntry[] =>
    isAllowed(wanted.format) ? [{ id, label, run: () => void saveAs(wanted) }] : [];
  return {
    label: t('popup_save_as'),
    entries: [
      ...entry('as-served', t('format_as_served'), { format: 'as-served' }),
      ...scales.flatMap((scale) =>
        entry(`png-${scale}x`, t('format_png_scale', scale), { format: 'png', size: { scale } }),
      ),
      ...widths.flatMap((width) =>
        entry(`png-${width}`, t('format_png_width', width), { format: 'png', size: { width } }),
      ),
      ...entry('jpeg', t('format_jpeg'), { format: 'jpeg' }),
      ...entry('webp', t('format_webp'), { format: 'webp' }),
    ],
    more: async () => {
      const { hasVector, sources } = whiteboardId
        ? await runTask('picture/extras', { brand, whiteboardId })
        : { hasVector: false, sources: [] };
      const isVector = hasVector || stored?.type === 'image/svg+xml';
      return [
        ...(isVector ? entry('svg', t('format_svg'), { format: 'svg' }) : []),
        // Text is none of the formats that a policy can allow.
        ...(allowedFormats ? [] : sourceEntries(sources, save)),
      ];
    },
  };
}

/** One for each language: all of a board's diagrams in it. */
function sourceEntries(
  sources: readonly BoardSource[],
  save: (wish: readonly BoardSource[]) => void,
): MenuEntry[] {
  return (['mermaid', 'plantuml'] as const).flatMap((language) => {
    const own = sources.filter((source) => source.language === language);
    if (own.length === 0) return [];
    const label = t('format_source', languages[language]);
    return [
      {
        id: language,
        label: own.length > 1 ? `${label} (${formatNumber(own.length)})` : label,
        run: () => save(own),
      },
    ];
  });
}
