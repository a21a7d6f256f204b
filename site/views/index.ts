import type { ViewName } from '../address.ts';
import type { View } from '../view.ts';

/** The pages by name; each is loaded when it is first opened. */
export const views = {
  home: async () => (await import('./home.ts')).view,
} as const satisfies Readonly<Partial<Record<ViewName, () => Promise<View>>>>;
