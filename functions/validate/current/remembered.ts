import type { BatchReader } from './current.ts';

/** A reader that asks for each thing once. A batch never changes, so what was read of it stays true while the ledger moves on. */
export function remembered(reader: BatchReader): BatchReader {
  const { header, definition, protocols, stations, roll, candidates, turnout } = reader;
  return {
    header: once((election, batch) => header.call(reader, election, batch)),
    definition: once((election, batch) => definition.call(reader, election, batch)),
    protocols: once((election, batch, area) => protocols.call(reader, election, batch, area)),
    stations: once((election, batch, area) => stations.call(reader, election, batch, area)),
    roll: once((election, batch) => roll.call(reader, election, batch)),
    candidates: once((election, batch) => candidates.call(reader, election, batch)),
    turnout: once((election, batch, area) => turnout.call(reader, election, batch, area)),
  };
}

function once<Key extends readonly string[], Result>(
  ask: (...key: Key) => Promise<Result>,
): (...key: Key) => Promise<Result> {
  const answers = new Map<string, Promise<Result>>();
  return (...key) => {
    const name = key.join('#');
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = ask(...key);
    answers.set(name, answer);
    // A failure is not an answer: the next who asks tries again.
    answer.catch(() => answers.delete(name));
    return answer;
  };
}
