import { useId } from 'preact/hooks';
import type { Setting } from '../../settings/setting';
import { useSetting } from '../use-setting';
import { Fixed } from './fixed';
import { Line } from './line';

interface SwitchProps {
  /** The setting's name. */
  name: string;
  setting: Setting<boolean>;
  label: string;
  hint: string;
}

/** A setting that is on or off. */
export function Switch({ name, setting, label, hint }: SwitchProps) {
  const id = useId();
  const [isOn, setOn] = useSetting(setting);
  return (
    <Fixed setting={setting}>
      <Line for={id} label={label} hint={hint}>
        <input
          id={id}
          name={name}
          type="checkbox"
          class="switch"
          aria-describedby={`${id}-hint`}
          checked={isOn ?? setting.fallback}
          onChange={(event) => void setOn(event.currentTarget.checked)}
        />
      </Line>
    </Fixed>
  );
}
