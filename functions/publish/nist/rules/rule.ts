import { isObject } from '../../../model/json/json.ts';

/** What a report of NIST SP 1500-100 gets wrong though its schema lets it through. */
export interface Problem {
  readonly rule: 'not-a-report' | 'id-repeated' | 'reference' | 'count' | 'sum' | 'district' | 'seats';
  /** Where, as `Election/0/Contest/2`. */
  readonly where: string;
  readonly message: string;
}

/** An object of the report, as it was parsed. */
export type Node = Readonly<Record<string, unknown>>;

/** A report with its objects by `@id`; of two with one id, the first. */
export interface Report {
  readonly root: Node;
  readonly byId: ReadonlyMap<string, Node>;
}

/** One rule: everything in a report that breaks it. */
export type Rule = (report: Report) => Iterable<Problem>;

/** Every object of the report with its place, a parent before what is in it. A stack of our own: depth is the file's to choose. */
export function* nodes(root: Node): Generator<{ readonly node: Node; readonly where: string }> {
  const waiting: { value: unknown; where: string }[] = [{ value: root, where: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, where } = next;
    if (isObject(value)) yield { node: value, where };
    if (typeof value !== 'object' || value === null) continue;
    const members = Object.entries(value).map(([name, member]) => ({
      value: member,
      where: where === '' ? name : `${where}/${name}`,
    }));
    for (const member of members.reverse()) waiting.push(member);
  }
}

/** The class of an object, as `ReportingUnit`; empty when it names none. */
export function classOf(node: Node | undefined): string {
  const type = node?.['@type'];
  return typeof type === 'string' ? type.replace(/^ElectionResults\./, '') : '';
}

/** The objects in a list member; none where it is absent or no list. */
export function listed(node: Node, member: string): Node[] {
  const value = node[member];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts that a member holds, alone or in a list. */
export function texts(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}
