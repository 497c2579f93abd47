/** In `storage.session`: the permission that the settings page is to show, and its brand. */
export const missedScopeKey = 'missed-scope';
