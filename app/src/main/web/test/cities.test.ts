import { asked, page, serve } from './browser.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { city, learnCities } from '../src/form/cities.ts';
import { sayThere } from '../src/form/time.ts';

const said = { es: { 'America/Asuncion': 'Asunción' }, fr: { 'America/Asuncion': 'Assomption' } } as Record<string, Record<string, string>>;

test('cities are called as the server calls them, in the page’s language, and asked for once', async () => {
  serve((_, path) => ({ body: said[path.split('/').at(-1)!.slice(0, 2)] }));
  const html = page.document.documentElement as { lang: string };
  assert.equal(city('America/Asuncion'), 'Asuncion', 'before they are there');
  for (const lang of ['es', 'fr', 'es']) {
    html.lang = lang;
    await learnCities();
    assert.equal(city('America/Asuncion'), said[lang]!['America/Asuncion']);
  }
  assert.equal(city('America/Mexico_City'), 'Mexico City', 'where the name follows from the zone');
  assert.equal(asked.filter(({ path }) => path.startsWith('/forms/cities/')).length, 2);
  assert.match(sayThere({ date: '2026-03-14', time: '10:00', offset: '-03:00' }, new Date('2026-03-14T13:00:00Z'), 'America/Asuncion', 'es'), /Asunción$/);
});

test('where they cannot be fetched the form is there all the same', async () => {
  serve(() => 'unreachable');
  (page.document.documentElement as { lang: string }).lang = 'pt';
  await learnCities();
  assert.equal(typeof city('America/Asuncion'), 'string');
});
