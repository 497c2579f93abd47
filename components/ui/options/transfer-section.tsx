import { useRef, useState } from 'preact/hooks';
import { toErrorData, type ErrorData } from '../../errors';
import { t } from '../../i18n/t';
import { tCount } from '../../i18n/t-count';
import { importSettingsFile, writeSettingsFile } from '../../settings/settings-file';
import { ErrorBox } from './error-box';
import { Line } from './line';
import type { OptionsDeps } from './options-deps';
import { Section } from './section';

interface TransferSectionProps {
  deps: OptionsDeps;
  announce: (text: string) => void;
}

/**
 * Settings to a file, and from one. Not those of a company's own deployment: whose hosts a sign-in is sent to is
 * nothing to be taken from a file that somebody has sent.
 */
export function TransferSection({ deps, announce }: TransferSectionProps) {
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<ErrorData>();
  const chooser = useRef<HTMLInputElement>(null);
  const { company: _, ...settings } = deps.settings;

  const say = (text: string): void => {
    setSaid(text);
    announce(text);
  };
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setError(undefined);
    setSaid(undefined);
    try {
      await act();
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
  };
  const save = async (): Promise<void> =>
    deps.saveText('board-saver-settings.json', await writeSettingsFile(settings));
  const take = async (file: File): Promise<void> => {
    const { count, skipped } = await importSettingsFile(await file.text(), settings);
    const took = tCount('options_imported', count);
    say(skipped.length > 0 ? `${took} ${t('options_import_skipped', skipped.join(', '))}` : took);
  };

  return (
    <Section anchor="transfer" title={t('options_transfer')}>
      <Line label={t('options_transfer_label')} hint={said ?? t('options_transfer_hint')}>
        <div class="buttons">
          <button type="button" class="button" data-action="export" onClick={() => void attempt(save)}>
            {t('options_export')}
          </button>
          <button type="button" class="button" data-action="import" onClick={() => chooser.current?.click()}>
            {t('options_import')}
          </button>
        </div>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('options_import')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = ''; // so that the same file can be chosen again
            if (file) void attempt(() => take(file));
          }}
        />
      </Line>
      <ErrorBox error={error} />
    </Section>
  );
}
