/* Which files somebody has viewed; a tick holds for as long as the change is the same. */

import type { DiffFile } from './diff-model';
import { remember, remembered } from './line-drafts';

export class Viewed {
  /** The print of each file when it was viewed. */
  private readonly prints: Record<string, string>;

  constructor(private readonly key: string) {
    this.prints = remembered(key, {});
  }

  has(file: DiffFile): boolean {
    return this.prints[file.path] === file.print;
  }

  /** Whether another version of the file was viewed. */
  hadAnother(file: DiffFile): boolean {
    return file.path in this.prints && !this.has(file);
  }

  tick(file: DiffFile, isViewed: boolean) {
    if (isViewed) this.prints[file.path] = file.print;
    else delete this.prints[file.path];
    remember(this.key, this.prints);
  }
}
