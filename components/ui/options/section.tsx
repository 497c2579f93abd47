import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  title: string;
  intro?: string;
  children: ComponentChildren;
}

/** A part of the settings: its name, and a card with its lines. */
export function Section({ title, intro, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {intro && <p class="quiet intro">{intro}</p>}
      <div class="card">{children}</div>
    </section>
  );
}
