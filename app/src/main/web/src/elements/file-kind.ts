/** What whoever attached a file said of it, as it is shown with its name. */
import { sayDay } from '../form/time.ts';
import type { Language } from '../form/definition.ts';
import { language } from '../sentences.ts';
import type { Uploaded } from '../upload.ts';
import type { FileWords } from './transfer-line.ts';

/** "official translation, Spanish · legal provision, text in force on 3 March 2026"; empty of files of earlier versions. Written by another program: what is not known is not said. */
export function kindOf({ language: tag, relation, kind, version }: Uploaded, words: FileWords): string {
  const said: string[] = [];
  if (tag !== undefined && relation !== undefined) said.push(words(`relation-${relation}`, { language: nameOf(tag) }));
  if (kind === 'provision') said.push(version ? words('is-provision', { day: sayDay(version, language() as Language) }) : words('is-provision-undated'));
  if (kind === 'request' || kind === 'order' || kind === 'power') said.push(words(`is-${kind}`));
  return said.join(' · ');
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames(language(), { type: 'language' }).of(tag) ?? tag;
}
