import { archivesFacts } from '@banyan/contracts/archives/events';
import { gatewayFacts } from '@banyan/contracts/gateway/events';
import { identityFacts } from '@banyan/contracts/identity/events';
import { describe, expect, it } from 'vitest';
import { read, trackedFiles } from './sources.ts';

const facts = [...identityFacts, ...archivesFacts, ...gatewayFacts];

/** Facts that nobody in this repository reacts to yet, with the reason why they are announced all the same. */
const withoutConsumer: Record<string, string> = {
  'identity.account.created': 'the inbox greets a new account',
  'archives.import.committed': 'the inbox tells the branches concerned',
  'archives.import.undone': 'the inbox tells the branches concerned',
  'archives.transfer.ending': 'the inbox reminds both branches',
  'archives.change-request.proposed': 'the inbox tells who decides',
  'archives.change-request.decided': 'the inbox tells who proposed',
  'archives.verification.opened': 'the inbox tells the branches asked',
  'archives.verification.reminded': 'the inbox reminds the branches',
  'archives.verification.overdue': 'the inbox tells the branches and the unit',
  'identity.account.disabled': 'domains with tasks of a person hand them on',
};

describe('facts', () => {
  it.each(facts.map((fact) => [fact.type, fact] as const))(
    '%s can be read from its golden example',
    (_, fact) => {
      expect(fact.data.parse(fact.example)).toEqual(fact.example);
    },
  );

  it('each has a consumer or a reason', () => {
    const code = trackedFiles()
      .filter((path) => /^(services|packages\/service-kit)\/.*\.ts$/.test(path) && !path.includes('.test.'))
      .map(read)
      .join('\n');
    const silent = facts
      .map(({ type }) => type)
      .filter((type) => {
        const name = type
          .split('.')
          .slice(1)
          .join('-')
          .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
        const consumed =
          new RegExp(`on\\(\\s*${name}\\b|\\b${name}\\.type\\b|\\b${name},`).test(code) ||
          code.includes(`'${`banyan.${type}`}'`) ||
          type.endsWith('.audit.recorded');
        return !consumed && withoutConsumer[type] === undefined;
      });
    expect(silent).toEqual([]);
  });
});
