import { createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { showStatisticsRoute } from './routes.ts';
import { showStatistics } from './show-statistics.ts';

export function statisticsOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, showStatisticsRoute, (c) => showStatistics(deps, c));
  return router;
}
