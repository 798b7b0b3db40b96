import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flat, raised, same } from '../src/exchange/written.ts';
import type { Written } from '../src/exchange/written.ts';
import { merge } from '../src/form/merge.ts';

const file = (document: string) => ({ document, name: `${document}.pdf`, type: 'application/pdf', sha256: 'ab', size: 3 });
const blank: Written = { values: { due: '2026-03-20' }, items: [], chosen: '', repairs: { 'P-09': 'hechos' }, attachments: [] };

test('what stands in a form is the same after it was taken apart', () => {
  const written: Written = { values: { question: '¿A qué cuenta?' }, items: ['P-09'], chosen: 'cri-mp', repairs: { 'P-09': 'hechos' }, attachments: [file('one')] };
  assert.deepEqual(raised(flat(written)), written);
  assert.ok(same(written, raised(flat(written))));
  assert.ok(!same(written, blank));
});

test('two who wrote in different places keep both, the files of both among them', () => {
  const mine: Written = { ...blank, values: { ...blank.values, question: 'mine' }, attachments: [file('one')] };
  const theirs: Written = { ...blank, items: ['P-10'], repairs: { 'P-09': 'más hechos' }, attachments: [file('two')] };
  const { merged, both } = merge(flat(blank), flat(mine), flat(theirs));
  assert.deepEqual(both, []);
  assert.deepEqual(raised(merged), { values: mine.values, items: ['P-10'], chosen: '', repairs: { 'P-09': 'más hechos' }, attachments: [file('one'), file('two')] });
});

test('the same answer written twice is for the officer to choose', () => {
  const mine: Written = { ...blank, values: { due: '2026-03-21' } };
  const theirs: Written = { ...blank, values: { due: '2026-03-22' }, repairs: {} };
  assert.deepEqual(merge(flat(blank), flat(mine), flat(theirs)).both, ['due']);
});
