import type { GalleryState } from './gallery-state';
import { fewPermissionsPageStates, pageStates, signedOutPageStates } from './page-states';
import { panelStates } from './panel-states';
import { fewPermissionsPopupStates, popupStates, signedOutPopupStates } from './popup-states';

/** States that one browser shows one after the other, signed in with the same token. */
interface GalleryGroup {
  title: string;
  token: string | null;
  states: readonly GalleryState[];
}

/** Everything that can be seen. */
export const galleryGroups: readonly GalleryGroup[] = [
  { title: 'the popup', token: 'u-demo-chen-xiao', states: popupStates },
  { title: 'the side panel', token: 'u-demo-chen-xiao', states: panelStates },
  { title: 'the other pages', token: 'u-demo-chen-xiao', states: pageStates },
  {
    title: 'what is seen signed out',
    token: null,
    states: [...signedOutPopupStates, ...signedOutPageStates],
  },
  {
    title: 'what is seen with few permissions',
    token: 'u-demo-boards-only',
    states: [...fewPermissionsPopupStates, ...fewPermissionsPageStates],
  },
];
