import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nameOfState, providersIn } from '../src/exchange/disclosed.ts';
import type { Form } from '../src/form/definition.ts';
import { examine } from '../src/form/examine.ts';
import type { Values } from '../src/form/values.ts';

declare const ENLACE_WEB: string;

const definition = (name: string): Form => JSON.parse(readFileSync(join(ENLACE_WEB, '../../../target/forms', name), 'utf8')) as Form;
const answers = definition('preservation-answer-1.json');
const nobody = { stateName: '', place: '', contact: '' };

test('a provider is of a state of the list, by its code, or of one that was named', () => {
  const values: Values = {
    providers: [
      { name: ' Provedor do Sul ', state: 'BRA', contact: 'noc@provedor.example' },
      { name: 'Islands Net', state: 'other', stateName: 'Iceland' },
    ],
  };
  assert.deepEqual(providersIn(values, answers), [
    { ...nobody, name: 'Provedor do Sul', state: 'BRA', contact: 'noc@provedor.example' },
    { ...nobody, name: 'Islands Net', stateName: 'Iceland' },
  ]);
  assert.equal(nameOfState('BRA', answers, 'fr'), 'Brésil');
});

test('what another program wrote leads nowhere', () => {
  for (const state of ['bra', 'BRA&follows=1', '../desk', 'XYZ', 7, ['BRA'], undefined]) {
    const values = { providers: [{ name: 'x', state }] } as unknown as Values;
    assert.deepEqual(providersIn(values, answers), [{ ...nobody, name: 'x' }], String(state));
  }
  assert.deepEqual(providersIn({ providers: 'BRA' }, answers), []);
});

test('while the data are preserved only the two grounds of Article 30 withhold what would be disclosed of them', () => {
  const at = { zone: 'UTC', now: new Date() };
  const wrong = (ground: string, facts: Record<string, boolean>): string[] =>
    examine(answers, { ground, reasons: 'x', ...(facts['preserved'] ? { extent: 'part' } : {}) }, { ...at, facts }, ['decline']).findings.map((each) => each.path);
  assert.deepEqual(wrong('bud30.political', { preserved: true }), []);
  assert.deepEqual(wrong('bud29.political', { preserved: true }), ['ground']);
  assert.deepEqual(wrong('bud30.political', {}), ['ground']);
  assert.deepEqual(wrong('bud29.political', {}), []);
});
