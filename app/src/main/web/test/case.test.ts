import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsonld from 'jsonld';
import type { Quad } from 'jsonld';
import { describe } from '../src/exchange/case.ts';
import type { Given } from '../src/exchange/case.ts';

const CASE = 'https://ontology.caseontology.org/case/investigation/';
const UCO = 'https://ontology.unifiedcyberontology.org/uco/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What of CASE 1.3 and UCO 1.3 is used, as the ontologies have it: the classes, each with the properties that its shapes name or that it inherits. */
const OBJECT = ['name', 'description', 'tag', 'hasFacet', 'externalReference', 'objectMarking', 'createdBy', 'objectCreatedTime', 'specVersion'].map((each) => `core/${each}`);
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  [`${UCO}core/Bundle`]: [...OBJECT, 'core/object'],
  [`${UCO}core/ExternalReference`]: ['core/definingContext', 'core/externalIdentifier'],
  [`${UCO}identity/Organization`]: OBJECT,
  [`${UCO}marking/MarkingDefinition`]: ['marking/definition', 'marking/definitionType'],
  [`${UCO}marking/StatementMarking`]: ['marking/definitionType', 'marking/statement'],
  [`${UCO}marking/TermsOfUseMarking`]: ['marking/definitionType', 'marking/termsOfUse'],
  [`${UCO}observable/File`]: OBJECT,
  [`${UCO}observable/EncryptedStream`]: OBJECT,
  [`${UCO}observable/FileFacet`]: ['observable/fileName', 'observable/extension', 'observable/isDirectory', 'observable/sizeInBytes'],
  [`${UCO}observable/ContentDataFacet`]: ['observable/mimeType', 'observable/isEncrypted', 'observable/sizeInBytes', 'observable/hash'],
  [`${UCO}observable/EncryptedStreamFacet`]: ['observable/encryptionMethod'],
  [`${UCO}observable/ObservableRelationship`]: [...OBJECT, 'core/source', 'core/target', 'core/kindOfRelationship', 'core/isDirectional'],
  [`${UCO}tool/Tool`]: [...OBJECT, 'tool/toolType'],
  [`${UCO}types/Hash`]: ['types/hashMethod', 'types/hashValue'],
  [`${CASE}InvestigativeAction`]: [...OBJECT, ...['performer', 'participant', 'instrument', 'endTime', 'object', 'result'].map((each) => `action/${each}`)],
  [`${CASE}ProvenanceRecord`]: [...OBJECT, 'core/object', `${CASE}exhibitNumber`],
};

const GIVEN: Given = {
  request: '0199aaaa-0000-7000-8000-000000000001',
  reference: 'PRY-2026-0001',
  from: { id: 'cri-sample-central', name: 'Autoridad central, Costa Rica' },
  to: { id: 'pry-sample-24-7', name: 'Unidad 24/7, Paraguay' },
  marking: 'TLP:AMBER',
  terms: 'TLP:AMBER: dentro de la autoridad. Uso ante un tribunal: Solo tras consultarnos',
  at: new Date('2026-11-22T10:00:00.000Z'),
  files: [
    { document: '0199aaaa-0000-7000-8000-0000000000f1', name: 'registros "marzo".csv', type: 'text/csv', sha256: 'a'.repeat(64), size: 1234, plain: { sha256: 'b'.repeat(64), size: 1034 }, language: 'es', relation: 'original' },
    { document: '0199aaaa-0000-7000-8000-0000000000f2', name: 'disco', type: 'application/octet-stream', sha256: 'c'.repeat(64), size: 2 ** 31 + 200, plain: { sha256: 'd'.repeat(64), size: 2 ** 31 } },
  ],
};

/** Through the standard's own algorithm; `safe` refuses whatever it would have to leave out, such as a term that no context explains. */
const quads = (): Promise<readonly Quad[]> => {
  const documentLoader = (url: string): never => assert.fail(`asks for ${url}`);
  return jsonld.toRDF(describe(GIVEN), { documentLoader, safe: true });
};

const short = (iri: string): string => iri.replace(UCO, '');

test('the description of a result is JSON-LD that needs nothing else, in the terms of CASE and UCO', async () => {
  const all = await quads();
  const types = new Map(all.filter((quad) => quad.predicate.value === TYPE).map((quad) => [quad.subject.value, quad.object.value]));
  assert.deepEqual(new Set(types.values()), new Set(Object.keys(CLASSES)));
  for (const quad of all) {
    assert.match(quad.subject.value, /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'UCO knows no blank nodes');
    if (quad.predicate.value === TYPE) continue;
    const type = types.get(quad.subject.value)!;
    assert.ok(CLASSES[type]!.includes(short(quad.predicate.value)), `${type} has no ${quad.predicate.value}`);
    if (quad.object.value.startsWith('urn:uuid:')) assert.ok(types.has(quad.object.value), 'what is named is described');
  }
});

test('it gives the hashes and sizes of the files before and after sealing, and who gave them to whom', async () => {
  const all = await quads();
  const values = (property: string): string[] => all.filter((quad) => short(quad.predicate.value) === property).map((quad) => quad.object.value);
  assert.deepEqual(new Set(values('types/hashValue')), new Set(['a', 'b', 'c', 'd'].map((each) => each.repeat(64))));
  assert.ok(values('types/hashMethod').every((method) => method === 'SHA256'));
  assert.deepEqual(new Set(values('observable/sizeInBytes')), new Set(['1234', '1034', String(2 ** 31 + 200), String(2 ** 31)]));
  assert.deepEqual(new Set(values('observable/fileName')), new Set(['registros "marzo".csv', 'disco']));
  assert.deepEqual(values('core/tag'), ['language:es', 'relation:original']);
  assert.deepEqual(values('marking/statement'), ['TLP:AMBER']);
  assert.deepEqual(values('marking/termsOfUse'), [GIVEN.terms]);
  const dates = all.filter((quad) => quad.object.datatype?.value.endsWith('dateTime')).map((quad) => quad.object.value);
  assert.deepEqual(new Set(dates), new Set(['2026-11-22T10:00:00.000Z']));
  assert.equal(new Set(values('action/performer')).size, 1);
});

test('its conditions stand in its first lines', () => {
  const [bundle] = (describe(GIVEN) as { '@graph': readonly Record<string, unknown>[] })['@graph'];
  assert.equal(bundle!['uco-core:description'], GIVEN.terms);
});
