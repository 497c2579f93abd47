const drawings = {
  minus: 'M3.5 8h9',
  next: 'm6 3.5 4.5 4.5L6 12.5',
  plus: 'M3.5 8h9M8 3.5v9',
  previous: 'M10 3.5 5.5 8l4.5 4.5',
};

interface PreviewButtonProps {
  icon: keyof typeof drawings;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

/** A button with an icon that nothing but the preview has: so it comes with the preview, and not with the popup. */
export function PreviewButton({ icon, label, disabled = false, onClick }: PreviewButtonProps) {
  return (
    <button
      type="button"
      class="button icon-only"
      aria-label={label}
      title={label}
      disabled={disabled}
      data-action={`preview-${icon}`}
      onClick={onClick}
    >
      <svg
        class="icon"
        width={16}
        height={16}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path d={drawings[icon]} />
      </svg>
    </button>
  );
}
