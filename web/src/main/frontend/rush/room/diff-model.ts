/* What the server says of a changeset, and the rows that are made of it. */

export interface Hunk {
  oldLine: number;
  newLine: number;
  title: string;
  /** Each with its sign in front. */
  lines: string[];
  /** Which of them end the file without a line break. */
  unended: number[];
  /** Removed line, added line, and what changed in each as starts and ends in turn. */
  pairs: [number, number, number[], number[]][];
}

export interface DiffFile {
  path: string;
  oldPath?: string;
  action: 'ADD' | 'MODIFY' | 'DELETE' | 'RENAME';
  /** Differs between versions exactly if the change does. */
  print: string;
  added?: number;
  removed?: number;
  remarks?: string[];
  hunks?: Hunk[];
}

export interface Note {
  id: string;
  author: string;
  text: string;
  deleted: boolean;
  edited: boolean;
  at: string;
}

export interface Thread extends Note {
  path: string;
  /** Absent if the line that was spoken of is gone. */
  line?: number;
  saidLine: number;
  quote?: string;
  /** The older version that it was said of. */
  from?: number;
  state: 'OPEN' | 'RESOLVED' | 'DELETED';
  blocking: boolean;
  client: boolean;
  mayResolve: boolean;
  resolvedBy?: string;
  answers: Note[];
}

export interface Line {
  sort: '+' | '-' | ' ';
  text: string;
  oldNumber?: number;
  newNumber?: number;
  /** The number by which a note on this line knows it. */
  noteLine: number;
  marks: number[];
  isUnended: boolean;
}

export type Row =
  | { kind: 'gap'; hidden: number; title: string }
  | { kind: 'fold'; lines: Line[] }
  | { kind: 'line'; left?: Line; right?: Line };

const FOLD_ABOVE = 24;
const KEPT_AROUND_A_FOLD = 5;

function linesOf(hunk: Hunk, isDeleted: boolean): Line[] {
  const marks = new Map<number, number[]>();
  hunk.pairs.forEach(([removed, added, gone, come]) => marks.set(removed, gone).set(added, come));
  const lastNew = hunk.newLine + hunk.lines.filter((line) => line[0] !== '-').length - 1;
  let oldNumber = hunk.oldLine;
  let newNumber = hunk.newLine;
  return hunk.lines.map((signed, index) => {
    const sort = signed[0] as Line['sort'];
    const line: Line = {
      sort,
      text: signed.slice(1),
      noteLine: isDeleted ? oldNumber : Math.max(1, Math.min(newNumber, lastNew)),
      marks: marks.get(index) ?? [],
      isUnended: hunk.unended.includes(index),
    };
    if (sort !== '+') line.oldNumber = oldNumber++;
    if (sort !== '-') line.newNumber = newNumber++;
    return line;
  });
}

/** The lines of every hunk; a line keeps its identity in whatever way it is shown. */
export function hunkLines(file: DiffFile): Line[][] {
  return (file.hunks ?? []).map((hunk) => linesOf(hunk, file.action === 'DELETE'));
}

/** Replaced lines stand beside each other: those that became each other in one row, the others in order. */
function beside(lines: Line[], hunk: Hunk): Row[] {
  const became = new Map(hunk.pairs.map(([removed, added]) => [removed, added]));
  const rows: Row[] = [];
  let at = 0;
  while (at < lines.length) {
    if (lines[at].sort === ' ') {
      rows.push({ kind: 'line', left: lines[at], right: lines[at] });
      at++;
      continue;
    }
    let middle = at;
    while (middle < lines.length && lines[middle].sort === '-') middle++;
    let end = middle;
    while (end < lines.length && lines[end].sort === '+') end++;
    rows.push(...replaced(lines, at, middle, end, became));
    at = end;
  }
  return rows;
}

function replaced(lines: Line[], from: number, middle: number, end: number, became: Map<number, number>): Row[] {
  const rows: Row[] = [];
  let left = from;
  let right = middle;
  for (let meets = from; meets <= middle; meets++) {
    const partner = meets === middle ? end : became.get(meets);
    if (partner === undefined) continue;
    while (left < meets || right < partner) {
      rows.push({
        kind: 'line',
        left: left < meets ? lines[left++] : undefined,
        right: right < partner ? lines[right++] : undefined,
      });
    }
    if (meets < middle) rows.push({ kind: 'line', left: lines[left++], right: lines[right++] });
  }
  return rows;
}

function isUnchanged(row: Row): row is { kind: 'line'; left: Line; right: Line } {
  return row.kind === 'line' && row.left?.sort === ' ';
}

/** Puts the middle of long unchanged stretches away, except for lines that are spoken of. */
function folded(rows: Row[], isSpokenOf: (line: Line) => boolean): Row[] {
  const result: Row[] = [];
  let at = 0;
  while (at < rows.length) {
    let end = at;
    while (end < rows.length && isUnchanged(rows[end])) end++;
    const stretch = rows.slice(at, end) as { kind: 'line'; left: Line; right: Line }[];
    if (stretch.length > FOLD_ABOVE && !stretch.some((row) => isSpokenOf(row.right))) {
      const hidden = stretch.slice(KEPT_AROUND_A_FOLD, -KEPT_AROUND_A_FOLD);
      result.push(
        ...stretch.slice(0, KEPT_AROUND_A_FOLD),
        { kind: 'fold', lines: hidden.map((row) => row.right) },
        ...stretch.slice(-KEPT_AROUND_A_FOLD),
      );
    } else {
      result.push(...stretch);
    }
    if (end < rows.length) result.push(rows[end]);
    at = end + 1;
  }
  return result;
}

/** The rows of a file, one beneath the other or side by side. */
export function rowsOf(
  file: DiffFile,
  lines: Line[][],
  sideBySide: boolean,
  isSpokenOf: (line: Line) => boolean,
): Row[] {
  const rows: Row[] = [];
  let expected = 1;
  (file.hunks ?? []).forEach((hunk, index) => {
    const start = file.action === 'DELETE' ? hunk.oldLine : hunk.newLine;
    const hidden = Math.max(0, start - expected);
    if (hidden > 0 || hunk.title) rows.push({ kind: 'gap', hidden, title: hunk.title });
    const own = lines[index];
    const shown: Row[] = sideBySide
      ? beside(own, hunk)
      : own.map((line) => ({
          kind: 'line',
          left: line.sort === '+' ? undefined : line,
          right: line.sort === '-' ? undefined : line,
        }));
    for (const row of folded(shown, isSpokenOf)) rows.push(row);
    const counted = own.filter((line) => line.sort !== (file.action === 'DELETE' ? '+' : '-')).length;
    expected = start + counted;
  });
  return rows;
}

/** The changed line of a row, or the unchanged one. */
export function mainLine(row: Row): Line | undefined {
  return row.kind === 'line' ? (row.right ?? row.left) : undefined;
}

export function isChange(row: Row): boolean {
  return row.kind === 'line' && (row.left ?? row.right)?.sort !== ' ';
}
