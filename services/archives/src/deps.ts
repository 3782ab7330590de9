import type { Secret } from '@banyan/service-kit/config';
import type { Kit } from '@banyan/service-kit/kit';
import type { ArchivesConfig } from './config.ts';
import type { UnmaskBudget } from './members/unmask-budget.ts';
import type { Recent } from './members/recent-members.ts';
import { createSealer, type Sealer } from './members/sealed-fields.ts';

/** What the operations of archives work with besides the kit. */
export interface ArchivesParts {
  readonly sealer: Sealer;
  readonly serviceSecret: Secret;
  readonly unmaskBudget: UnmaskBudget;
}

export interface Deps extends ArchivesParts {
  readonly kit: Kit;
  readonly recent: Recent;
}

export function createParts(
  config: Pick<
    ArchivesConfig,
    'FIELD_KEY' | 'INDEX_KEY' | 'SERVICE_SECRET' | 'UNMASK_RECORDS' | 'UNMASK_MINUTES'
  >,
): ArchivesParts {
  return {
    sealer: createSealer({ fieldKey: config.FIELD_KEY.reveal(), indexKey: config.INDEX_KEY.reveal() }),
    serviceSecret: config.SERVICE_SECRET,
    unmaskBudget: { records: config.UNMASK_RECORDS, minutes: config.UNMASK_MINUTES },
  };
}
