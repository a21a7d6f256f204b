import type { ElectionDefinition } from '../functions/model/generated/election.ts';
import { isAreaId, isContestId, isElectionId, isOptionId } from '../functions/model/ids.ts';
import { areaName, options, type Size } from './generate.ts';

/** The election that a generated file belongs to. */
export function definitionOf(size: Size): ElectionDefinition {
  const areas = Array.from({ length: size.areas }, (_, area) => areaName(area));
  const country = checked('IN', isAreaId);
  return {
    id: checked('bench', isElectionId),
    name: { en: 'Benchmark' },
    date: '2024-06-04',
    country: 'IN',
    languages: ['en'],
    utcOffset: '+05:30',
    authority: { name: { en: 'Commission' } },
    licence: { id: 'CC0-1.0', title: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    sources: [{ id: 'EC-24', title: 'Protocols' }],
    laws: [],
    areas: [
      { id: country, type: 'country', name: { en: 'Country' } },
      ...areas.map((id) => ({
        id: checked(id, isAreaId),
        type: 'district' as const,
        parent: country,
        name: { en: id },
      })),
    ],
    parties: [],
    systems: { plurality: { type: 'plurality', tie: 'lots' } },
    contests: [
      {
        id: checked('list', isContestId),
        name: { en: 'List' },
        area: country,
        reportedBy: 'station',
        system: 'plurality',
        options: options.map((id) => ({ id: checked(id, isOptionId), kind: 'candidate', name: { en: id } })),
      },
    ],
  };
}

function checked<Id extends string>(text: string, isId: (text: string) => text is Id): Id {
  if (isId(text)) return text;
  throw new RangeError(`${text} is no id`);
}
