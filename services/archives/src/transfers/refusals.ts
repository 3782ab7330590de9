import { AppError } from '@banyan/service-kit/error';
import type { RecordRow } from '../members/member-table.ts';
import type { Act, TransferState } from './transfer.ts';

const inWords: Readonly<Record<TransferState, string>> = {
  applied: 'It is applied for and waits for approval.',
  issued: 'Its letter is issued and waits to be received.',
  received: 'The person has been received.',
  closed: 'It is closed.',
  rejected: 'It was rejected.',
  cancelled: 'It was cancelled.',
  expired: 'Its letter has ended; it can be resumed with a new one or cancelled.',
};

/** The act is not open in this state; the problem document names the state. */
export function notOpen(act: Act, state: TransferState): AppError {
  return new AppError(
    'conflict',
    'archives.transfer-state',
    'The transfer is not where this could be done.',
    {
      detail: `${inWords[state]} There is no ${act} from here.`,
      extensions: { state },
    },
  );
}

/** The other end has the word now. */
export function otherEnd(state: TransferState): AppError {
  return new AppError('conflict', 'archives.transfer-other-end', 'This is for the other end to do now.', {
    detail:
      state === 'applied'
        ? 'Until the letter is issued, the sending side decides.'
        : 'The letter is with the receiving side; the sending side can cancel it.',
    extensions: { state },
  });
}

export function underWay(transferId: string | null): AppError {
  return new AppError('conflict', 'archives.transfer-open', 'This person has a transfer under way.', {
    detail: 'See it through or cancel it before another one is applied for.',
    ...(transferId === null ? {} : { extensions: { transferId } }),
  });
}

/** Only people on the roll and in good standing go elsewhere. */
export function checkMovable(person: RecordRow, state: TransferState | null): void {
  if (person.state === 'active') return;
  throw new AppError(
    'conflict',
    'archives.transfer-person-not-active',
    'This person cannot be transferred now.',
    {
      detail: `The record of ${person.name} is ${person.state}; only an active one can go elsewhere.`,
      ...(state === null ? {} : { extensions: { state } }),
    },
  );
}

export function personElsewhere(person: RecordRow, state: TransferState): AppError {
  return new AppError(
    'conflict',
    'archives.transfer-person-elsewhere',
    'The person has left the sending branch.',
    {
      detail: `${person.name} is on the roll of another branch by now. Cancel this transfer.`,
      extensions: { state },
    },
  );
}

export function branchEnded(state: TransferState): AppError {
  return new AppError('conflict', 'archives.transfer-branch-ended', 'The receiving branch has ended.', {
    detail: 'Cancel this transfer and apply for one to a branch that goes on.',
    extensions: { state },
  });
}

export function onRecordAlready(): AppError {
  return new AppError('conflict', 'archives.id-number-taken', 'This ID number is on another record.', {
    detail:
      'Check the number. If it is right, the person is on record in the enterprise already and is to be transferred, or was and an officer of the organization takes them in.',
    errors: [{ field: 'person.idNumber', code: 'taken', message: 'Is on another record.' }],
  });
}
