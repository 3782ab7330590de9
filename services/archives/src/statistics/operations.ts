import { createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { exportStatistics } from './export-statistics.ts';
import { exportStatisticsRoute, showStatisticsRoute } from './routes.ts';
import { showStatistics } from './show-statistics.ts';

export function statisticsOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  mountOperation(router, showStatisticsRoute, (c) => showStatistics(deps, c));
  mountOperation(router, exportStatisticsRoute, (c) => exportStatistics(deps, c));
  return router;
}
