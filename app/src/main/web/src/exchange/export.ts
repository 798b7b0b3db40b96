/**
 * What was opened, as files that go into a package with the request's key: each result as a text that begins with its conditions, its description for forensic tools,
 * and one file with all conditions. Written for whoever gets the package and has no account here.
 */
import type { Chapter, Entry, Piece } from '../form/reading.ts';
import { labelled } from '../sentences.ts';
import type { Uploaded } from '../upload.ts';

export interface OpenedMessage {
  /** "Result of 14 March 2026" */
  readonly title: string;
  /** In words, the marking first; empty of what stands under none. */
  readonly terms: readonly string[];
  readonly chapters: readonly Chapter[];
  readonly files: readonly Uploaded[];
  /** Its description for forensic tools, as it came. */
  readonly description: string | undefined;
}

export interface Named {
  readonly name: string;
  readonly text: string;
}

/**
 * @param head what the list of conditions says of itself
 * @param language of the page, in which all of it is written
 */
export function exported(messages: readonly OpenedMessage[], head: string, language: string): Named[] {
  const conditions = messages.map((each) => [each.title, ...each.terms.map((term) => `  ${term}`)].join('\n'));
  return [
    { name: 'conditions.txt', text: `${[head, ...conditions].join('\n\n')}\n` },
    ...messages.flatMap((each, i) => {
      const stem = `opened/${String(i + 1).padStart(3, '0')}`;
      const description = each.description === undefined ? [] : [{ name: `${stem}.jsonld`, text: each.description }];
      return [{ name: `${stem}.txt`, text: textOf(each, language) }, ...description];
    }),
  ];
}

/** The conditions stand first, whatever is cut off later. */
function textOf({ title, terms, chapters, files }: OpenedMessage, language: string): string {
  const lines = [...terms, '', title, ''];
  for (const chapter of chapters) lines.push(...(chapter.title === '' ? [] : [chapter.title, '']), ...chapter.entries.flatMap((entry) => entryLines(entry, '', language)), '');
  for (const { name, document, plain, sha256 } of files) lines.push(name, `  SHA-256 ${plain?.sha256 ?? '—'}`, `  content/${document}.age: SHA-256 ${sha256}`, '');
  return `${lines.join('\n').trimEnd()}\n`;
}

function entryLines({ label, pieces, items }: Entry, indent: string, language: string): string[] {
  const said = pieces.map(saidIn).join('; ');
  const inner = items.flatMap((item) => [`${indent}  ${item.title}`, ...item.entries.flatMap((each) => entryLines(each, `${indent}    `, language))]);
  return [`${indent}${labelled(language, label, said)}`.trimEnd(), ...inner];
}

function saidIn(piece: Piece): string {
  return piece.kind === 'said' && piece.note !== undefined ? `${piece.text} (${piece.note})` : piece.text;
}
