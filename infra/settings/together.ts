import { SettingError } from './error.ts';
import type { Settings } from './settings.ts';

/** Refuses settings that are valid each and make no sense together. Throws `SettingError`. */
export function refuseContradictions(settings: Settings): void {
  refuseHalfADomain(settings);
  refuseALockThatIsDestroyed(settings);
  refuseABudgetWithoutReader(settings);
}

function refuseHalfADomain({ domainName, certificateArn }: Settings): void {
  if ((domainName === undefined) === (certificateArn === undefined)) return;
  const [has, lacks] =
    domainName === undefined ? ['certificateArn', 'domainName'] : ['domainName', 'certificateArn'];
  throw new SettingError(
    'IncompleteSetting',
    lacks,
    `The setting "${has}" is given and "${lacks}" is not. CloudFront needs both for a domain of your own: ` +
      `give "${lacks}" too, or empty "${has}" (docs/settings.md).`,
  );
}

function refuseALockThatIsDestroyed({ objectLock, removalPolicy }: Settings): void {
  if (objectLock === 'none' || removalPolicy === 'retain') return;
  throw new SettingError(
    'ContradictorySettings',
    'removalPolicy',
    `The setting "removalPolicy" is "destroy" and "objectLock" is "${objectLock}": a locked bucket cannot be emptied, so the stack ` +
      'could not be deleted. Set "removalPolicy" to "retain", or "objectLock" to "none" (docs/settings.md).',
  );
}

function refuseABudgetWithoutReader({ monthlyBudget, alarmEmail }: Settings): void {
  if (monthlyBudget === undefined || alarmEmail !== undefined) return;
  throw new SettingError(
    'IncompleteSetting',
    'alarmEmail',
    'The setting "monthlyBudget" is given and "alarmEmail" is not: nobody would be told of the cost. Give "alarmEmail" too, or empty ' +
      '"monthlyBudget" (docs/settings.md).',
  );
}
