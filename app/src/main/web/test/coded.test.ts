import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codedOf } from '../src/exchange/coded.ts';
import type { Around } from '../src/exchange/coded.ts';
import type { Form } from '../src/form/definition.ts';
import type { Values } from '../src/form/values.ts';

const around: Around = { function: 'Oficial de guardia', assigned: '', items: [], subject: '' };
const promised = (values: Values): string => codedOf('take-in-charge', values, around, { lists: {} } as Form).nextDate;

test('news is promised by the end of a day, or within hours as a moment', () => {
  assert.equal(promised({ nextDate: '2026-03-20' }), '2026-03-20');
  assert.equal(promised({ within: 'day', nextDate: '2026-03-20' }), '2026-03-20');
  const before = Date.now();
  const at = Date.parse(promised({ within: '2', nextDate: '2026-03-20' }));
  assert.ok(at >= before + 7_200_000 && at <= Date.now() + 7_200_000);
});
