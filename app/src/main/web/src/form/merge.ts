/**
 * Two people, or two windows, changed the same draft. What only one of them changed is kept as that one changed it; what both changed is for the officer to choose.
 * Works on whole answers: half of one person's list of identifiers and half of another's would be a third thing that nobody wrote.
 */
export interface Merge {
  /** What is settled without asking. */
  readonly merged: Readonly<Record<string, unknown>>;
  /** Answers that both changed, and differently. */
  readonly both: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/** @param base what both began with */
export function merge(base: Values, mine: Values, theirs: Values): Merge {
  const merged: Record<string, unknown> = {};
  const both: string[] = [];
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const here = same(base[id], mine[id]) ? theirs[id] : mine[id];
    if (!same(base[id], mine[id]) && !same(base[id], theirs[id]) && !same(mine[id], theirs[id])) both.push(id);
    if (here !== undefined) merged[id] = here;
  }
  return { merged, both };
}

/** Values are JSON, written by the same code in the same order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
