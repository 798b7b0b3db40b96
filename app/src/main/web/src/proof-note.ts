/** What is said under a refusal that the host has signed, and the button that saves it. The record was looked at where it came in (`exchange/refused.ts`). */
import { offer } from './offer.ts';
import { sentence } from './sentences.ts';

export interface Proof {
  /** The id of the record: what people give each other. */
  readonly reference: string;
  /** What `enlace verify` judges, as it came. */
  readonly file: object;
}

/** Puts it behind the sentence that says why. */
export function noteProof(place: Element, { reference, file }: Proof): void {
  const note = document.createElement('span');
  note.textContent = sentence('refused-signed', { reference });
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = sentence('refused-save');
  button.addEventListener('click', () => offer(new Blob([JSON.stringify(file)], { type: 'application/json' }), `enlace-refusal-${reference}.json`));
  place.append(' ', note, ' ', button);
}
