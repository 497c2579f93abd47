import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon';
import { useStyles } from '../use-styles';
import style from './state-view.css?inline';

interface StateViewProps {
  icon: IconName;
  title: string;
  help?: string | undefined;
  note?: string | undefined;
  /** The one button. */
  children?: ComponentChildren;
}

/** What stands where the list would be: a picture, a sentence, and the way out. */
export function StateView({ icon, title, help, note, children }: StateViewProps) {
  useStyles(style);
  return (
    <div class="state">
      <span class="state-icon">
        <Icon name={icon} size={32} />
      </span>
      <h2>{title}</h2>
      {help && <p class="quiet">{help}</p>}
      {note && <p class="log-id">{note}</p>}
      <div class="state-way">{children}</div>
    </div>
  );
}
