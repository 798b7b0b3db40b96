import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barsHandingOver, barsKeeping, underWhich } from '../src/exchange/bars.ts';
import type { Act, Conditions } from '../src/jws.ts';

const FREE: Conditions = { tlp: 'amber', handling: null, purpose: 'proceedings', onward: 'ask', court: 'free' };
const under = (conditions: Partial<Conditions>, ...granted: string[]) => ({ conditions: { ...FREE, ...conditions }, granted: new Set(granted) });

test('what is for its recipients’ eyes only is neither saved nor handed over, until another use was allowed', () => {
  assert.deepEqual(barsKeeping(under({ tlp: 'red' })), ['red']);
  assert.deepEqual(barsHandingOver(under({ tlp: 'red' })), ['red']);
  assert.deepEqual(barsKeeping(under({ tlp: 'red' }, 'court')), []);
  assert.deepEqual(barsHandingOver(under({})), []);
  assert.deepEqual(barsKeeping(under({ onward: 'none', court: 'none', handling: 'H2' })), [], 'one’s own work goes on');
});

test('what is not to be passed on, or not for court, is not handed over with its key', () => {
  assert.deepEqual(barsHandingOver(under({ onward: 'none' })), ['onward']);
  assert.deepEqual(barsHandingOver(under({ court: 'none' })), ['court']);
  assert.deepEqual(barsHandingOver(under({ court: 'none' }, 'court')), []);
  assert.deepEqual(barsHandingOver(under({ court: 'ask' })), ['leave'], 'neither a court nor anybody else may have it without being asked for');
  assert.deepEqual(barsHandingOver(under({ court: 'ask' }, 'court')), []);
  assert.deepEqual(barsHandingOver(under({ court: 'ask' }, 'other-authority')), []);
  assert.deepEqual(barsHandingOver(under({ court: 'ask', onward: 'free' })), []);
  assert.deepEqual(barsHandingOver(under({ court: 'ask', onward: 'free', tlp: 'amber-strict' })), ['leave']);
  assert.deepEqual(barsHandingOver(under({ tlp: 'amber-strict' })), [], 'a court may have it');
  assert.deepEqual(barsHandingOver(under({ purpose: 'inform' })), ['purpose']);
  assert.deepEqual(barsHandingOver(under({ handling: 'H1' })), ['court']);
  assert.deepEqual(barsHandingOver(under({ handling: 'H1' }, 'court')), []);
  assert.deepEqual(barsHandingOver(under({ handling: 'H2' }, 'court')), ['handling']);
  assert.deepEqual(barsHandingOver(under({ handling: 'H2' }, 'other-authority')), []);
  assert.deepEqual(barsHandingOver(under({ handling: 'H3' })), ['handling']);
  assert.deepEqual(barsHandingOver(under({ handling: 'H0' })), []);
});

test('each act stands under its own conditions or those of the request, and nobody under their own', () => {
  const act = (id: string, kind: string, authority: string, coded: object) => ({ act: id, kind, authority, coded }) as unknown as Act;
  const acts = [
    act('1', 'send', 'pry', { conditions: FREE }),
    act('2', 'open', 'cri', { conditions: FREE }),
    act('3', 'result', 'cri', { conditions: { ...FREE, tlp: 'red' } }),
    act('4', 'result', 'cri', { conditions: { ...FREE, court: 'none' } }),
    act('5', 'ask-use', 'pry', { result: '3', use: 'court' }),
    act('6', 'ask-use', 'pry', { result: '4', use: 'court' }),
    act('7', 'grant-use', 'cri', { asked: '5', decision: 'conditions' }),
    act('8', 'grant-use', 'cri', { asked: '6', decision: 'refused' }),
  ];
  const asking = underWhich(acts, 'pry');
  assert.equal(asking.get('1'), undefined);
  assert.deepEqual(asking.get('3'), { conditions: { ...FREE, tlp: 'red' }, granted: new Set(['court']) });
  assert.deepEqual(barsHandingOver(asking.get('4')!), ['court']);
  const asked = underWhich(acts, 'cri');
  assert.deepEqual([...asked.keys()], ['1', '5', '6']);
});
