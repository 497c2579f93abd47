import { Icon, type IconName } from './icons/icon';

interface IconButtonProps {
  icon: IconName;
  /** The accessible name. */
  label: string;
  /** The tooltip, where it should be shorter than the name. */
  hint?: string;
  tone?: 'good' | 'bad' | undefined;
  disabled?: boolean;
  /** Looks and reads as busy, and keeps the focus: a disabled button would lose it. */
  busy?: boolean;
  /** What keys and tests find it by. */
  action?: string;
  /** The pointer has come to it. */
  onApproach?: (() => void) | undefined;
  onClick: () => void;
}

/** A square button with an icon. */
export function IconButton({
  icon,
  label,
  hint = label,
  tone,
  disabled,
  busy,
  action,
  onApproach,
  onClick,
}: IconButtonProps) {
  return (
    <button
      type="button"
      class={`button icon-only ${tone ?? ''}`}
      aria-label={label}
      aria-busy={busy ?? false}
      title={hint}
      disabled={disabled ?? false}
      data-action={action}
      onPointerEnter={onApproach}
      onClick={() => {
        if (!busy) onClick();
      }}
    >
      <Icon name={busy ? 'spinner' : icon} />
    </button>
  );
}
