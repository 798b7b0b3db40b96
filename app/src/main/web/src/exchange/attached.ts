/** Which files came with an act, and what is said of them. */
import type { Act } from '../jws.ts';
import type { Described, Uploaded } from '../upload.ts';

/** The attachments that a form or message names and its act really brought: a name without a document, or a document of other bytes, is not offered. */
export function attachmentsOf(act: Act, named: readonly Uploaded[]): readonly Uploaded[] {
  return named.filter((each) => act.content.some((brought) => brought.role === 'attachment' && brought.document === each.document && brought.sha256 === each.sha256 && brought.size === each.size));
}

/** A day that was said before, and is no longer, does not stay. */
export function describedAs({ version: _, ...file }: Uploaded, told: Described): Uploaded {
  return { ...file, ...told };
}
