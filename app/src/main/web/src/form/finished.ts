/**
 * What of the values is given away: answers that apply, trimmed, and reasons only for what really was left out. What was typed into a part that no longer applies
 * stays where it was typed and goes no further.
 */
import type { Field, Form } from './definition.ts';
import { examine } from './examine.ts';
import type { Context, Item, Scope, Value, Values } from './values.ts';
import { general, given, isAsked, items, text, withDerived } from './values.ts';

/** @param groups ids of the groups wanted; all when not given. For messages: the one group of the act. */
export function finished(form: Form, values: Values, context: Context, groups?: readonly string[]): Values {
  const all = withDerived(form, values, context);
  const done: Record<string, Value | Record<string, string>> = {};
  for (const group of form.groups) {
    if (!groups || groups.includes(group.id)) Object.assign(done, scope(group.fields, [all], context));
  }
  const reasons: Record<string, string> = {};
  for (const finding of examine(form, values, context, groups).findings) {
    if (finding.reason !== undefined) reasons[general(finding.path)] = finding.reason;
  }
  return Object.keys(reasons).length > 0 ? { ...done, omitted: reasons } : (done as Values);
}

function scope(fields: readonly Field[], within: Scope, context: Context): Record<string, Value> {
  const done: Record<string, Value> = {};
  for (const field of fields) {
    const value = within[0]![field.id];
    if (field.type === 'derived' || field.type === 'files' || !isAsked(field, within, context) || !given(field, value)) continue;
    done[field.id] = field.type === 'list' ? list(field, value, within, context) : typeof value === 'string' ? text(value) : (value as Value);
  }
  return done;
}

function list(field: Field, value: unknown, within: Scope, context: Context): Value {
  return items(value)
    .map((item) => scope(field.fields!, [item, ...within], context) as Item)
    .filter((item) => Object.keys(item).length > 0);
}
