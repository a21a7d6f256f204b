import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../local/json.ts';
import { createResolver } from '../../../local/template/intrinsics.ts';

const template: JsonObject = {
  Conditions: {
    Yes: { 'Fn::Equals': ['a', 'a'] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
    Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    Either: { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] },
  },
  Mappings: { Regions: { here: { zone: 'z1' } } },
};

const resolver = createResolver(template, {
  ref: (name) =>
    new Map<string, Json>([
      ['Bucket', 'my-bucket'],
      ['AWS::Region', 'here'],
    ]).get(name),
  attribute: (id, name) => (id === 'Bucket' && name === 'Arn' ? 'arn:bucket' : undefined),
  joined: (text) => text.replace('https://', 'http://'),
});

describe('createResolver', () => {
  it.each<[string, Json, Json | undefined]>([
    ['plain values', { a: [1, 'x', null, true] }, { a: [1, 'x', null, true] }],
    ['lists of lists', [['a'], [['b']]], [['a'], [['b']]]],
    ['Ref', { Ref: 'Bucket' }, 'my-bucket'],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:bucket'],
    ['Fn::GetAtt as a text', { 'Fn::GetAtt': 'Bucket.Arn' }, 'arn:bucket'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Bucket' }, 1]] }, 'a-my-bucket-1'],
    [
      'Fn::Sub',
      { 'Fn::Sub': `\${Bucket}/\${AWS::Region}/\${Bucket.Arn}/\${!Literal}` },
      `my-bucket/here/arn:bucket/\${Literal}`,
    ],
    [
      'Fn::Sub with variables',
      { 'Fn::Sub': [`\${A}\${Bucket}`, { A: { Ref: 'AWS::Region' } }] },
      'heremy-bucket',
    ],
    ['Fn::Select and Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['-', { Ref: 'Bucket' }] }] }, 'bucket'],
    ['Fn::If', { 'Fn::If': ['Both', 'x', { Ref: 'Bucket' }] }, 'my-bucket'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'zone'] }, 'z1'],
    ['AWS::NoValue in an object', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['AWS::NoValue in a list', [1, { 'Fn::If': ['No', 2, { Ref: 'AWS::NoValue' }] }], [1]],
    ['the last say over joined texts', { 'Fn::Join': ['', ['https://', 'x']] }, 'http://x'],
  ])('resolves %s', (_, json, expected) => {
    expect(resolver.value(json, 'here')).toEqual(expected);
  });

  it('decides conditions', () => {
    expect(['Yes', 'No', 'Both', 'Either'].map(resolver.holds)).toEqual([true, false, false, true]);
  });

  it.each<[string, Json, string]>([
    [
      'an unknown intrinsic function',
      { a: [{ 'Fn::ImportValue': 'x' }] },
      'Thing.a[0] uses the intrinsic function Fn::ImportValue',
    ],
    ['a reference to nothing', { Ref: 'Ghost' }, 'a reference to Ghost'],
    ['an attribute of nothing', { 'Fn::GetAtt': ['Bucket', 'Colour'] }, 'the attribute Colour of Bucket'],
    ['an inherited name', { Ref: 'constructor' }, 'a reference to constructor'],
  ])('refuses %s, saying where', (_, json, message) => {
    expect(() => resolver.value(json, 'Thing')).toThrow(message);
  });
});
