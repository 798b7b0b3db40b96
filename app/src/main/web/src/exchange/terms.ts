/** The conditions under which something is given, in words, and as the first lines of whatever leaves the page with it. */
import type { Form, Language } from '../form/definition.ts';
import type { Conditions } from '../jws.ts';
import { labelled } from '../sentences.ts';

const SAID = ['purpose', 'onward', 'court', 'handling'] as const;

/** "TLP:AMBER": the protocol's own word. */
export function markingOf({ tlp }: Conditions): string {
  return `TLP:${tlp.toUpperCase().replace('-', '+')}`;
}

/** Each with what it is about; the marking first, with what it means. @param form that asks for conditions: the one of the answers */
export function termsOf(form: Form, conditions: Conditions, language: Language): string[] {
  const fields = form.groups.flatMap((group) => group.fields);
  const label = (list: string, code: string): string => form.lists[list]?.find((each) => each.code === code)?.label[language] ?? code;
  const said = SAID.flatMap((name) => {
    const code = conditions[name];
    const field = fields.find((each) => each.coded === name);
    return code === null ? [] : [labelled(language, field?.label[language] ?? name, label(name, code))];
  });
  return [label('tlp', conditions.tlp), ...said];
}
