import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

/** What the shapes of a Turtle file object to in the data, one line each, sorted. */
export async function violations(turtle: string, data: Store): Promise<string[]> {
  const shapes = new Store(new Parser().parse(turtle));
  const report = await new SHACLValidator(shapes).validate(data);
  return report.results
    .map(
      ({ path, focusNode, message }) =>
        `${focusNode?.value} ${path?.value} ${message.map(({ value }) => value).join(' ')}`,
    )
    .sort();
}
