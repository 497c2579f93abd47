import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../../i18n/t';
import type { NoticeAccess } from '../notice-access';
import { Line } from './line';

/** Whether the browser tells of long saves that are done: its own permission is all that is kept of it. */
export function NoticeSwitch({ access }: { access: NoticeAccess }) {
  const id = useId();
  const [isOn, setOn] = useState(false);
  const look = (): void => void access.isAllowed().then(setOn);
  useEffect(look, [access]);
  return (
    <Line for={id} label={t('options_notify')} hint={t('options_notify_hint')}>
      <input
        id={id}
        name="notices"
        type="checkbox"
        class="switch"
        aria-describedby={`${id}-hint`}
        checked={isOn}
        onChange={({ currentTarget }) => {
          setOn(currentTarget.checked);
          // What the user answers is what holds.
          (currentTarget.checked ? access.allow() : access.forbid()).then(look, look);
        }}
      />
    </Line>
  );
}
