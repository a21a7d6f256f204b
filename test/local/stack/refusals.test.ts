import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startStack } from '../../../local/stack.ts';
import { miniPipeline, temporaryFolder, writeAssembly } from '../support/assembly.ts';
import { miniStacks } from './support.ts';

const { assembly, start } = miniStacks();

describe('startStack', () => {
  it('refuses a second start on the same data', async () => {
    const data = await temporaryFolder();
    await start(data);

    await expect(start(data)).rejects.toMatchObject({ code: 'data-folder-in-use' });
  });

  it('says which port is taken, and holds nothing afterwards', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const data = await temporaryFolder();

    for (const name of ['s3', 'site', 'dynamodb'] as const) {
      await expect(startStack({ assembly: assembly(), data, ports: { [name]: port } })).rejects.toMatchObject(
        {
          code: 'port-in-use',
        },
      );
    }

    other.close();
    await start(data);
  });

  it('refuses a template that it cannot run before it starts anything', async () => {
    const data = await temporaryFolder();
    const unknown = await writeAssembly({
      resources: { ...miniPipeline(), Stream: { Type: 'AWS::Kinesis::Stream' } },
      handlers: { work: '' },
    });

    await expect(startStack({ assembly: unknown, data })).rejects.toThrow(
      'Stream is of type AWS::Kinesis::Stream',
    );

    expect(await readdir(data)).toEqual([]);
  });
});
