/**
 * What a form still lacks: the completeness bar, the rail, the summary before sending and the reason why "Send" does nothing yet all come from here.
 * A recommended item is settled by an answer or by a written reason for leaving it out; the reason travels with the request.
 */
import type { Field, Form, Group, Multilingual, Need, Rule, Language } from './definition.ts';
import { choice } from './definition.ts';
import { dayIn, instant, isDay, isZone, plusDays } from './time.ts';
import type { Context, Item, Scope, Values } from './values.ts';
import { applies, filesOf, general, given, isAsked, isMoment, items, join, look, needOf, omitted, text, withDerived } from './values.ts';

export interface Finding {
  /** The group, or `attachments` or `check`: the page of a draft on which it can be mended. */
  readonly group: string;
  /** Where: `P-10/0/selectors/1/value`. */
  readonly path: string;
  readonly label: Multilingual;
  readonly kind: 'missing' | 'wrong';
  readonly need: Need;
  readonly says: Multilingual;
  /** Why it was left out, for what is recommended and missing. */
  readonly reason?: string;
}

export interface Examination {
  readonly findings: readonly Finding[];
  /** Needed and advised items, and how many of them are settled. */
  readonly total: number;
  readonly settled: number;
  /** How many of them each group has. */
  readonly asked: Readonly<Record<string, number>>;
  /** 100 exactly when nothing stands against sending. */
  readonly percent: number;
  readonly sendable: boolean;
}

/** What stands against sending. */
export function obstacles(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.kind === 'wrong' || (finding.need !== 'optional' && finding.reason === undefined));
}

/** @param groups ids of the groups to look at; all when not given. An act's form is one group of its definition. */
export function examine(form: Form, values: Values, context: Context, groups?: readonly string[]): Examination {
  const reasons = omitted(values);
  const all = withDerived(form, values, context);
  const found: Finding[] = [];
  const asked: Record<string, number> = {};
  for (const group of form.groups) {
    if (groups && !groups.includes(group.id)) continue;
    asked[group.id] = new Examiner(form, group, context, reasons, found).fields(group.fields, group.rules ?? [], [all], '');
  }
  const language = groups ? undefined : languageFinding(form, context, reasons);
  if (language) found.push(language);
  const total = Object.values(asked).reduce((sum, each) => sum + each, language ? 1 : 0);
  const open = obstacles(found).length;
  // A wrong optional answer or a broken rule was not among the items, and still counts against them.
  const items = Math.max(total, open);
  const percent = open === 0 ? 100 : Math.min(99, Math.round((100 * (items - open)) / items));
  return { findings: found, total: items, settled: items - open, asked, percent, sendable: open === 0 };
}

/** The requested state does not take the language it is written in, and no official translation is attached: that may be waived with a reason, which travels. */
function languageFinding(form: Form, context: Context, reasons: Readonly<Record<string, string>>): Finding | undefined {
  const { written, accepted, translated } = context.language ?? { written: '', accepted: [], translated: [] };
  if (accepted.length === 0 || [written, ...translated].some((each) => accepted.includes(each))) return undefined;
  const reason = text(reasons['language']);
  return {
    group: 'check',
    path: 'language',
    label: form.sentences['language']!,
    kind: 'missing',
    need: 'recommended',
    says: form.sentences['languageNotAccepted']!,
    ...(reason ? { reason } : {}),
  };
}

class Examiner {
  readonly #form: Form;
  readonly #group: Group;
  readonly #context: Context;
  readonly #reasons: Readonly<Record<string, string>>;
  readonly #found: Finding[];

  constructor(form: Form, group: Group, context: Context, reasons: Readonly<Record<string, string>>, found: Finding[]) {
    this.#form = form;
    this.#group = group;
    this.#context = context;
    this.#reasons = reasons;
    this.#found = found;
  }

  /** Looks at the fields of one scope; returns how many items count. */
  fields(fields: readonly Field[], rules: readonly Rule[], scope: Scope, path: string): number {
    let count = 0;
    for (const field of fields) {
      if (isAsked(field, scope, this.#context)) count += this.#field(field, scope, join(path, field.id));
    }
    for (const rule of rules) count += this.#rule(rule, fields, scope, path);
    return count;
  }

  #field(field: Field, scope: Scope, path: string): number {
    const value = scope[0]![field.id];
    const need = needOf(field, scope, this.#context);
    const counts = need === 'optional' ? 0 : 1;
    if (!given(field, value)) {
      if (counts) this.#missing(field.label, need, field.missing ?? naming(this.#form.sentences['required']!, field.label), path, this.#placeOf(field));
      return counts;
    }
    if (field.type === 'derived') return 0; // nobody has to answer it
    const wrong = this.#wrong(field, value, scope);
    if (wrong) this.#found.push({ group: this.#placeOf(field), path, label: field.label, kind: 'wrong', need, says: wrong });
    if (field.type !== 'list') return counts;
    return items(value).reduce((sum: number, item: Item, i) => sum + this.fields(field.fields!, field.rules ?? [], [item, ...scope], join(path, i)), counts);
  }

  #wrong(field: Field, value: unknown, scope: Scope): Multilingual | undefined {
    const { sentences } = this.#form;
    const typed = text(value);
    switch (field.type) {
      case 'date':
        return isDay(typed) ? undefined : sentences['date'];
      case 'moment':
        return isMoment(value) && instant(value) ? undefined : sentences['moment'];
      case 'port':
        return /^\d{1,5}$/.test(typed) && Number(typed) <= 65535 ? undefined : sentences['port'];
      case 'email':
        return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(typed) ? undefined : sentences['email'];
      case 'phone':
        return /^\+[0-9][0-9 ()./-]{5,38}$/.test(typed) ? undefined : sentences['phone'];
      case 'zone':
        return isZone(typed) ? undefined : sentences['zone'];
      case 'choice':
      case 'choices':
        return this.#chosen(field, value, scope) ? undefined : sentences['choice'];
      case 'text':
      case 'long':
        if (typed.length > (field.max ?? Infinity)) return sentences['long'];
        return this.#looksRight(field, typed, scope) ? undefined : sentences['pattern'];
      case 'files':
        // A law changes: its text is worth nothing without the day of it.
        return filesOf(field, this.#context).every((file) => file.kind !== 'provision' || isDay(text(file.version))) ? undefined : sentences['version'];
      default:
        return undefined;
    }
  }

  #chosen(field: Field, value: unknown, scope: Scope): boolean {
    return (Array.isArray(value) ? value : [value]).every((code) => {
      const chosen = choice(this.#form, field, code);
      return chosen !== undefined && applies(chosen.when, scope, this.#context);
    });
  }

  /** An identifier must look like the kind that was chosen for it. */
  #looksRight(field: Field, typed: string, scope: Scope): boolean {
    if (field.like === undefined) return true;
    for (const list of Object.values(this.#form.lists)) {
      const pattern = list.find((each) => each.pattern !== undefined && each.code === look(scope, field.like!))?.pattern;
      if (pattern !== undefined) return new RegExp(pattern, 'u').test(typed);
    }
    return true;
  }

  #rule(rule: Rule, fields: readonly Field[], scope: Scope, path: string): number {
    const concerned = rule.fields.map((id) => fields.find((field) => field.id === id)!);
    const at = join(path, rule.fields.at(-1)!);
    const values = rule.fields.map((id) => scope[0]![id]);
    if (rule.kind === 'oneOf') {
      if (concerned.some((field, i) => given(field, values[i]))) return 1;
      this.#missing(concerned[0]!.label, rule.need, rule.says, join(path, rule.fields[0]!));
      return 1;
    }
    if (!this.#holds(rule, values)) {
      this.#found.push({ group: this.#group.id, path: at, label: concerned.at(-1)!.label, kind: 'wrong', need: rule.need, says: rule.says });
    }
    return 0;
  }

  /** A rule about what is not there, or wrong in itself, holds: that is said elsewhere. */
  #holds(rule: Rule, values: readonly unknown[]): boolean {
    const { zone, now } = this.#context;
    const [first, second] = values.map((value) => (isMoment(value) ? instant(value) : isDay(text(value)) ? text(value) : undefined));
    switch (rule.kind) {
      case 'order':
        return !first || !second || first <= second;
      case 'days':
        return !first || !second || text(second) >= plusDays(typeof first === 'string' ? first : dayIn(zone, first), rule.days!);
      case 'notPast':
        return !first || (typeof first === 'string' ? first >= dayIn(zone, now) : first >= now);
      case 'notFuture':
        // Five minutes for clocks that disagree, the same as the server allows an act.
        return !first || (typeof first === 'string' ? first <= dayIn(zone, now) : first.getTime() <= now.getTime() + 300_000);
      default:
        return true;
    }
  }

  /** Where it can be mended: a file is attached on a page of its own. */
  #placeOf(field: Field): string {
    return field.type === 'files' ? 'attachments' : this.#group.id;
  }

  #missing(label: Multilingual, need: Need, says: Multilingual, path: string, place = this.#group.id): void {
    const reason = need === 'recommended' ? text(this.#reasons[general(path)]) : '';
    this.#found.push({ group: place, path, label, kind: 'missing', need, says, ...(reason ? { reason } : {}) });
  }
}

/** The sentence about a field that has none of its own: it names the field, because it is read in a list of others. */
function naming(sentence: Multilingual, label: Multilingual): Multilingual {
  const of = (language: Language): string => sentence[language].replace('{0}', label[language]);
  return { en: of('en'), es: of('es'), fr: of('fr'), pt: of('pt') };
}
