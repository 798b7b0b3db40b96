/**
 * The signed reason for which the host did not take something (`exchange.md`, "Refusals"), looked at before it is shown as one.
 *
 * Threat: an answer that only looks like a refusal, by whoever stands on the line, or one about another act. What is saved must be a proof: signed with the log's key, about
 * the very bytes that were sent.
 */
import { digest } from '../encoding.ts';
import { verify } from '../jws.ts';
import type { Jws } from '../jws.ts';
import { parseLogKey } from '../log.ts';
import { Problem } from '../session.ts';
import type { Proof } from '../proof-note.ts';

interface File {
  readonly kind: string;
  readonly refusal: Jws;
  readonly logKey: string;
}

/** The same failure; where it came with a signed reason about this act, carrying it as its proof. */
export function withProof(failure: unknown, act: Jws): unknown {
  const file = failure instanceof Problem ? failure.body['refusal'] : undefined;
  const proof = proofOf(file, act);
  return proof && failure instanceof Problem ? failure.provedBy(proof) : failure;
}

/** @param file as the server gave it; anything at all. */
export function proofOf(file: unknown, act: Jws): Proof | undefined {
  try {
    const { refusal, logKey } = file as File;
    const { payload } = verify('enlace-refusal+jws', refusal, parseLogKey(logKey).publicKey);
    return payload.digest === digest(act) ? { reference: payload.refusal, file: file as object } : undefined;
  } catch {
    return undefined; // without a signature that holds, the sentence is all there is
  }
}
