import { problemOf, useText } from '@banyan/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { answerPeople, useAnswered } from './queries.ts';
import type { Answer, AskedPerson } from './verification.ts';
import { verificationTexts } from './verification-texts.ts';

type Given = { person: AskedPerson; answer: Answer; note?: string; version?: number };

/** Answers of one branch. Where people have gone or records changed nothing is stored, and the list is read anew. */
export function useAnswering(roundId: string, branchId: string) {
  const t = useText(verificationTexts);
  const { message } = App.useApp();
  const answered = useAnswered();
  const send = useMutation({
    mutationFn: (given: Given[]) =>
      answerPeople(roundId, {
        organizationId: branchId,
        answers: given.map(({ person, answer, note, version }) => ({
          memberId: person.id,
          answer,
          note: note ?? null,
          version: version ?? person.member.version,
        })),
      }),
    onSettled: () => answered(),
  });
  const give = async (given: Given[], said: string): Promise<boolean> => {
    try {
      await send.mutateAsync(given);
      void message.success(said);
      return true;
    } catch {
      return false;
    }
  };
  const changed =
    send.error !== null && problemOf(send.error).code === 'archives.verification-people-changed';
  return {
    busy: send.isPending,
    changed,
    problem: changed ? null : send.error,
    confirm: (people: AskedPerson[]) =>
      give(
        people.map((person) => ({ person, answer: 'confirmed' as const })),
        t('confirmed', { count: people.length }),
      ),
    answer: (person: AskedPerson, answer: Answer, more: Pick<Given, 'note' | 'version'> = {}) =>
      give(
        [{ person, answer, ...more }],
        t('answeredOne', { name: person.member.name, answer: t(`answer.${answer}`) }),
      ),
  };
}
