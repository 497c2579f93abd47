import { useId } from 'preact/hooks';
import type { Setting } from '../../settings/setting';
import { useSetting } from '../use-setting';
import { Fixed } from './fixed';
import { Line } from './line';

interface ChoiceProps {
  setting: Setting<number>;
  label: string;
  hint: string;
  values: readonly number[];
  /** The words for one value. */
  words: (value: number) => string;
  onChange?: () => void;
}

/** A setting that is one of a few numbers. A value that is none of them, from an import, is listed as well. */
export function Choice({ setting, label, hint, values, words, onChange = () => {} }: ChoiceProps) {
  const id = useId();
  const [value, setValue] = useSetting(setting);
  const listed =
    value === undefined || values.includes(value) ? values : [...values, value].sort((a, b) => a - b);
  return (
    <Fixed setting={setting}>
      <Line for={id} label={label} hint={hint}>
        <select
          id={id}
          class="field"
          aria-describedby={`${id}-hint`}
          value={value ?? setting.fallback}
          disabled={value === undefined}
          onChange={(event) => {
            setValue(Number(event.currentTarget.value)).then(onChange, onChange);
          }}
        >
          {listed.map((each) => (
            <option key={each} value={each}>
              {words(each)}
            </option>
          ))}
        </select>
      </Line>
    </Fixed>
  );
}
