import '@banyan/ui-kit/antd.css';
import '@banyan/ui-kit/styles.css';
import './shell.css';
import { allowRemotes } from '@banyan/federation/guard';
import { loadAntdLocale, organizationsQuery } from '@banyan/ui-kit';
import { createRoot } from 'react-dom/client';
import { Console } from './Console.tsx';
import { loadRemotes } from './remotes/load-remotes.ts';
import { startActor } from './start/actor-query.ts';
import { applyStoredTheme, storedLocale } from './start/preferences.ts';
import { queries } from './start/queries.ts';
import { fetchRegistry, readRegistry } from './start/registry.ts';

applyStoredTheme();
const actor = startActor();
void queries.prefetchQuery(organizationsQuery);
const antdLocale = loadAntdLocale(storedLocale());
const registry = await readRegistry()
  .catch(() => fetchRegistry())
  .catch(() => ({ remotes: [] }));
allowRemotes(registry, location.origin);
loadRemotes(registry);
createRoot(document.getElementById('root') as HTMLElement).render(
  <Console start={await actor} registry={registry} antdLocale={await antdLocale} />,
);
