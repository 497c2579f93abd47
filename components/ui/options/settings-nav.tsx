import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import { filterSettings } from './filter-settings';

interface Anchor {
  id: string;
  title: string;
}

/** The ways to the sections, and a search through them. What sections there are is read off the page itself. */
export function SettingsNav({ main }: { main: RefObject<HTMLElement | null> }) {
  const [anchors, setAnchors] = useState<readonly Anchor[]>([]);
  const [text, setText] = useState('');
  const [left, setLeft] = useState(1);

  useEffect(() => {
    const root = main.current;
    if (!root) return undefined;
    const look = (): void => {
      setLeft(filterSettings(root, text));
      setAnchors((last) => {
        const found = anchorsIn(root);
        return JSON.stringify(found) === JSON.stringify(last) ? last : found;
      });
    };
    look();
    // Sections come later, and change their lines: an account, a policy, a choice that brings others with it.
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [main, text]);

  return (
    <nav class="sections" aria-label={t('options_sections')}>
      <input
        type="search"
        class="field"
        placeholder={t('options_search')}
        aria-label={t('options_search')}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ul>
        {anchors.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      <output class="quiet">{left === 0 && t('options_no_match', text.trim())}</output>
    </nav>
  );
}

function anchorsIn(root: HTMLElement): Anchor[] {
  return [...root.querySelectorAll<HTMLElement>('section[id]:not([hidden])')].map((section) => ({
    id: section.id,
    title: section.querySelector('h2')?.textContent ?? '',
  }));
}
