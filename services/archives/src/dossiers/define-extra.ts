import { type AppError, invalid } from '@banyan/service-kit/error';
import { type AppContext, authorize, idempotencyOf, jsonOf, parseBody } from '@banyan/service-kit/http-app';
import { narrowTo } from '@banyan/service-kit/scope';
import { v7 as uuidv7 } from 'uuid';
import type { Deps } from '../deps.ts';
import { checkNamed } from '../members/named-organization.ts';
import { dossierReach } from './dossier-policy.ts';
import { selectExtra } from './dossier-table.ts';
import { defineExtraSchema } from './extra-routes.ts';
import { auditExtra, extraView, refusingTwins } from './store-extra.ts';

/** A node asks for one thing more, of its own people and all below it. */
export async function defineExtra(deps: Deps, c: AppContext): Promise<Response> {
  const { kit } = deps;
  const granted = await authorize(kit, c, 'archives.setting.update');
  const body = await jsonOf(c);
  checkNamed(granted, kit.tree(), body);
  const { organizationId, name, hint, stage, least } = parseBody(defineExtraSchema, body);
  if (kit.tree().get(organizationId)?.status !== 'active') throw ended();
  const scope = narrowTo(granted, organizationId);
  const reach = dossierReach(kit.authorizer, kit.tree(), scope.actor);
  const view = await refusingTwins(
    kit.database.write(
      scope,
      async (tx) => {
        const id = uuidv7();
        await tx.sql`
          insert into dossier_extras (id, organization_id, name, hint, stage, least, created_by)
          values (${id}, ${organizationId}, ${name}, ${hint}, ${stage}, ${least}, ${scope.actor.accountId})`;
        auditExtra(tx, 'define', id, organizationId, ['name', 'hint', 'stage', 'least'], 1);
        return extraView(reach, await selectExtra(tx, id));
      },
      { idempotency: idempotencyOf(c, body) },
    ),
  );
  return new Response(JSON.stringify(view), {
    status: 201,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}

function ended(): AppError {
  return invalid('request.invalid', 'The request has values that cannot be used.', [
    { field: 'organizationId', code: 'organization.ended', message: 'This organization has ended.' },
  ]);
}
