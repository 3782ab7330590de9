import { keepFaultsInLog } from '@banyan/service-kit/process';
import { runService } from '@banyan/service-kit/service';
import { archivesConfig } from './config.ts';
import { archivesDefinition } from './definition.ts';
import { createParts } from './deps.ts';

keepFaultsInLog('archives');
const config = archivesConfig(process.env);
await runService(archivesDefinition(config, createParts(config)));
