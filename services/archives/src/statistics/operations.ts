import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { exportStatistics } from './export-statistics.ts';
import { exportStatisticsRoute, showStatisticsRoute } from './routes.ts';
import { showStatistics } from './show-statistics.ts';

export function statisticsOperations(deps: Deps): ServiceApp {
  const { router, mount } = createOperations(deps);
  mount(showStatisticsRoute, showStatistics);
  mount(exportStatisticsRoute, exportStatistics);
  return router;
}
