import { useId } from 'preact/hooks';
import { Line } from './line';

interface CheckLineProps {
  /** What it is found by. */
  name: string;
  label: string;
  hint: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Something that is on or off, and part of a larger choice. */
export function CheckLine({ name, label, hint, value, onChange }: CheckLineProps) {
  const id = useId();
  return (
    <Line for={id} label={label} hint={hint}>
      <input
        id={id}
        name={name}
        type="checkbox"
        class="switch"
        aria-describedby={`${id}-hint`}
        checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Line>
  );
}
