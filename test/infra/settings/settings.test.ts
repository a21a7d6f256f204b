import { expect, test } from 'vitest';
import project from '../../../cdk.json' with { type: 'json' };
import { readSettings, SettingError, settingsTable } from '../../../infra/settings/settings.ts';

function errorOf(context: Record<string, unknown>): SettingError {
  try {
    readSettings(context);
  } catch (error) {
    if (error instanceof SettingError) return error;
  }
  throw new Error(`no setting error from ${JSON.stringify(context)}`);
}

test('an empty context gives the default of every setting', () => {
  const settings = readSettings({});

  expect(Object.keys(settings)).toEqual(Object.keys(settingsTable));
  expect(settings).toMatchObject({
    stackName: 'Sailau',
    removalPolicy: 'retain',
    intakeVersionsDays: 'keep',
  });
  expect(settings).toMatchObject({ corsOrigins: ['*'], domainName: undefined, alarmEmail: undefined });
});

test('cdk.json names every setting with its default, and nothing that is unknown', () => {
  const defaults = Object.entries(settingsTable).map(([key, { fallback }]) => [key, fallback]);

  expect(project.context).toMatchObject(Object.fromEntries(defaults));
  expect(readSettings(project.context)).toEqual(readSettings({}));
});

test('reads values as the command line gives them: all text', () => {
  const settings = readSettings({
    reportsDays: '30',
    logRetentionDays: '14',
    validateConcurrency: '5',
    corsOrigins: 'https://example.org, http://localhost:8080',
  });

  expect(settings).toMatchObject({ reportsDays: 30, logRetentionDays: 14, validateConcurrency: 5 });
  expect(settings.corsOrigins).toEqual(['https://example.org', 'http://localhost:8080']);
});

test.each([
  ['stackName', '1st'],
  ['encryption', 'aes'],
  ['objectLock', 'on'],
  ['objectLockDays', 0],
  ['accessLogs', true],
  ['malwareScan', 'yes'],
  ['uploaders', 'kz'],
  ['uploaders', []],
  ['uploaders', { kz: [] }],
  ['uploaders', { kz: '*' }],
  ['uploaders', { kz: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:role/*'] }],
  ['uploaders', { '*': 'arn:aws:iam::111122223333:root' }],
  ['uploaders', { 'kz/../xx': 'arn:aws:iam::111122223333:root' }],
  ['uploaders', '{"__proto__":"arn:aws:iam::111122223333:root"}'],
  ['removalPolicy', 'delete'],
  ['intakeVersionsDays', 0],
  ['intakeVersionsDays', 'forever'],
  ['reportsDays', 1.5],
  ['logRetentionDays', 8],
  ['logRetentionDays', 9999],
  ['domainName', 'https://data.example.org'],
  ['domainName', 'Data.example.org'],
  ['certificateArn', 'arn:aws:acm:eu-central-1:111122223333:certificate/abc'],
  ['priceClass', 'PriceClass_300'],
  ['corsOrigins', []],
  ['corsOrigins', ['https://example.org/path']],
  ['alarmEmail', 'ops'],
  ['publishConcurrency', 0],
  ['runbookUrl', 'http://example.org/runbook'],
  ['oldestUploadMinutes', 5],
  ['validateMemory', 64],
  ['allocateMemory', 10_241],
  ['publishTimeout', 901],
  ['validateTimeout', '12s'],
  ['allocateTimeout', null],
])('rejects %s = %j, and says what it is, what it takes and where to mend it', (key, value) => {
  const error = errorOf({ [key]: value });

  expect(error).toMatchObject({ code: 'InvalidSetting', key });
  expect(error.message).toContain(`"${key}" is ${JSON.stringify(value)}`);
  expect(error.message).toContain('it takes ');
  expect(error.message).toContain('cdk.json');
});

test('rejects a misspelt key rather than taking the default in silence', () => {
  const error = errorOf({ removalPolcy: 'destroy' });

  expect(error).toMatchObject({ code: 'UnknownSetting', key: 'removalPolcy' });
  expect(error.message).toContain('removalPolicy');
});

test.each(['constructor', 'toString'])('takes the inherited name %s for no setting', (key) => {
  expect(errorOf({ [key]: 'x' })).toMatchObject({ code: 'UnknownSetting', key });
});

test('leaves the flags and the notes of the toolkit alone', () => {
  const settings = readSettings({
    '@aws-cdk/core:x': true,
    'aws:cdk:y': 1,
    'cli-telemetry': false,
    '//': 'note',
    'acknowledged-issue-numbers': [1],
  });

  expect(settings.stackName).toBe('Sailau');
});

test.each([
  [{ domainName: 'data.example.org' }, 'certificateArn'],
  [{ certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/abc' }, 'domainName'],
])('rejects half a domain: %j', (context, lacks) => {
  expect(errorOf(context)).toMatchObject({ code: 'IncompleteSetting', key: lacks });
});

test('reads uploaders as an object or as JSON, one principal or several', () => {
  const root = 'arn:aws:iam::111122223333:root';

  expect(readSettings({ uploaders: { kz: root } }).uploaders).toEqual(new Map([['kz', [root]]]));
  expect(readSettings({ uploaders: `{"constructor":["${root}","${root}"]}` }).uploaders).toEqual(
    new Map([['constructor', [root, root]]]),
  );
  expect(readSettings({}).uploaders).toEqual(new Map());
});
