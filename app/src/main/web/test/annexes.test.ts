import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { describedAs } from '../src/exchange/attached.ts';
import type { SealedForm, SealedMessage } from '../src/exchange/content.ts';
import { repaired } from '../src/exchange/repairs.ts';
import type { Form } from '../src/form/definition.ts';
import { examine, obstacles } from '../src/form/examine.ts';
import { finished } from '../src/form/finished.ts';
import { read } from '../src/form/reading.ts';
import type { AttachedFile, Context, Values } from '../src/form/values.ts';
import type { Act } from '../src/jws.ts';

declare const ENLACE_WEB: string;

/** Put together by the tests in Java (`FormTests`), which run before. */
const definition = (name: string): Form => JSON.parse(readFileSync(join(ENLACE_WEB, '../../../target/forms', name), 'utf8')) as Form;
const assistance = definition('assistance-1.json');
const extradition = definition('extradition-1.json');

const under = (...files: AttachedFile[]): Context => ({ facts: { 'instrument:untoc': true }, files, zone: 'America/Asuncion', now: new Date('2026-03-15T13:00:00Z') });
const law: AttachedFile = { name: 'codigo.pdf', kind: 'provision', version: '2026-01-31' };
const found = (context: Context, values: Values = {}) => obstacles(examine(assistance, values, context).findings).find((each) => each.path === 'annex.provisions');
const reader = { language: 'es', written: 'es', zone: 'America/Asuncion', yes: 'Sí' } as const;
const shown = (form: Form, values: Values, context: Context, path: string) => read(form, values, context, reader).flatMap((each) => each.entries).find((each) => each.path === path)?.pieces;

test('the text of the provisions is advised, and only a file that is said to be one is it', () => {
  assert.equal(found(under())?.need, 'recommended');
  assert.equal(found(under())?.group, 'attachments', 'that is where it is mended');
  assert.equal(found(under({ name: 'codigo.pdf', kind: 'other' }))?.kind, 'missing');
  assert.equal(found(under({ name: 'codigo.pdf' }))?.kind, 'missing', 'a draft of an earlier version');
  assert.equal(found(under(law)), undefined);
});

test('a reason settles it, and travels only while there is no file', () => {
  const values = { omitted: { 'annex.provisions': 'Va con la nota verbal' } };
  assert.equal(found(under(), values), undefined);
  assert.deepEqual(finished(assistance, values, under())['omitted'], values.omitted);
  assert.equal(finished(assistance, values, under(law))['omitted'], undefined);
  assert.equal(finished(assistance, {}, under(law))['annex.provisions'], undefined, 'the files say it themselves');
});

test('a provision without the day of its text is not sent', () => {
  assert.equal(found(under({ name: 'codigo.pdf', kind: 'provision' }))?.kind, 'wrong');
  assert.equal(found(under(law, { name: 'ley.pdf', kind: 'provision', version: '31/01/2026' }))?.kind, 'wrong');
  const file = { document: 'd', type: 'application/pdf', sha256: '', size: 1, ...law };
  const other = { language: 'es', relation: 'original', kind: 'order' } as const;
  assert.deepEqual(describedAs(file, other), { document: 'd', name: 'codigo.pdf', type: 'application/pdf', sha256: '', size: 1, ...other }, 'an order has no such day');
});

test('a state can make it needed, or not take it', () => {
  const asks = (need: 'blocking' | 'not-accepted'): Context => ({ ...under(), asks: { 'annex.provisions': { need, note: {} } } });
  assert.equal(found(asks('blocking'), { omitted: { 'annex.provisions': 'Va con la nota verbal' } })?.need, 'blocking');
  assert.equal(found(asks('not-accepted')), undefined);
});

test('the reader finds the names, and of an earlier version what was ticked', () => {
  assert.deepEqual(shown(assistance, {}, under(law), 'annex.provisions'), [{ kind: 'written', text: 'codigo.pdf', lang: '' }]);
  assert.equal(shown(assistance, {}, under(), 'annex.provisions'), undefined);
  assert.deepEqual(shown(extradition, { 'X-12': true }, under(), 'X-12'), [{ kind: 'said', text: 'Sí' }]);
});

test('an answer repairs it by the files that it was asked for, and by no others', () => {
  const sha256 = 'a'.repeat(64);
  const attached = (document: string, kind: AttachedFile['kind']) => ({ document, name: `${document}.pdf`, type: 'application/pdf', sha256, size: 1, kind }) as const;
  const act = (id: string, kind: string, items: string[], ...documents: string[]) =>
    ({ act: id, kind, coded: { items }, content: documents.map((document) => ({ document, role: 'attachment', sha256, size: 1 })) }) as unknown as Act;
  const form = { values: {}, attachments: [attached('facts', 'other')] } as unknown as SealedForm;
  const message = { attachments: [attached('law', 'provision'), attached('photo', 'other'), attached('never-sent', 'provision')] } as unknown as SealedMessage;
  const after = (items: string[]) => repaired(assistance, form, [act('1', 'send', [], 'facts'), act('2', 'answer', items, 'law', 'photo')], new Map([['2', message]]));

  assert.deepEqual(after(['annex.provisions']).files.map((each) => each.document), ['facts', 'law']);
  assert.deepEqual([...after(['annex.provisions']).items], ['annex.provisions']);
  assert.deepEqual(after(['P-09']).files.map((each) => each.document), ['facts']);
  assert.deepEqual([...after(['P-09']).items], []);
});
