/* The field in which words on the picture are typed, where they will stand and as large as they will be. */

import { font } from './brush';
import { longestText } from './ink';
import type { Box } from './pen';

export interface WordsPlace {
  /** Of the picture, from its top left corner, in CSS pixels. */
  left: number;
  top: number;
  size: number;
  colour: string;
}

/** Enter and leaving it keep what was typed, Escape does not; shift and Enter begin another line. */
export function askForWords(inside: Element, shown: Box, at: WordsPlace, typed: (words: string) => void): HTMLElement {
  const field = document.createElement('textarea');
  field.className = 'words';
  field.rows = 1;
  field.maxLength = longestText;
  field.spellcheck = false;
  field.wrap = 'off';
  field.setAttribute('aria-label', 'Words on the picture. Enter keeps them, Escape does not.');
  Object.assign(field.style, {
    left: `${at.left}px`,
    top: `${at.top}px`,
    maxWidth: `${Math.max(80, shown.left + shown.width - at.left)}px`,
    font: font(at.size),
    lineHeight: '1.2',
    color: at.colour,
  });
  const grow = () => {
    field.style.width = '2em';
    field.style.height = 'auto';
    field.style.width = `${field.scrollWidth + at.size / 2}px`;
    field.style.height = `${field.scrollHeight}px`;
  };
  let open = true;
  const end = (words: string) => {
    if (!open) return;
    open = false;
    field.remove();
    if (words.trim()) typed(words.trimEnd());
  };
  field.addEventListener('input', grow);
  field.addEventListener('blur', () => end(field.value));
  field.addEventListener('pointerdown', (event) => event.stopPropagation());
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') end('');
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      end(field.value);
    }
  });
  inside.append(field);
  grow();
  // Not at once: the press that asked for it would take the focus away again.
  requestAnimationFrame(() => field.focus());
  return field;
}
