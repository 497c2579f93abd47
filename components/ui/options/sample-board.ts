import { t } from '../../i18n/t';

/** A small board for previews: transparent, with room around it, so that every choice can be seen on it. */
export function sampleBoard(): string {
  const steps = [t('sample_step_order'), t('sample_step_pay'), t('sample_step_ship')];
  const fills = ['#dbe7ff', '#fff0c7', '#d7f2df'];
  const boxes = steps.map((step, at) => {
    const x = 90 + at * 170;
    return `<rect x="${x}" y="110" width="120" height="60" rx="8" fill="${fills[at]}" stroke="#33415c" stroke-width="2"/>
<text x="${x + 60}" y="147" font-size="20" text-anchor="middle" fill="#1d2127">${escapeXml(step)}</text>`;
  });
  const arrows = [210, 380].map(
    (x) => `<path d="M${x} 140h42m-10-7 10 7-10 7" fill="none" stroke="#33415c" stroke-width="2"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="280" viewBox="0 0 640 280" font-family="sans-serif">
<text x="90" y="80" font-size="24" font-weight="600" fill="#5b2fc9">${escapeXml(t('sample_board'))}</text>
${boxes.join('\n')}
${arrows.join('\n')}
</svg>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
