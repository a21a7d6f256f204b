import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { build } from 'esbuild';
import { type LocalStack, startStack } from '../../../local/stack.ts';
import { miniPipeline, temporaryFolder, writeAssembly } from './assembly.ts';

/** The small pipeline, running, with the outputs that an operator's command asks for. */
export interface MiniStack {
  readonly stack: LocalStack;
  readonly objects: S3Client;
  /** Puts an object of one letter and gives its version. */
  put(key: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts the small pipeline on ports that the system chooses, in a folder of its own. */
export async function startMiniStack(): Promise<MiniStack> {
  const data = await temporaryFolder();
  const assembly = await writeAssembly({
    resources: miniPipeline(),
    outputs: {
      StateMachineArn: { Value: { Ref: 'Machine' } },
      FailureQueueUrl: { Value: { Ref: 'Failures' } },
    },
    handlers: { work: await bundledWork() },
  });
  const stack = await startStack({ assembly, data });
  const objects = new S3Client({
    endpoint: stack.endpoints.s3,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    stack,
    objects,
    put: async (key) => {
      const put = new PutObjectCommand({ Bucket: stack.buckets.intake, Key: key, Body: 'x' });
      return (await objects.send(put)).VersionId ?? 'null';
    },
    close: async () => {
      objects.destroy();
      await stack.stop();
      await rm(data, { recursive: true, force: true });
      await rm(assembly, { recursive: true, force: true });
    },
  };
}

/** The function of the small pipeline, as one module. */
export async function bundledWork(): Promise<string> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'work.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    write: false,
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return bundle.outputFiles[0]?.text ?? '';
}
