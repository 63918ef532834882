/* What one draws with, remembered in this browser. */

export type Tool = 'pen' | 'arrow' | 'box' | 'ellipse' | 'text' | 'eraser';

export interface DrawPrefs {
  tool: Tool;
  colour: number;
  width: number;
  /** Whether what older versions left open is shown. */
  ghosts: boolean;
  /** Whether a finger draws, too, rather than moving the picture. */
  finger: boolean;
  /** Whether the tools stand below, rather than above. */
  low: boolean;
}

/** Each stands out against most pictures, and from the others. */
export const colours: { name: string; rgba: number[] }[] = [
  { name: 'Red', rgba: [1, 0.231, 0.188, 1] },
  { name: 'Orange', rgba: [1, 0.584, 0, 1] },
  { name: 'Yellow', rgba: [1, 0.902, 0.078, 1] },
  { name: 'Green', rgba: [0.188, 0.82, 0.345, 1] },
  { name: 'Cyan', rgba: [0.196, 0.843, 0.941, 1] },
  { name: 'Blue', rgba: [0.267, 0.51, 1, 1] },
  { name: 'Magenta', rgba: [1, 0.251, 0.82, 1] },
  { name: 'White', rgba: [1, 1, 1, 1] },
];

/** In heights of the picture. */
export const widths: { name: string; line: number; text: number }[] = [
  { name: 'Fine', line: 0.0025, text: 0.028 },
  { name: 'Medium', line: 0.005, text: 0.042 },
  { name: 'Thick', line: 0.01, text: 0.063 },
  { name: 'Very thick', line: 0.022, text: 0.1 },
];

const key = 'rushlight.draw';
const usual: DrawPrefs = { tool: 'pen', colour: 0, width: 1, ghosts: true, finger: false, low: false };
const tools: Tool[] = ['pen', 'arrow', 'box', 'ellipse', 'text', 'eraser'];

export function remembered(): DrawPrefs {
  try {
    const kept = { ...usual, ...JSON.parse(localStorage.getItem(key) ?? '{}') } as DrawPrefs;
    const fits = tools.includes(kept.tool) && colours[kept.colour] !== undefined && widths[kept.width] !== undefined;
    return fits ? kept : usual;
  } catch {
    return usual;
  }
}

export function remember(prefs: DrawPrefs) {
  try {
    localStorage.setItem(key, JSON.stringify(prefs));
  } catch {
    // Nothing is kept in private windows.
  }
}

export function css(rgba: number[]): string {
  return `rgb(${rgba.slice(0, 3).map((part) => Math.round(part * 255)).join(' ')})`;
}
