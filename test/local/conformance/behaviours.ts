import type { Behaviour } from './behaviour.ts';
import { signatures } from './keys/signatures.ts';
import { conditions } from './objects/conditions.ts';
import { contents } from './objects/contents.ts';
import { listings } from './objects/listings.ts';
import { parts } from './objects/parts.ts';
import { versions } from './objects/versions.ts';
import { messages } from './queues/messages.ts';
import { batches } from './records/batches.ts';
import { queries } from './records/queries.ts';
import { writes } from './records/writes.ts';

/** Everything that the pipeline relies on, by service. */
export const behaviours: Readonly<Record<'s3' | 'dynamodb' | 'kms' | 'sqs', readonly Behaviour[]>> = {
  s3: [...contents, ...conditions, ...versions, ...listings, ...parts],
  dynamodb: [...writes, ...batches, ...queries],
  kms: signatures,
  sqs: messages,
};
