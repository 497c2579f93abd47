import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { IconButton } from '../icon-button';

interface SecretFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  showLabel: string;
  hideLabel: string;
  maxLength: number;
  isInvalid: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A field whose text is hidden until somebody wants to see it, and which no browser remembers. */
export function SecretField(props: SecretFieldProps) {
  const { label, value, onInput, showLabel, hideLabel, maxLength, isInvalid, inputRef = null } = props;
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div class="token-field">
        <input
          id={id}
          ref={inputRef}
          class="field"
          {...(isShown ? { type: 'text' as const } : { type: 'password' as const })}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={maxLength}
          value={value}
          aria-invalid={isInvalid}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <IconButton
          icon={isShown ? 'eye-off' : 'eye'}
          label={isShown ? hideLabel : showLabel}
          onClick={() => setShown(!isShown)}
        />
      </div>
    </>
  );
}
