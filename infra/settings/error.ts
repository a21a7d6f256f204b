/** A context value that is no valid setting. `key` names it; the message says what it is and how to mend it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
  readonly code: 'InvalidSetting' | 'UnknownSetting' | 'IncompleteSetting' | 'ContradictorySettings';
  readonly key: string;

  constructor(code: SettingError['code'], key: string, message: string) {
    super(message);
    this.code = code;
    this.key = key;
  }
}
