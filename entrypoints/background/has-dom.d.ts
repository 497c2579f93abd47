/**
 * Whether this build's background is a page, as in Firefox, and not a service worker, which has offscreen documents
 * instead. Fixed when building, so that neither background carries the other's code.
 */
declare const BACKGROUND_HAS_DOM: boolean;
