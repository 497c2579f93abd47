import { useLayoutEffect } from 'preact/hooks';
import { addStyles } from './adopt-styles';

/** Dresses the page, while the view is there, with styles that came with it. */
export function useStyles(style: string): void {
  useLayoutEffect(() => addStyles(style), [style]);
}
