import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Limiter } from './limiter';
import type { PopupDeps } from './popup-deps';

/** What every part of the popup has at hand. */
export interface PopupTools {
  deps: PopupDeps;
  /** Has screen readers say something. */
  announce(text: string): void;
  /** Lets a few pictures load at a time. */
  limit: Limiter;
}

export const PopupContext = createContext<PopupTools | undefined>(undefined);

/** The tools of the popup that this component stands in. */
export function usePopup(): PopupTools {
  const tools = useContext(PopupContext);
  if (!tools) throw new TypeError('outside of a popup');
  return tools;
}
