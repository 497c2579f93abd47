/** Colours as a whiteboard offers them: a strong one for lines, a light one for areas. */
export const strong = {
  blue: '#3370ff',
  green: '#2ea121',
  yellow: '#dc9b04',
  orange: '#ed6d0c',
  red: '#e22e28',
  purple: '#7f3bf5',
  teal: '#04b49c',
  pink: '#eb2a8c',
  grey: '#8f959e',
} as const;

export const light = {
  blue: '#e1eaff',
  green: '#d9f5d6',
  yellow: '#faf1d1',
  orange: '#feead2',
  red: '#fde2e2',
  purple: '#ece2fe',
  teal: '#d5f6f2',
  pink: '#fdddef',
  grey: '#f2f3f5',
} as const;

/** Paper of sticky notes. */
export const paper = {
  blue: '#c6d8ff',
  green: '#c3ecbf',
  yellow: '#ffe38f',
  orange: '#ffd0a1',
  red: '#fbc4c2',
  purple: '#dccbfc',
  teal: '#b1ebe2',
  pink: '#fbc6e1',
  grey: '#e4e6ea',
} as const;

export type Hue = keyof typeof strong;

export const ink = '#1f2329';
export const faintInk = '#646a73';
export const hairline = '#d0d3d6';
export const white = '#ffffff';
