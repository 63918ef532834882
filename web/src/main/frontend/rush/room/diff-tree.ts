/* The list of a changeset's files, by folder. */

import { html, nothing, type TemplateResult } from 'lit';
import { ACTIONS, visible } from './diff-file';
import type { DiffFile } from './diff-model';
import { sizes } from './diff-toolbar';

export interface Listed {
  file: DiffFile;
  viewed: boolean;
  openNotes: number;
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '' : path.slice(0, end);
}

function byFolder<T>(files: T[], fileOf: (listed: T) => DiffFile): [string, T[]][] {
  const folders = new Map<string, T[]>();
  files.forEach((listed) => {
    const folder = folderOf(fileOf(listed).path);
    const own = folders.get(folder);
    if (own) own.push(listed);
    else folders.set(folder, [listed]);
  });
  return [...folders.entries()];
}

/** The files as the list has them, so that both are read in one order. */
export function inOrderOfFolders(files: DiffFile[]): DiffFile[] {
  return byFolder(files, (file) => file).flatMap(([, own]) => own);
}

function entry({ file, viewed, openNotes }: Listed, choose: (file: DiffFile) => void): TemplateResult {
  const { word, tone, icon } = ACTIONS[file.action];
  const name = file.path.slice(folderOf(file.path).length).replace(/^\//, '');
  return html`<li>
    <button type="button" class="file-tree-file ${viewed ? 'is-viewed' : ''}" @click=${() => choose(file)}>
      <span class="icon icon-${icon} tone-${tone}" title=${word} aria-hidden="true"></span>
      <span class="file-tree-name">${visible(name)}</span>
      <span class="for-readers">${word}${viewed ? ', viewed' : ''}</span>
      ${openNotes ? html`<span class="file-tree-notes" title="Open notes">${openNotes}</span>` : nothing}
      ${file.added || file.removed ? sizes(file.added ?? 0, file.removed ?? 0) : nothing}
      <span class="file-tree-tick" aria-hidden="true">${viewed ? '✓' : ''}</span>
    </button>
  </li>`;
}

export function fileTree(files: Listed[], choose: (file: DiffFile) => void): TemplateResult {
  return html`<ul class="file-tree">
    ${byFolder(files, (listed) => listed.file).map(
      ([folder, own]) =>
        html`<li>
          ${folder ? html`<div class="file-tree-folder">${visible(`${folder}/`)}</div>` : nothing}
          <ul>
            ${own.map((listed) => entry(listed, choose))}
          </ul>
        </li>`,
    )}
  </ul>`;
}
