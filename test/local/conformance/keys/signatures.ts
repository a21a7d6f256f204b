import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, SignCommand, type SignCommandOutput } from '@aws-sdk/client-kms';
import { verifyEd25519 } from '../../../../functions/publish/verify/signature/ed25519.ts';
import { type Behaviour, outcome, type Place, type Seen } from '../behaviour.ts';

const source = 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html';
const message = new TextEncoder().encode('Сайлау');

/** What is seen of a server that cannot make such a key. */
export const noSuchKind = 'no key of this kind';

/** Signatures with a key that never leaves KMS. */
export const signatures: readonly Behaviour[] = [
  {
    name: 'a key of ECC_NIST_EDWARDS25519 gives its public half as SubjectPublicKeyInfo',
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html',
    see: withKey(({ kms, key }) =>
      outcome(kms.send(new GetPublicKeyCommand({ KeyId: key })), (reply) => [
        createPublicKey({ key: Buffer.from(reply.PublicKey ?? []), format: 'der', type: 'spki' })
          .asymmetricKeyType ?? null,
        reply.KeySpec ?? null,
        reply.SigningAlgorithms?.includes('ED25519_SHA_512') ?? false,
      ]),
    ),
    expected: ['ed25519', 'ECC_NIST_EDWARDS25519', true],
  },
  {
    name: 'a signature of the raw message is that of RFC 8032, the same each time',
    source,
    see: withKey((place) =>
      outcome(Promise.all([sign(place), sign(place)]), async ([first, second]) => {
        const { PublicKey: der = [] } = await place.kms.send(new GetPublicKeyCommand({ KeyId: place.key }));
        const signature = first.Signature ?? new Uint8Array();
        return [
          Buffer.compare(signature, second.Signature ?? new Uint8Array()) === 0,
          await verifyEd25519(new Uint8Array(der).subarray(-32), message, signature),
        ];
      }),
    ),
    expected: [true, true],
  },
  {
    name: 'a raw message over 4,096 bytes is refused',
    source,
    see: withKey((place) => outcome(sign(place, new Uint8Array(4097)))),
    expected: '400 ValidationException',
  },
  {
    name: 'a key that is not there is an error',
    source,
    see: (place) => outcome(sign({ ...place, key: '00000000-0000-4000-8000-000000000000' })),
    expected: '400 NotFoundException',
  },
];

type WithKey = Place & { readonly key: string };

function withKey(see: (place: WithKey) => Promise<Seen>): Behaviour['see'] {
  return async (place) => (place.key === null ? noSuchKind : see({ ...place, key: place.key }));
}

function sign({ kms, key }: WithKey, text = message): Promise<SignCommandOutput> {
  return kms.send(
    new SignCommand({ KeyId: key, Message: text, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' }),
  );
}
