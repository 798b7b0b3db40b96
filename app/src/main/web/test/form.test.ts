import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Form } from '../src/form/definition.ts';
import { examine, obstacles } from '../src/form/examine.ts';
import { finished } from '../src/form/finished.ts';
import { read } from '../src/form/reading.ts';
import { redirected } from '../src/form/redirected.ts';
import { OFFSETS, dayIn, instant, isZone, offsetOf, plusDays, sayMoment } from '../src/form/time.ts';
import type { Context, Values } from '../src/form/values.ts';
import { general, translations } from '../src/form/values.ts';

declare const ENLACE_WEB: string;

/** Put together by the tests in Java (`FormTests`), which run before. */
const definition = (name: string): Form => JSON.parse(readFileSync(join(ENLACE_WEB, '../../../target/forms', name), 'utf8')) as Form;
const request = definition('preservation-1.json');
const answer = definition('preservation-answer-1.json');

const asuncion: Context = {
  derived: { status: 'new', requestedAuthority: 'Costa Rica, 24/7 point', requestingAuthority: 'Paraguay, cyber-crime unit', clock: '', signature: '' },
  zone: 'America/Asuncion',
  now: new Date('2026-03-15T01:52:00Z'),
};

/** Scenario A, as the duty officer of Paraguay types it. */
const written: Values = {
  'P-02': 'UEDI-2417/2026',
  'P-05.person': 'Duty prosecutor',
  'P-05.email': 'turno@ministerio.example',
  'P-08': [{ title: 'Estafa mediante sistemas informáticos', article: 'bud.8', provision: 'Código Penal, art. 188', penalty: 'hasta cinco años' }],
  'P-09': 'El 13 de marzo…',
  'P-10': [
    {
      kinds: ['subscriber', 'traffic'],
      selectors: [
        { kind: 'account', value: 'cobros.rapidos@correo.example' },
        { kind: 'ip', value: '198.51.100.23', port: '51514', at: { date: '2026-03-13', time: '19:02:11', offset: '-03:00' } },
      ],
      from: { date: '2026-03-01', time: '00:00', offset: '-03:00' },
      to: { date: '2026-03-14', time: '22:00', offset: '-03:00' },
    },
  ],
  'P-11': 'La cuenta recibió los pagos.',
  'P-12.custodian': 'Proveedor Tico S.A.',
  'P-13': 'El proveedor guarda los registros pocos días.',
  'P-13.risk': ['retention'],
  'P-14': true,
  'P-14.date': '2026-04-01',
  'P-17': 'urgent',
  'P-17.reason': 'Vence en horas.',
  'P-16.purpose': 'proceedings',
  'P-16.onward': 'ask',
  'P-16.court': 'free',
  'P-16.tlp': 'amber',
};

const without = (id: string, from: Values = written): Values => Object.fromEntries(Object.entries(from).filter(([key]) => key !== id));
const change = (changes: Values): Values => ({ ...written, ...changes });
const paths = (values: Values, context = asuncion): string[] => obstacles(examine(request, values, context).findings).map((each) => each.path);
const data = (changes: Record<string, unknown>): Values => change({ 'P-10': [{ ...(written['P-10'] as object[])[0], ...changes }] as Values[string] });

test('a whole request can be sent', () => {
  const result = examine(request, written, asuncion);
  assert.deepEqual(result.findings, []);
  assert.equal(result.percent, 100);
  assert.equal(result.sendable, true);
});

test('an empty request lacks what article 29(2) demands, and is far from complete', () => {
  const result = examine(request, {}, { ...asuncion, derived: {} });
  const demanded = result.findings.filter((each) => each.need === 'blocking').map((each) => each.path);
  assert.deepEqual(demanded, ['P-03', 'P-04', 'P-05', 'P-08', 'P-09', 'P-10', 'P-11', 'P-12.custodian', 'P-13', 'P-14', 'P-17', 'P-16.purpose', 'P-16.onward', 'P-16.court', 'P-16.tlp']);
  assert.equal(result.settled, 0);
  assert.equal(result.percent, 0);
  assert.equal(examine(request, {}, asuncion).settled, 0);
});

test('without the statement that a request for mutual assistance follows it cannot go', () => {
  assert.deepEqual(paths(without('P-14')), ['P-14']);
  assert.deepEqual(paths(change({ 'P-14': false })), ['P-14']);
});

test('the custodian, or the place of the system, or that neither is known', () => {
  assert.deepEqual(paths(without('P-12.custodian')), ['P-12.custodian']);
  assert.deepEqual(paths({ ...without('P-12.custodian'), 'P-12.place': 'San José' }), []);
  assert.deepEqual(paths({ ...without('P-12.custodian'), 'P-12.unknown': true }), []);
});

test('an extension cites the first ticket; a new request is not asked for one', () => {
  const extension = { ...asuncion, derived: { ...asuncion.derived, status: 'extension' } };
  assert.deepEqual(paths(written, extension), ['P-03.ticket', 'P-18.date']);
  assert.deepEqual(paths(change({ 'P-03.ticket': 'CR-17', 'P-18.date': '2026-01-10' }), extension), []);
});

test('what is recommended can be left out with a reason, once for all items of a list', () => {
  assert.deepEqual(paths(without('P-02')), ['P-02']);
  assert.deepEqual(paths({ ...without('P-02'), omitted: { 'P-02': 'No case number yet' } }), []);
  const noPort = data({ selectors: [1, 2].map((n) => ({ kind: 'ip', value: `198.51.100.${n}`, at: { date: '2026-03-13', time: '19:02', offset: '-03:00' } })) });
  assert.deepEqual(paths(noPort), ['P-10/0/selectors/0/port', 'P-10/0/selectors/1/port']);
  assert.deepEqual(paths({ ...noPort, omitted: { 'P-10/selectors/port': 'The log has none' } }), []);
  assert.equal(general('P-10/0/selectors/12/port'), 'P-10/selectors/port');
});

test('no reason replaces what the Convention demands', () => {
  assert.deepEqual(paths({ ...without('P-13'), omitted: { 'P-13': 'obvious' } }), ['P-13']);
});

test('an identifier must look like its kind', () => {
  const wrong: [string, string][] = [['ip', '198.51.100'], ['ip', '198.51.100.256'], ['email', 'cobros'], ['url', 'correo.example/x'], ['domain', 'https://correo.example'], ['phone', 'abc']];
  const right: [string, string][] = [['ip', '198.51.100.23'], ['ip', '2001:db8::1'], ['ip', '192.0.2.0/24'], ['ip', '::ffff:192.0.2.1'], ['email', 'a@correo.example'], ['url', 'https://correo.example/x?y'],
    ['domain', 'correo.example'], ['phone', '+595 21 000 000'], ['wallet', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'], ['other', '¿?']];
  const found = (kind: string, value: string): string[] => paths(data({ selectors: [{ kind, value, port: '1', at: { date: '2026-03-13', time: '19:02', offset: '-03:00' } }] }));
  for (const [kind, value] of wrong) assert.deepEqual(found(kind, value), ['P-10/0/selectors/0/value'], `${kind} ${value}`);
  for (const [kind, value] of right) assert.deepEqual(found(kind, value), [], `${kind} ${value}`);
});

test('a moment without its offset is no moment, and the end may not come first', () => {
  assert.deepEqual(paths(data({ from: { date: '2026-03-01', time: '00:00' } })), ['P-10/0/from']);
  assert.deepEqual(paths(data({ from: { date: '2026-02-30', time: '00:00', offset: '-03:00' } })), ['P-10/0/from']);
  assert.deepEqual(paths(data({ to: { date: '2026-02-01', time: '00:00', offset: '-03:00' } })), ['P-10/0/to']);
  // Later on the clock and earlier in truth.
  assert.deepEqual(paths(data({ from: { date: '2026-03-01', time: '10:00', offset: '-06:00' }, to: { date: '2026-03-01', time: '11:00', offset: '-03:00' } })), ['P-10/0/to']);
});

test('ports, addresses, telephones, zones, codes and lengths are looked at', () => {
  assert.deepEqual(paths(data({ selectors: [{ kind: 'ip', value: '192.0.2.1', port: '70000', at: { date: '2026-03-13', time: '19:02', offset: '-03:00' } }] })), ['P-10/0/selectors/0/port']);
  assert.deepEqual(paths(change({ 'P-05.email': 'nobody' })), ['P-05.email']);
  assert.deepEqual(paths(change({ 'P-05.phone': '021 000 000' })), ['P-05.phone']);
  assert.deepEqual(paths(change({ 'P-05.zone': 'Asunción' })), ['P-05.zone']);
  assert.deepEqual(paths(change({ 'P-17': 'at once' })), ['P-17']);
  assert.deepEqual(paths(change({ 'P-02': 'x'.repeat(121) })), ['P-02']);
  assert.deepEqual(paths(change({ 'P-14.date': '2026-03-13' })), ['P-14.date'], 'a day that has passed in Asunción');
  assert.deepEqual(paths(change({ 'P-14.date': '2026-03-14' })), [], 'still today in Asunción, already tomorrow in UTC');
});

test('a wrong optional answer keeps the bar under 100', () => {
  const result = examine(request, change({ 'P-05.fax': 'none' }), asuncion);
  assert.equal(result.sendable, false);
  assert.ok(result.percent < 100 && result.percent > 90, String(result.percent));
});

test('sixty days at least, counted in the requested authority’s zone', () => {
  const sanJose: Context = { zone: 'America/Costa_Rica', now: new Date('2026-03-15T06:00:00Z') };
  const report = (until: string): string[] =>
    examine(answer, { ticket: 'CR-17', extent: 'full', data: 'todo', custodian: 'Proveedor Tico S.A.', from: { date: '2026-03-14', time: '23:10', offset: '-06:00' }, until }, sanJose, ['preserve']).findings.map((each) => each.path);
  assert.deepEqual(report('2026-05-12'), ['until']);
  assert.deepEqual(report('2026-05-13'), []);
  assert.equal(dayIn('America/Costa_Rica', new Date('2026-03-15T05:10:00Z')), '2026-03-14');
  assert.equal(plusDays('2026-03-14', 60), '2026-05-13');
});

test('dual criminality is a ground only under the reservation and outside articles 2 to 11', () => {
  const decline = (facts: Record<string, boolean>): string[] =>
    examine(answer, { ground: 'bud29.dual_criminality_reserved', reasons: 'x' }, { zone: 'UTC', now: new Date(), facts }, ['decline']).findings.map((each) => each.path);
  assert.deepEqual(decline({}), ['ground']);
  assert.deepEqual(decline({ 'reservation29(4)': true }), ['ground']);
  assert.deepEqual(decline({ 'reservation29(4)': true, offenceOutside2to11: true }), []);
});

test('the receiver reads codes in their own language and free text as it was written', () => {
  const chapters = read(request, written, asuncion, { language: 'en', written: 'es', zone: 'America/Costa_Rica', yes: 'Yes' });
  const offence = chapters.find((each) => each.id === 'offence')!.entries[0]!;
  assert.equal(offence.items[0]!.title, 'Offence 1');
  const [title, article] = offence.items[0]!.entries;
  assert.deepEqual(title!.pieces, [{ kind: 'written', text: 'Estafa mediante sistemas informáticos', lang: 'es' }]);
  assert.deepEqual(article!.pieces, [{ kind: 'said', text: 'Computer-related fraud (art. 8)' }]);
  const ip = chapters.find((each) => each.id === 'data')!.entries[0]!.items[0]!.entries.find((each) => each.path.endsWith('selectors'))!.items[1]!;
  const at = ip.entries.find((each) => each.path.endsWith('/at'))!.pieces[0]!;
  assert.equal(at.kind, 'time');
  assert.equal(at.text, '13 Mar 2026, 19:02:11 UTC−03:00');
  assert.equal(at.kind === 'time' && at.yours, '16:02:11 Costa Rica');
});

test('a value of a strange shape counts as not there and breaks nothing', () => {
  const hostile = { ...written, 'P-09': { evil: true }, 'P-10': 'text', 'P-08': [null, 3], 'P-13.risk': 'retention', 'P-14': 'yes' } as unknown as Values;
  assert.deepEqual(paths(hostile), ['P-08', 'P-09', 'P-10', 'P-13.risk', 'P-14']);
  assert.doesNotThrow(() => read(request, hostile, asuncion, { language: 'pt', written: 'es', zone: 'UTC', yes: 'Sim' }));
});

test('offsets and zones come from the zone data', () => {
  assert.equal(offsetOf('America/Asuncion', new Date('2026-03-14T12:00:00Z')), '-03:00');
  assert.equal(offsetOf('UTC', new Date()), '+00:00');
  assert.ok(isZone('America/Argentina/Buenos_Aires') && isZone('UTC') && !isZone('Mars/Olympus'));
  assert.ok(OFFSETS.every((offset) => instant({ date: '2026-03-14', time: '12:00', offset }) !== undefined));
  assert.equal(sayMoment({ date: '2026-03-13', time: '19:02', offset: '+00:00' }, 'es'), '13 mar 2026, 19:02 UTC');
  assert.equal(sayMoment({ date: '2026-03-13' }, 'es'), '13 mar 2026');
});

test('what the requested state declared prevails over what the form says for everybody', () => {
  const asks = { 'P-06.name': { need: 'blocking', note: {} }, 'P-11': { need: 'optional', note: {} } } as const;
  assert.deepEqual(paths(without('P-11'), { ...asuncion, asks }), ['P-06.name']);
  assert.deepEqual(paths(without('P-11')), ['P-11']);
});

test('what the requested state does not take is not asked, not found missing, and not sent', () => {
  const asks = { 'P-09': { need: 'not-accepted', note: {} } } as const;
  const context = { ...asuncion, asks };
  assert.deepEqual(paths(without('P-09'), context), []);
  assert.equal(finished(request, written, context)['P-09'], undefined);
  assert.equal(finished(request, written, asuncion)['P-09'], written['P-09']);
});

test('a language that the requested state does not take needs an official translation, or a reason that travels', () => {
  const language = { written: 'es', accepted: ['en'], translated: [] };
  const context: Context = { ...asuncion, language };
  assert.deepEqual(paths(written, context), ['language']);
  assert.deepEqual(paths(written, { ...asuncion, language: { ...language, translated: ['en'] } }), []);
  assert.deepEqual(paths(written, { ...asuncion, language: { ...language, accepted: [] } }), []);
  const waived = change({ omitted: { language: 'Vence esta noche; la traducción sigue.' } });
  assert.deepEqual(paths(waived, context), []);
  assert.deepEqual(finished(request, waived, context)['omitted'], { language: 'Vence esta noche; la traducción sigue.' });
  const reader = { language: 'en', written: 'es', zone: 'America/Costa_Rica', yes: 'Yes' } as const;
  assert.deepEqual(read(request, waived, asuncion, reader)[0]!.omitted, [{ label: 'The language it is written in', reason: 'Vence esta noche; la traducción sigue.', lang: 'es' }]);
});

test('another addressee says what became missing and what no longer applies', () => {
  const elsewhere: Context = { ...asuncion, asks: { 'P-06.name': { need: 'blocking', note: {} }, 'P-09': { need: 'not-accepted', note: {} } } };
  const told = redirected(request, written, asuncion, elsewhere);
  assert.deepEqual(told.missing.map((each) => each.en), ['Person for confirmation']);
  assert.deepEqual(told.asked, []);
  assert.equal(told.gone.length, 1);
  assert.deepEqual(told.dropped, []);
});

test('another addressee says what is asked now, and which answers from before are sent again', () => {
  const here: Context = { ...asuncion, asks: { 'P-09': { need: 'not-accepted', note: {} }, 'P-06.name': { need: 'not-accepted', note: {} } } };
  const told = redirected(request, written, here, asuncion);
  assert.equal(told.asked.length, 2);
  assert.deepEqual(told.sent, told.asked.filter((each) => each.en !== 'Person for confirmation'));
  assert.deepEqual(told.gone, []);
  const back = redirected(request, written, asuncion, here);
  assert.deepEqual(back.dropped.map((each) => each.en), ['Person for confirmation']);
});

test('only an official translation of the request itself counts as one', () => {
  const file = { document: '1', name: 'ley.pdf', type: 'application/pdf', sha256: '', size: 1, language: 'en', relation: 'official' } as const;
  assert.deepEqual(translations([{ ...file, kind: 'provision' }, { ...file, kind: 'other' }]), []);
  assert.deepEqual(translations([{ ...file, kind: 'request', relation: 'courtesy' }]), []);
  assert.deepEqual(translations([{ ...file, kind: 'request' }]), ['en']);
  assert.deepEqual(translations([file]), ['en']);
});

test('a marking that is wider than the distribution cannot be chosen', () => {
  assert.deepEqual(paths(change({ 'P-16.tlp': 'green' })), ['P-16.tlp']);
  assert.deepEqual(paths(change({ 'P-16.tlp': 'green', 'P-16.purpose': 'any', 'P-16.onward': 'free' })), []);
  assert.deepEqual(paths(change({ 'P-16.tlp': 'green', 'P-16.purpose': 'any', 'P-16.onward': 'free', 'P-16.code': 'H2' })), ['P-16.tlp']);
});
