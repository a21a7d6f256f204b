import { type Finding, finding, findingMessage, raised } from '../../../model/finding.ts';
import type { Certificate } from '../../../model/generated/certificate.ts';
import { listLengthFindings } from '../../../model/rules/list-length.ts';
import { listQuotaFindings } from '../../../model/rules/lists.ts';
import { repeatedPersons } from '../../../model/rules/persons.ts';
import { protocolFindings } from '../../../model/rules/protocol.ts';
import { registerFindings } from '../../../model/rules/register.ts';
import { turnoutFindings } from '../../../model/rules/turnout.ts';
import type { Release } from '../../release.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile, type Writing } from '../file.ts';

/**
 * findings.csv: the warnings that the accepted data carry: protocols by contest, area, station; then the register
 * (area by area), turnout, lists, persons, mandates under a
 * quota, and declared results that differ. What is written is counted by code on the way, for the summary.
 */
export const findingsCsv = tableFile('findings', pages);

async function* pages({ release, findings }: Writing): AsyncGenerator<Row<'findings'>[]> {
  for await (const page of findingPages(release)) {
    for (const { code } of page) findings.set(code, (findings.get(code) ?? 0) + 1);
    yield page.map((found) => row(raised(found, release.definition.severity)));
  }
}

async function* findingPages({ definition, records, certificates }: Release): AsyncGenerator<Finding[]> {
  for (const contest of definition.contests)
    for await (const protocols of records.protocols(contest.id))
      yield protocols.flatMap((protocol) => protocolFindings(protocol, contest, definition.limits));
  for await (const stations of records.stations()) yield registerFindings(stations, definition.limits);
  for await (const turnout of records.turnout()) yield turnoutFindings(turnout, definition.limits);
  for await (const candidates of records.candidates())
    for (const contest of definition.contests) {
      const system = definition.systems[contest.system];
      if (system && contest.id === candidates[0]?.contest) {
        yield listQuotaFindings(candidates, contest, system);
        yield listLengthFindings(candidates, contest, system, definition.limits);
        yield repeatedPersons(candidates).map((repeated) => repeated.finding);
      }
    }
  yield certificates.flatMap(mandateQuotas);
  yield certificates.flatMap(differences);
}

function mandateQuotas({ contest, persons }: Certificate): Finding[] {
  return (persons?.quotas ?? [])
    .filter(({ result }) => result === 'fails')
    .map(({ option, members, mandates, groups, percent }) =>
      finding(
        'mandates-under-quota',
        { contest, option },
        { count: members, total: mandates, groups: groups.join(', '), percent },
      ),
    );
}

function differences({ contest, differences: found }: Certificate): Finding[] {
  return found.map((difference) =>
    finding(
      'declared-differs',
      { contest, ...(difference.of === 'seats' && { option: difference.option }) },
      {
        what: whats[difference.of],
        declared: listed(difference.declared),
        computed: listed(difference.computed),
      },
    ),
  );
}

const whats = { seats: 'Seats', elected: 'Elected', outcome: 'Outcome' } as const;

function listed(value: number | string | readonly string[]): number | string {
  return typeof value === 'object' ? value.join(', ') || '—' : value;
}

function row(found: Finding): Row<'findings'> {
  const { contest, area, station, option } = found.where;
  return {
    code: found.code,
    level: found.level,
    contest: contest ?? null,
    area: area ?? null,
    station: station ?? null,
    option: option ?? null,
    message: findingMessage(found, 'en'),
  };
}
