import type { ComponentChildren } from 'preact';

interface LineProps {
  /** Id of the control that this names, where it is a form control. */
  for?: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** The control, at the end of the line. */
  children?: ComponentChildren;
}

/** One setting: its words, and what changes it. */
export function Line({ for: control, label, hint, children }: LineProps) {
  return (
    <div class="line">
      <div class="line-text">
        {control ? <label htmlFor={control}>{label}</label> : <p>{label}</p>}
        {hint && (
          <p class="quiet hint" id={control && `${control}-hint`}>
            {hint}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
