import { nistProblems } from '../../../functions/publish/nist/rules/rules.ts';
import { counted } from '../../outcome.ts';
import { documentLimit, parsed, readText } from '../../release/documents.ts';
import type { Check } from '../check.ts';

const file = 'nist-1500-100.json';

/**
 * The report in the common data format keeps the rules that NIST SP 1500-100 states in words and its schema lets through: ids stand once, references
 * lead to what they should, counts add up.
 */
export const nist: Check = {
  name: 'nist',
  async run({ folder, manifest }) {
    if (!(await manifest()).files.some(({ path }) => path === file))
      return { holds: `the release has no ${file}` };
    const bytes = await folder.size(file);
    if (bytes !== null && bytes > documentLimit)
      return {
        open: `${file} has ${bytes} bytes, more than are read at once: its references were not followed`,
      };
    const problems = nistProblems(parsed(await readText(folder, file), file));
    const [first] = problems;
    if (!first)
      return { holds: `${file} keeps the rules of the standard for ids, references, counts and sums` };
    const found = `${counted(problems.length, 'problem')}, the first: ${first.message}`;
    return { differs: { file, at: first.where, expected: 'a report by the rules of the standard', found } };
  },
};
