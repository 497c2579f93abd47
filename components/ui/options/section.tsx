import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  /** What its address ends in, after `#`. */
  anchor?: string;
  title: string;
  intro?: string;
  children: ComponentChildren;
}

/** A part of the settings: its name, and a card with its lines. */
export function Section({ anchor, title, intro, children }: SectionProps) {
  const id = useId();
  return (
    <section id={anchor ?? `${id}-section`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {intro && <p class="quiet intro">{intro}</p>}
      <div class="card">{children}</div>
    </section>
  );
}
