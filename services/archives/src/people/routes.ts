import { createRouter, type ServiceApp } from '@banyan/service-kit/http-app';
import { requireServiceSecret } from '@banyan/service-kit/service-secret';
import type { Deps } from '../deps.ts';
import { streamPeople } from './stream-people.ts';

/** The snapshot from which another service begins its replica of people. The gateway never forwards it. */
export function peopleRoutes({ kit, serviceSecret }: Deps): ServiceApp {
  const router = createRouter();
  router.use('/internal/*', requireServiceSecret(serviceSecret));
  router.get(
    '/internal/people',
    () => new Response(streamPeople(kit), { headers: { 'content-type': 'application/x-ndjson' } }),
  );
  return router;
}
