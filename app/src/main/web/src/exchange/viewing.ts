/**
 * A file read on the page and nowhere else, where its conditions let nothing leave it: opened into memory, shown, gone with the page. Texts as text, pictures as
 * pictures; everything else would need a program of its own.
 *
 * Threat: a file made to run as a page of ours. Texts reach the page as text only, and of pictures only kinds that carry no script.
 */
import type { Identity } from '../age.ts';
import { Transfer } from '../transfer.ts';
import type { Uploaded } from '../upload.ts';

/** The most that is held in memory for it. */
export const MOST_SHOWN = 20 * 1024 * 1024;

const PICTURES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' };
const TEXTS: readonly string[] = ['txt', 'text', 'csv', 'tsv', 'json', 'jsonld', 'xml', 'md', 'log', 'eml', 'yaml', 'yml', 'html', 'htm', 'sql', 'vcf', 'ics'];

/** By its ending: a name that lies shows nothing, or nonsense. */
export function canBeShown(file: Uploaded): boolean {
  const ending = endingOf(file);
  return ending in PICTURES || TEXTS.includes(ending);
}

/** Into memory. */
export class Viewing extends Transfer<Blob> {
  readonly #file: Uploaded;
  readonly #identity: Identity;

  constructor(file: Uploaded, identity: Identity) {
    super(file.size);
    this.#file = file;
    this.#identity = identity;
  }

  protected override async transfer(): Promise<Blob> {
    const { document, sha256, size, plain } = this.#file;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const expected = plain ? { sha256, size, plain } : { sha256, size };
    await this.inWorker({ type: 'open', address: `/documents/${document}`, identity: this.#identity, expected }, async (bytes) => void pieces.push(bytes));
    return new Blob(pieces);
  }

  protected override abandon(): Promise<void> {
    return Promise.resolve();
  }
}

/** Puts it into `place`. */
export async function showIn(place: HTMLElement, file: Uploaded, content: Blob): Promise<void> {
  const type = PICTURES[endingOf(file)];
  if (type === undefined) {
    const text = document.createElement('pre');
    text.textContent = await content.text();
    text.lang = file.language ?? '';
    text.tabIndex = 0;
    place.replaceChildren(text);
    return;
  }
  const picture = document.createElement('img');
  const address = URL.createObjectURL(content.slice(0, content.size, type));
  picture.alt = file.name;
  picture.onload = picture.onerror = () => URL.revokeObjectURL(address);
  picture.src = address;
  place.replaceChildren(picture);
}

function endingOf({ name }: Uploaded): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
