import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import project from '../../../cdk.json' with { type: 'json' };
import { readSettings } from '../../../infra/settings/settings.ts';
import { SailauStack } from '../../../infra/stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'sailau-infra-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A new folder under the test file's own, which is removed when the file is done. */
export function newFolder(): string {
  return mkdtempSync(join(folder, 'out-'));
}

/** A source file with the given text, for the bundler. */
export function sourceFile(text: string): string {
  const path = join(newFolder(), 'handler.ts');
  writeFileSync(path, text);
  return path;
}

const handler = 'export const handler = (event: unknown): unknown => event;';
const known = new Map<string, Template>();

/** The template of the whole stack with the given settings; its functions return their event. */
export function templateWith(settings: Readonly<Record<string, unknown>> = {}): Template {
  const key = JSON.stringify(settings);
  const template = known.get(key) ?? synthesizeWith(settings);
  known.set(key, template);
  return template;
}

/** A new stack with the given settings, not yet synthesized; its functions return their event. */
export function stackWith(settings: Readonly<Record<string, unknown>>): SailauStack {
  const entry = sourceFile(handler);
  const context = { ...project.context, ...settings };
  const app = new App({
    outdir: newFolder(),
    context,
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
  });
  const entries = { validate: entry, allocate: entry, publish: entry };
  return new SailauStack(app, readSettings(context), entries);
}

function synthesizeWith(settings: Readonly<Record<string, unknown>>): Template {
  return Template.fromStack(stackWith(settings));
}
