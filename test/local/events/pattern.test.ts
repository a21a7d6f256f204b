import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../local/events/pattern.ts';
import type { JsonObject } from '../../../local/json.ts';

const event: JsonObject = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::one', 'arn:aws:s3:::two'],
  detail: { bucket: { name: 'intake' }, object: { key: 'uploads/x/results/list/a.CSV', size: 12 } },
};

const onKey = (rule: JsonObject): JsonObject => ({ detail: { object: { key: [rule] } } });
const onSize = (rule: JsonObject): JsonObject => ({ detail: { object: { size: [rule] } } });

describe('compilePattern', () => {
  it.each<[string, JsonObject, boolean]>([
    ['an equal value', { source: ['aws.s3'] }, true],
    ['one of several values', { source: ['aws.ec2', 'aws.s3'] }, true],
    ['another value', { source: ['aws.ec2'] }, false],
    ['a number written as a text', { detail: { object: { size: ['12'] } } }, false],
    ['all fields', { source: ['aws.s3'], detail: { bucket: { name: ['intake'] } } }, true],
    ['all fields but one', { source: ['aws.s3'], detail: { bucket: { name: ['other'] } } }, false],
    ['a field that is not there', { detail: { ghost: ['x'] } }, false],
    ['an inherited name', { detail: { constructor: [{ exists: true }] } }, false],
    ['an item of a list', { resources: ['arn:aws:s3:::two'] }, true],
    ['a prefix', onKey({ prefix: 'uploads/' }), true],
    ['another prefix', onKey({ prefix: 'reports/' }), false],
    ['a suffix, in its case', onKey({ suffix: '.csv' }), false],
    ['a wildcard', onKey({ wildcard: 'uploads/*/results/*' }), true],
    ['a value in any case', { source: [{ 'equals-ignore-case': 'AWS.S3' }] }, true],
    ['anything but a value', onKey({ 'anything-but': ['x', 'y'] }), true],
    ['anything but its prefix', onKey({ 'anything-but': { prefix: 'uploads/' } }), false],
    ['anything but, of a field that is not there', { ghost: [{ 'anything-but': 'x' }] }, false],
    ['exists', onKey({ exists: true }), true],
    ['exists not', { detail: { reason: [{ exists: false }] } }, true],
    ['a number between bounds', onSize({ numeric: ['>', 10, '<=', 12] }), true],
    ['a number out of bounds', onSize({ numeric: ['<', 12] }), false],
    ['nothing at all', {}, true],
  ])('matches %s: %j → %s', (_, pattern, expected) => {
    expect(compilePattern(pattern, 'Rule')(event)).toBe(expected);
  });

  it.each<[string, JsonObject, string]>([
    [
      'an operator it does not know',
      { source: [{ cidr: '10.0.0.0/8' }] },
      'Rule.source: cidr: "10.0.0.0/8" cannot be matched on this machine',
    ],
    ['alternatives', { $or: [{ source: ['x'] }] }, 'Rule: $or'],
    [
      'a prefix in any case',
      onKey({ prefix: { 'equals-ignore-case': 'x' } }),
      'Rule.detail.object.key: prefix',
    ],
    ['a bare value', { source: 'aws.s3' }, 'a pattern is a list of values'],
  ])('refuses %s by name', (_, pattern, message) => {
    expect(() => compilePattern(pattern, 'Rule')).toThrow(message);
  });
});
