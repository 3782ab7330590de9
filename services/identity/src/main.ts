import { keepFaultsInLog } from '@banyan/service-kit/process';
import { runService } from '@banyan/service-kit/service';
import { identityConfig } from './config.ts';
import { identityDefinition } from './definition.ts';
import { createParts } from './deps.ts';

keepFaultsInLog('identity');
const config = identityConfig(process.env);
await runService(identityDefinition(config, await createParts(config)));
