/** What another addressee changes for a draft, in words for the officer: what is asked now and what no longer, what is missing, and what was typed earlier and is sent again. */
import type { Field, Form, Multilingual } from './definition.ts';
import { examine, obstacles } from './examine.ts';
import type { Context, Scope, Values } from './values.ts';
import { general, given, isAsked, items, join, withDerived } from './values.ts';

export interface Redirected {
  readonly missing: readonly Multilingual[];
  /** Asked now and not before. */
  readonly asked: readonly Multilingual[];
  /** Of these, what has an answer from before: it is sent. */
  readonly sent: readonly Multilingual[];
  /** Asked before and not now, without an answer. */
  readonly dropped: readonly Multilingual[];
  /** The same with one, which stays in the draft. */
  readonly gone: readonly Multilingual[];
}

interface Question {
  readonly label: Multilingual;
  readonly answered: boolean;
}

export function redirected(form: Form, values: Values, before: Context, after: Context): Redirected {
  const known = new Set(open(form, values, before).map(({ path }) => general(path)));
  const missing = new Map(open(form, values, after).filter(({ path }) => !known.has(general(path))).map(({ path, label }) => [general(path), label]));
  const [then, now] = [questions(form, values, before), questions(form, values, after)];
  const asked = others(now, then);
  const left = others(then, now);
  return {
    missing: [...missing.values()],
    asked: labels(asked),
    sent: labels(asked.filter(({ answered }) => answered)),
    dropped: labels(left.filter(({ answered }) => !answered)),
    gone: labels(left.filter(({ answered }) => answered)),
  };
}

const open = (form: Form, values: Values, context: Context) => obstacles(examine(form, values, context).findings);

const others = (of: ReadonlyMap<string, Question>, than: ReadonlyMap<string, Question>): Question[] => [...of].filter(([path]) => !than.has(path)).map(([, question]) => question);

const labels = (of: readonly Question[]): Multilingual[] => of.map(({ label }) => label);

/** What is asked on a route, each question of a list once. */
function questions(form: Form, values: Values, context: Context): ReadonlyMap<string, Question> {
  const found = new Map<string, Question>();
  const look = (fields: readonly Field[], scope: Scope, within: string): void => {
    for (const field of fields) {
      if (field.type === 'derived' || !isAsked(field, scope, context)) continue;
      const [path, value] = [join(within, field.id), scope[0]![field.id]];
      found.set(path, { label: field.label, answered: given(field, value) || found.get(path)?.answered === true });
      if (field.type === 'list') items(value).forEach((item) => look(field.fields!, [item, ...scope], path));
    }
  };
  const all = withDerived(form, values, context);
  for (const group of form.groups) look(group.fields, [all], '');
  return found;
}
