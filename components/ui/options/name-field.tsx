import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { Setting } from '../../settings/setting';
import { useSetting } from '../use-setting';
import { Fixed } from './fixed';
import { Line } from './line';

interface NameFieldProps {
  /** What it is found by. */
  name: string;
  setting: Setting<string>;
  label: string;
  /** The file name that a template makes. */
  preview: (template: string) => string;
}

/** A template for file names, and what it makes while one types. */
export function NameField({ name, setting, label, preview }: NameFieldProps) {
  const id = useId();
  const [stored, setStored] = useSetting(setting);
  const [typed, setTyped] = useState<string>();
  // What another page has set is newer than what was typed here, unless it came from here.
  useEffect(() => setTyped((last) => (last?.trim() === stored ? last : stored)), [stored]);
  const text = typed ?? stored ?? setting.fallback;
  const isEmpty = text.trim() === '';
  return (
    <Fixed setting={setting}>
      <Line
        for={id}
        label={label}
        hint={isEmpty ? t('options_name_empty') : t('options_name_preview', preview(text))}
      >
        <input
          id={id}
          name={name}
          class="field name-field"
          aria-describedby={`${id}-hint`}
          aria-invalid={isEmpty}
          spellcheck={false}
          maxLength={200}
          value={text}
          onInput={({ currentTarget: { value } }) => {
            setTyped(value);
            if (value.trim() !== '') void setStored(value.trim());
          }}
          onBlur={() => isEmpty && setTyped(stored)}
        />
      </Line>
    </Fixed>
  );
}
