import { t } from '../../i18n/t';

/** From how many boards on there is a filter. */
const filterFrom = 9;

interface ListToolsProps {
  total: number;
  /** How many rows the filter leaves, and how many of them are chosen. */
  shown: number;
  selected: number;
  filter: string;
  onFilter: (text: string) => void;
  onToggleAll: () => void;
}

/** Above the list: all or none, and the filter. */
export function ListTools({ total, shown, selected, filter, onFilter, onToggleAll }: ListToolsProps) {
  return (
    <div class="tools">
      <label class="select-all" title={t('popup_select_all')}>
        <input
          type="checkbox"
          data-action="select-all"
          aria-label={t('popup_select_all')}
          checked={shown > 0 && selected === shown}
          indeterminate={selected > 0 && selected < shown}
          onChange={onToggleAll}
        />
        <span>{t('popup_selected', [selected, shown])}</span>
      </label>
      {total >= filterFrom && (
        <input
          type="search"
          class="field filter"
          placeholder={t('popup_filter')}
          aria-label={t('popup_filter')}
          aria-keyshortcuts="/"
          value={filter}
          onInput={(event) => onFilter(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || filter === '') return;
            event.preventDefault(); // Escape would close the popup
            onFilter('');
          }}
        />
      )}
    </div>
  );
}
