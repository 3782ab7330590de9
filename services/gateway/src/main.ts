import { keepFaultsInLog, untilStopped } from '@banyan/service-kit/process';
import { readGatewayConfig } from './config.ts';
import { startGateway } from './gateway.ts';

keepFaultsInLog('gateway');
const gateway = await startGateway(readGatewayConfig(process.env));
await untilStopped();
await gateway.stop();
process.exit(0);
