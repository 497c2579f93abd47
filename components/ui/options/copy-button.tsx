import { useState } from 'preact/hooks';
import { t } from '../../i18n/t';

interface CopyButtonProps {
  text: string;
  /** What is copied, for screen readers. */
  name: string;
  copy: (text: string) => Promise<void>;
}

/** Copies a text, and says so where it was pressed. */
export function CopyButton({ text, name, copy }: CopyButtonProps) {
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === text;
  return (
    <button
      type="button"
      class="button"
      aria-label={isCopied ? t('copied') : t('copy_named', name)}
      onClick={() => void copy(text).then(() => setCopied(text))}
    >
      {t(isCopied ? 'copied' : 'copy')}
    </button>
  );
}
