import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { generate } from '../../schemas/generate.ts';
import { pages } from '../../schemas/pages.ts';

const folder = 'functions/model/generated';

test('the generated types are those of the schemas: run `npm run generate` when this fails', async () => {
  const files = await generate();

  expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
  for (const [name, text] of files) expect(readFileSync(`${folder}/${name}`, 'utf8'), name).toBe(text);
});

test('the pages of docs/ made from the schemas are up to date', () => {
  for (const [name, text] of pages()) expect(readFileSync(`docs/${name}`, 'utf8'), name).toBe(text);
});

test('every column and every member that the pages show says what it is', () => {
  const empty = (pages().get('formats.md') ?? '').split('\n').filter((line) => line.endsWith('|  |'));

  expect(empty).toEqual([]);
});

test('every schema is valid JSON Schema 2020-12', () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  ajv.addVocabulary(['tsType']);

  for (const name of readdirSync('schemas').filter((file) => file.endsWith('.schema.json')))
    expect(() => ajv.compile(JSON.parse(readFileSync(`schemas/${name}`, 'utf8'))), name).not.toThrow();
});

test('the catalogue of findings fits its schema and names each code once', () => {
  const ajv = new Ajv2020();
  const catalogue = JSON.parse(readFileSync('schemas/findings.json', 'utf8'));
  const codes = catalogue.findings.map(({ code }: { code: string }) => code);

  expect(ajv.validate(JSON.parse(readFileSync('schemas/findings.schema.json', 'utf8')), catalogue)).toBe(
    true,
  );
  expect(new Set(codes).size).toBe(codes.length);
});

test('messages name the same facts in every language', () => {
  const { findings } = JSON.parse(readFileSync('schemas/findings.json', 'utf8'));
  const facts = (text: string) => [...new Set(text.match(/\{[a-z]+\}/gi))].sort();

  for (const { code, message, remedy } of findings)
    for (const language of ['kk', 'ru']) {
      expect(facts(message[language]), `${code} message ${language}`).toEqual(facts(message.en));
      expect(facts(remedy[language]), `${code} remedy ${language}`).toEqual(facts(remedy.en));
    }
});

test('the catalogue of indicators fits its schema and names each code once', () => {
  const ajv = new Ajv2020({ strict: false });
  const catalogue = JSON.parse(readFileSync('schemas/indicators.json', 'utf8'));
  const codes = catalogue.indicators.map(({ code }: { code: string }) => code);
  const valid = ajv.validate(JSON.parse(readFileSync('schemas/indicators.schema.json', 'utf8')), catalogue);

  expect(ajv.errors).toBeNull();
  expect(valid).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
});
