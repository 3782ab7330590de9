import type { AppContext } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { findImport } from './find-import.ts';
import { importResponse } from './import-response.ts';
import { importView } from './view-import.ts';

/** Where an import stands, and the first of what is wrong with it. */
export async function showImport(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const { record, scope } = await findImport(deps, c);
  return importResponse(await kit.database.read(scope, (tx) => importView(tx, record, kit.tree())));
}
