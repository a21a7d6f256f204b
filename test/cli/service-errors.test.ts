import { expect, test } from 'vitest';
import { serviceRemedy } from '../../cli/service-errors.ts';

test('says what to do when nobody answers', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });

  expect(serviceRemedy(refused)).toMatch(/^connect ECONNREFUSED 127\.0\.0\.1:1\. Is the stack running/);
});

test('says what to do about a wrong name or missing rights', () => {
  const named = (name: string) => serviceRemedy(Object.assign(new Error('no.'), { name }));

  expect(named('NoSuchBucket')).toBe(
    'no. Compare the name with the outputs IntakeBucketName and PublicationBucketName of the stack.',
  );
  expect(named('AccessDenied')).toContain('Look at the credentials');
});

test('leaves a fault of the program to be shown whole', () => {
  expect(serviceRemedy(new TypeError('x is undefined'))).toBeNull();
  expect(serviceRemedy('text')).toBeNull();
});
