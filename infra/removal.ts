import { RemovalPolicy } from 'aws-cdk-lib';
import type { Settings } from './settings/settings.ts';

/** What becomes of something that holds data when the stack is deleted. */
export function removalOf({ removalPolicy }: Pick<Settings, 'removalPolicy'>): RemovalPolicy {
  return removalPolicy === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
