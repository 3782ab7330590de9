/** A launcher for tests, so that it can be killed from outside: runs one fake service and one program of the system. */
import { createSupervisor } from '../supervisor.ts';

const directory = String(process.argv[2]);
const supervisor = createSupervisor({ directory, say: () => {} });
const env = { PATH: process.env.PATH };
supervisor.start({ name: 'sleeper', command: 'sleep', args: ['600'], env, stopSignal: 'SIGINT' });
supervisor.start({
  name: 'service',
  command: process.execPath,
  args: [`${import.meta.dirname}/fake-service.ts`],
  env,
  stopSignal: 'SIGTERM',
  channel: true,
});
process.on('SIGTERM', () => void supervisor.stopAll().then(() => process.exit(0)));
process.send?.({ pids: [supervisor.pid('sleeper'), supervisor.pid('service')] });
