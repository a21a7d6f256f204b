import { describe, expect, it } from 'vitest';
import { nameResources } from '../../../local/template/names.ts';

describe('nameResources', () => {
  it('names a resource by its construct path, without the word that repeats its type', () => {
    const names = nameResources('Sailau', {
      IntakeBucketDF3620F2: bucket('Sailau/Intake/Bucket/Resource'),
      FunctionsValidateCFCD81C0: {
        Type: 'AWS::Lambda::Function',
        Metadata: { 'aws:cdk:path': 'Sailau/Functions/Validate/Resource' },
      },
    });

    expect([...names.values()]).toEqual(['sailau-intake', 'sailau-functions-validate']);
  });

  it('names it by its logical id where there is no path', () => {
    const names = nameResources('Sailau', { RecordsTableC9B7A30B: { Type: 'AWS::DynamoDB::Table' } });

    expect(names.get('RecordsTableC9B7A30B')).toBe('sailau-records');
  });

  it('keeps two resources of a type apart', () => {
    const names = nameResources('S', { AOne: bucket('S/A/Bucket/Resource'), ATwo: bucket('S/A/Resource') });

    expect(new Set(names.values()).size).toBe(2);
  });
});

function bucket(path: string): { Type: string; Metadata: Record<string, string> } {
  return { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': path } };
}
