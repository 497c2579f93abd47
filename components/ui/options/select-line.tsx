import { useId } from 'preact/hooks';
import { Line } from './line';
import type { Option } from './recipe-choices';

interface SelectLineProps<Value extends string> {
  /** What it is found by. */
  name: string;
  label: string;
  hint: string;
  options: readonly (Option & { value: Value })[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A choice of one among a few. */
export function SelectLine<Value extends string>(props: SelectLineProps<Value>) {
  const { name, label, hint, options, value, onChange } = props;
  const id = useId();
  return (
    <Line for={id} label={label} hint={hint}>
      <select
        id={id}
        name={name}
        class="field"
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Line>
  );
}
