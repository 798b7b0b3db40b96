/** What another addressee changes for a draft, in words for the officer: what is missing now and was not before, and what was typed and no longer goes anywhere. */
import type { Form, Multilingual } from './definition.ts';
import type { Finding } from './examine.ts';
import { general } from './values.ts';
import type { Values } from './values.ts';

export interface Redirected {
  readonly missing: readonly Multilingual[];
  readonly gone: readonly Multilingual[];
}

export function redirected(form: Form, open: { readonly before: readonly Finding[]; readonly after: readonly Finding[] }, before: Values, after: Values): Redirected {
  const known = new Set(open.before.map((finding) => general(finding.path)));
  const added = new Map(open.after.filter((finding) => !known.has(general(finding.path))).map((finding) => [general(finding.path), finding.label]));
  const gone = form.groups.flatMap((group) => group.fields).filter((field) => before[field.id] !== undefined && after[field.id] === undefined);
  return { missing: [...added.values()], gone: gone.map((field) => field.label) };
}
