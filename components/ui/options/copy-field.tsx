import { CopyButton } from './copy-button';

interface CopyFieldProps {
  text: string;
  name: string;
  copy: (text: string) => Promise<void>;
}

/** A text to be taken elsewhere, with the button that copies it. */
export function CopyField({ text, name, copy }: CopyFieldProps) {
  return (
    <div class="copy-field">
      <code>{text}</code>
      <CopyButton text={text} name={name} copy={copy} />
    </div>
  );
}
