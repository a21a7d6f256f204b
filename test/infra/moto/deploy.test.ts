import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../../infra/synthesize.ts';
import { type Moto, startMoto } from '../../support/moto.ts';
import { installed, localAws } from '../../support/tools.ts';
import { newFolder } from '../support/templates.ts';
import { leftAsideByMoto, unknownToMoto } from './limits.ts';

/** What deploy.py prints. */
interface Deployed {
  readonly unknown: readonly string[];
  readonly status: string;
  readonly expected: readonly string[];
  readonly complete: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly table: { readonly keys: unknown; readonly billing: string };
  readonly settings: Readonly<Record<string, unknown>>;
  readonly functions: readonly {
    readonly runtime: string;
    readonly role: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly size: number;
    readonly arn: string;
  }[];
  readonly sizes: Readonly<Record<string, number>>;
  readonly definition: { readonly States: Readonly<Record<string, { readonly Resource?: string }>> };
  readonly patterns: readonly unknown[];
  readonly targets: readonly string[];
}

const withMoto = installed('moto', 'the template was created as a stack by nobody but us');

describe.runIf(withMoto)('the synthesized stack on moto', () => {
  let moto: Moto;
  let deployed: Deployed;

  beforeAll(async () => {
    moto = await startMoto();
    const { assemblyDirectory, stackName } = synthesize({ outdir: newFolder() });
    const script = join(import.meta.dirname, 'deploy.py');
    const { stdout } = await promisify(execFile)(
      'python3',
      [script, moto.url, assemblyDirectory, stackName],
      {
        env: localAws,
      },
    );
    deployed = JSON.parse(stdout);
  });
  afterAll(() => moto.stop());

  it('is created whole, but for what moto is known not to know', () => {
    // A type that is new in the template belongs into the list, one that moto has learnt out of it.
    expect(deployed.unknown).toEqual(Object.keys(unknownToMoto).toSorted());
    expect(deployed.status).toBe('CREATE_COMPLETE');
    expect(deployed.complete).toEqual(deployed.expected);
  });

  it('has the table that the store relies on', () => {
    expect(deployed.table).toEqual({
      keys: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      billing: 'PAY_PER_REQUEST',
    });
  });

  it('is set as the template says, but for what moto is known to leave aside', () => {
    const { encryption, ...others } = deployed.settings;

    expect(encryption).toMatchObject({
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    });
    expect(Object.keys(others).toSorted()).toEqual(Object.keys(leftAsideByMoto).toSorted());
    for (const [setting, { seen, why }] of Object.entries(leftAsideByMoto))
      expect(others[setting], why).toEqual(seen);
  });

  it('has functions that hold the code of their assets, and are told the names of what was made', () => {
    const { outputs, functions, sizes } = deployed;

    expect(functions).toHaveLength(3);
    for (const { runtime, role, environment, size } of functions) {
      expect(runtime).toBe('nodejs24.x');
      expect(role).toMatch(/^arn:aws:iam::\d{12}:role\//);
      expect(Object.values(sizes)).toContain(size);
      expect(environment).toMatchObject({
        INTAKE_BUCKET: outputs.IntakeBucketName,
        RECORDS_TABLE: outputs.RecordsTableName,
        PUBLICATION_BUCKET: outputs.PublicationBucketName,
      });
    }
  });

  it('has a state machine that calls these functions, started by what is put into the intake bucket', () => {
    const { outputs, functions, definition, patterns, targets } = deployed;
    const called = Object.values(definition.States).flatMap(({ Resource: resource = '' }) =>
      resource.includes(':function:') ? [resource] : [],
    );

    expect(new Set(called)).toEqual(new Set(functions.map(({ arn }) => arn)));
    expect(targets).toContain(outputs.StateMachineArn);
    expect(patterns).toContainEqual(
      expect.objectContaining({
        source: ['aws.s3'],
        detail: expect.objectContaining({ bucket: { name: [outputs.IntakeBucketName] } }),
      }),
    );
  });
});
