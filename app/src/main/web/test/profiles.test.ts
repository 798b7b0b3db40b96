import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Form, Language } from '../src/form/definition.ts';
import { examine, obstacles } from '../src/form/examine.ts';
import type { Context, Values } from '../src/form/values.ts';

declare const ENLACE_WEB: string;

const languages: readonly Language[] = ['en', 'es', 'fr', 'pt'];
/** Put together by the tests in Java (`FormTests`), which run before. */
const forms = join(ENLACE_WEB, '../../../target/forms');
const profiles = readdirSync(forms)
  .map((name) => JSON.parse(readFileSync(join(forms, name), 'utf8')) as Form)
  .filter((form) => form.serves !== undefined);
const profile = (name: string): Form => profiles.find((each) => each.form === name)!;

/** The invented facts of the demo, as somebody would type them. */
function example(form: Form): Values {
  const name = `example-${form.form.replace('/1', '')}_es.json`;
  const text = readFileSync(join(ENLACE_WEB, '../java/org/enlace/demo', name), 'utf8');
  const days = { yesterday: '2026-03-14', lastWeek: '2026-03-08', tomorrow: '2026-03-16', nextMonth: '2026-04-15', nextYear: '2027-03-15' };
  const values = JSON.parse(Object.entries(days).reduce((all, [day, date]) => all.replaceAll(`{${day}}`, date), text)) as Values;
  const begun = form.groups.flatMap((group) => group.fields).flatMap((field) => (field.preset === undefined ? [] : [[field.id, field.preset] as const]));
  return { ...Object.fromEntries(begun), ...values };
}

const under = (instrument: string | null, others: Record<string, boolean> = {}): Context => ({
  derived: { status: 'new', requestedAuthority: 'Costa Rica', requestingAuthority: 'Paraguay', clock: '', signature: '' },
  facts: { [`instrument:${instrument ?? 'none'}`]: true, 'status:new': true, ...others },
  zone: 'America/Asuncion',
  now: new Date('2026-03-15T13:00:00Z'),
});

const lacking = (form: Form, values: Values, instrument: string | null): string[] => obstacles(examine(form, values, under(instrument)).findings).map((each) => each.path);

for (const form of profiles) {
  for (const { instrument } of form.serves!) {
    const route = instrument ?? 'no treaty';

    test(`${form.form} under ${route}: an empty one says in every language what it needs`, () => {
      const found = examine(form, {}, under(instrument)).findings;
      assert.ok(found.filter((each) => each.need === 'blocking').length > 4);
      for (const each of found) for (const language of languages) assert.ok(each.says[language], `${each.path} ${language}`);
    });

    test(`${form.form} under ${route}: the example of the demo can be sent`, () => {
      assert.deepEqual(lacking(form, example(form), instrument), []);
      assert.equal(examine(form, example(form), under(instrument)).percent, 100);
    });
  }
}

test('the Palermo Convention asks why it applies, and no other', () => {
  for (const form of profiles.filter((each) => each.form !== 'service/1')) {
    for (const { instrument } of form.serves!) {
      const asks = lacking(form, {}, instrument).some((path) => path.startsWith('M-08'));
      const needed = instrument === 'untoc' && form.groups.some((group) => group.fields.some((field) => field.id === 'M-08'));
      assert.equal(asks, needed, `${form.form} ${instrument}`);
    }
  }
});

test('the Nassau Convention asks for a year of prison, the act and a translation, and no other', () => {
  const assistance = profile('assistance/1');
  const nassau = lacking(assistance, {}, 'oas-a55');
  for (const path of ['I-05', 'I-02', 'I-08', 'I-04.measures']) {
    assert.ok(nassau.includes(path), path);
    assert.ok(!lacking(assistance, {}, 'untoc').includes(path), path);
    assert.ok(!lacking(assistance, {}, 'budapest').includes(path), path);
  }
});

test('to serve documents the facts are needed under the Nassau Convention, and not under that of Palermo', () => {
  const service = profile('service/1');
  assert.ok(lacking(service, {}, 'oas-a55').includes('P-09'));
  assert.ok(!lacking(service, {}, 'untoc').includes('P-09'));
});

test('interception is offered under the Budapest Convention only', () => {
  const content = profile('content/1');
  const values = { ...example(content), 'S-17': 'real-time', 'S-17.from': '2026-04-01', 'S-17.to': '2026-04-30', 'S-17.like': true };
  assert.deepEqual(lacking(content, values, 'budapest'), []);
  assert.deepEqual(lacking(content, values, 'untoc'), ['S-17']);
});
