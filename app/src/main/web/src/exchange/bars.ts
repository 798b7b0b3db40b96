/**
 * What the conditions under which something was given let out of the page. Three ways lead out: saving a file for one's own work, printing, and handing over a package
 * with the request's key, which opens everything.
 *
 * Threat: an officer who means well passes on what must not be. Whoever can read can copy by hand: this stops mistakes, not intent, and says why.
 */
import type { Act, Conditions } from '../jws.ts';

/** Why something may not leave the page. */
export type Bar = 'red' | 'onward' | 'handling' | 'court' | 'purpose' | 'leave';

/** Of what the reader's own authority wrote nothing is barred: these are its own conditions. */
export interface Under {
  readonly conditions: Conditions;
  /** The uses beyond them that were asked for and allowed. */
  readonly granted: ReadonlySet<string>;
}

/** Saving and printing. For its named readers' eyes only, until another use was allowed. */
export function barsKeeping({ conditions, granted }: Under): Bar[] {
  return conditions.tlp === 'red' && granted.size === 0 ? ['red'] : [];
}

/** A package that opens everything is made to be handed over. What needs leave stays until leave was given. */
export function barsHandingOver(under: Under): Bar[] {
  const { conditions, granted } = under;
  const bars = barsKeeping(under);
  const passing = granted.has('other-authority') || granted.has('defence');
  const court = granted.has('court');
  if (conditions.onward === 'none' && granted.size === 0) bars.push('onward');
  if ((conditions.handling === 'H2' && !passing) || (conditions.handling === 'H3' && granted.size === 0)) bars.push('handling');
  if ((conditions.court === 'none' || conditions.handling === 'H1') && !court) bars.push('court');
  if (conditions.purpose === 'inform' && granted.size === 0) bars.push('purpose');
  // A court, or somebody else: where neither may have it without being asked for, nobody is left to hand it to.
  const narrow = conditions.tlp === 'red' || conditions.tlp === 'amber-strict';
  const open = conditions.court === 'free' || court || (conditions.onward === 'free' && !narrow) || passing;
  if (!open && bars.length === 0) bars.push('leave');
  return bars;
}

/** What each act that brings content stands under, for a reader of that authority. Acts without conditions stand under those of the request. */
export function underWhich(acts: readonly Act[], own: string): ReadonlyMap<string, Under> {
  const sent = acts[0]!.kind === 'send' ? acts[0]!.coded.conditions : undefined;
  const under = new Map<string, Under>();
  for (const act of acts) {
    if (act.authority === own) continue;
    const conditions = act.kind === 'result' ? act.coded.conditions : sent;
    if (conditions) under.set(act.act, { conditions, granted: grantedOf(acts, act.act) });
  }
  return under;
}

function grantedOf(acts: readonly Act[], result: string): ReadonlySet<string> {
  const granted = new Set<string>();
  for (const act of acts) {
    if (act.kind !== 'grant-use' || act.coded.decision === 'refused') continue;
    const asked = acts.find((each) => each.act === act.coded.asked);
    if (asked?.kind === 'ask-use' && asked.coded.result === result) granted.add(asked.coded.use);
  }
  return granted;
}
