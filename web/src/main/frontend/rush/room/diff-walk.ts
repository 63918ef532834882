/* The way through a changeset: from change to change and from file to file, round and round. */

import type { ReviewDiffFile } from './diff-file';

export class Walk {
  /** Where the last step led. */
  private last?: { file: ReviewDiffFile; row: number };

  /** Goes to the next change, or the one before, and tells where that is. */
  async toChange(all: ReviewDiffFile[], step: 1 | -1): Promise<string> {
    const withLines = all.filter((file) => file.file.hunks?.length);
    const unread = withLines.filter((file) => !file.viewed || file.isOpen);
    const files = unread.length ? unread : withLines;
    if (!files.length) return 'No line changed';
    const past = step > 0 ? -1 : Number.MAX_SAFE_INTEGER;
    let at = this.currentFile(files);
    let row = this.currentRow(files[at]) ?? past;
    for (let tried = 0; tried <= files.length; tried++) {
      const lines = await files[at].reveal();
      const changes = lines?.changes() ?? [];
      const next = step > 0 ? changes.find((change) => change > row) : changes.filter((change) => change < row).pop();
      if (lines && next !== undefined) {
        lines.showRow(next);
        this.last = { file: files[at], row: next };
        return `Change ${changes.indexOf(next) + 1} of ${changes.length} in ${files[at].file.path}`;
      }
      at = (at + step + files.length) % files.length;
      row = past;
    }
    return 'No line changed';
  }

  /** Goes to the next file, or the one before, and tells which that is. */
  toFile(files: ReviewDiffFile[], step: 1 | -1): string {
    if (!files.length) return 'No file';
    const at = this.currentFile(files);
    const isThere = files[at].contains(document.activeElement) || this.last?.file === files[at];
    const next = isThere || step < 0 ? (at + step + files.length) % files.length : at;
    files[next].focusHead();
    this.last = { file: files[next], row: -1 };
    return `File ${next + 1} of ${files.length}: ${files[next].file.path}`;
  }

  /** Where the focus is, or else where the last step led if that is still in sight, or else what the window shows. */
  private currentFile(files: ReviewDiffFile[]): number {
    const focused = files.findIndex((file) => file.contains(document.activeElement));
    if (focused >= 0) return focused;
    const last = files.findIndex((file) => file === this.last?.file);
    if (last >= 0 && isInSight(files[last])) return last;
    const below = files.findIndex((file) => file.getBoundingClientRect().bottom > innerHeight / 4);
    return below < 0 ? files.length - 1 : below;
  }

  private currentRow(file: ReviewDiffFile): number | undefined {
    const focused = file.shownLines?.focusedRow ?? -1;
    if (focused >= 0) return focused;
    return this.last?.file === file && this.last.row >= 0 ? this.last.row : undefined;
  }
}

function isInSight(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}
