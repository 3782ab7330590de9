import { addMonths, addYears, type Day, workdayFrom } from './civil-date.ts';
import type { Stage, StageDates } from './member.ts';
import type { Draw } from './random.ts';

const nothingYet = {
  activistOn: null,
  candidateOn: null,
  joinedOn: null,
  probationEndsOn: null,
  fullOn: null,
};

/**
 * Dates that end with the given stage reached about `reachedOn`, counted back by the rules applicant-min-age,
 * first-talk-deadline, cultivation-min, candidate-publicity and probation-length. All days are workdays but fullOn.
 */
export function stageDates(
  draw: Draw,
  born: Day,
  stage: Stage,
  reachedOn: Day,
  extendedMonths = 0,
): StageDates & { readonly talkedOn: Day } {
  const gaps = {
    talk: draw.int(3, 18),
    selection: draw.int(60, 420),
    beyondYear: draw.int(0, 260),
    admission: draw.int(35, 150),
  };
  const planned = appliedDay(stage, reachedOn, gaps, extendedMonths);
  const appliedOn = workdayFrom(Math.max(planned, addYears(born, 18)));
  const talkedOn = workdayFrom(appliedOn + gaps.talk);
  const activistOn = workdayFrom(appliedOn + gaps.selection);
  const candidateOn = workdayFrom(addYears(activistOn, 1) + gaps.beyondYear);
  const joinedOn = workdayFrom(candidateOn + gaps.admission);
  const probationEndsOn = addMonths(joinedOn, 12 + extendedMonths);
  switch (stage) {
    case 'applicant':
      return { ...nothingYet, appliedOn, talkedOn };
    case 'activist':
      return { ...nothingYet, appliedOn, talkedOn, activistOn };
    case 'candidate':
      return { ...nothingYet, appliedOn, talkedOn, activistOn, candidateOn };
    case 'probationary':
      return { appliedOn, talkedOn, activistOn, candidateOn, joinedOn, probationEndsOn, fullOn: null };
    case 'full':
      return {
        appliedOn,
        talkedOn,
        activistOn,
        candidateOn,
        joinedOn,
        probationEndsOn,
        fullOn: probationEndsOn,
      };
  }
}

interface Gaps {
  readonly selection: number;
  readonly beyondYear: number;
  readonly admission: number;
}

/** Some days more are taken back for weekends and holidays, so that no step lies after the day it was wanted. */
function appliedDay(stage: Stage, reachedOn: Day, gaps: Gaps, extendedMonths: number): Day {
  const spare = 24;
  const joined = stage === 'full' ? addMonths(reachedOn, -12 - extendedMonths) - 1 : reachedOn;
  if (stage === 'applicant') return reachedOn - 12;
  if (stage === 'activist') return reachedOn - gaps.selection - spare;
  const candidate = stage === 'candidate' ? reachedOn : joined - gaps.admission;
  return addYears(candidate - gaps.beyondYear - spare, -1) - gaps.selection - spare;
}
