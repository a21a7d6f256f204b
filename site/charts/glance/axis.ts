import { axisX } from '@observablehq/plot';
import type { GlanceVoice } from './told.ts';

/** Turnout from left to right, in per cent; its name stands below the numbers. */
export function turnoutAxis({ turnout }: GlanceVoice['words']) {
  return axisX({
    label: turnout.axis,
    labelOffset: 42,
    labelArrow: 'none',
    labelAnchor: 'right',
    ticks: 6,
  });
}
