/** Why an authority's key is refused; each check of `exchange.md` has its name. */
export type TrustFault =
  /** The answer is not of the shape or version that is known here. */
  | 'answer-unreadable'
  /** It is about another authority than was asked for. */
  | 'other-authority'
  /** The authority has made no key yet. */
  | 'no-key'
  /** The host says there is no memory of an officer who must have one. */
  | 'memory-missing'
  /** The log's key is not the one this officer knows, or the checkpoint is not signed by it. */
  | 'checkpoint-signature'
  /** The checkpoint is older than the last one this officer saw. */
  | 'checkpoint-older'
  /** The log is not a continuation of the one this officer saw. */
  | 'not-consistent'
  /** A log entry is not the one of its statement: another digest, kind or subject. */
  | 'entry-mismatch'
  /** A statement is not proved to be in the log. */
  | 'not-included'
  /** A statement was altered, or is not by the key it names. */
  | 'statement-signature'
  /** A generation is missing, doubled, or does not name the one before. */
  | 'generation-chain'
  /** The maker of a key, or who admitted somebody, has no logged statement of their own key here. */
  | 'signer-unknown'
  /** The maker of a key, or who admitted somebody, did not belong to the authority when they did. */
  | 'signer-not-admitted'
  /** This officer has seen another key for this generation, or a later generation. */
  | 'contradicts-memory';

export class TrustError extends Error {
  readonly fault: TrustFault;

  constructor(fault: TrustFault, cause?: unknown) {
    super(fault, { cause });
    this.name = 'TrustError';
    this.fault = fault;
  }
}
