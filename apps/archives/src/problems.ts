import { defineCatalog } from '@banyan/ui-kit';

/** Refusals of archives: what happened, and the way on. */
export const archivesProblems = defineCatalog({}, {});
