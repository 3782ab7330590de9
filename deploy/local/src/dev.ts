import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startGuard } from './guard.ts';
import { takeService } from './handover.ts';
import { checkout, dataDirectory, inCheckout } from './paths.ts';
import { isFree } from './ports.ts';
import { publishWhenBuilt } from './publish-when-built.ts';
import { toolEnvironment } from './run-program.ts';
import { findRunningMesh, type RunningServices } from './running-mesh.ts';
import { services } from './services.ts';
import { stopSignal, untilAborted } from './stop-signals.ts';
import { Refusal, runCommand, say } from './terminal.ts';

async function untilFree(port: number): Promise<void> {
  for (let tries = 0; !(await isFree(port)); tries += 1) {
    if (tries > 200)
      throw new Refusal(`Port ${port} does not become free: the service is not stopped by the launcher.`);
    await delay(50);
  }
}

/** The service in watch mode, in the place of the launcher's, on this terminal. */
async function watchService(name: string, running: RunningServices) {
  const env = {
    ...running.environments[name],
    MIGRATION_DATABASE_URL: running.ownerUrls[name],
    NODE_ENV: 'development',
  };
  await untilFree(Number(running.environments[name]?.PORT));
  return spawn(process.execPath, ['--watch', '--watch-preserve-output', `services/${name}/src/main.ts`], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function watchRemote(name: string) {
  return spawn(inCheckout('apps', name, 'node_modules/.bin/rsbuild'), ['build', '--watch'], {
    cwd: inCheckout('apps', name),
    env: toolEnvironment({ NODE_ENV: 'production' }),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function endChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

await runCommand(async () => {
  const [name = ''] = process.argv.slice(2);
  const names = services.map((service) => service.name);
  if (!names.includes(name)) throw new Refusal(`Say which: npm run dev -- ${names.join(' | ')}`);
  const mesh = findRunningMesh(dataDirectory);
  if (!mesh) throw new Refusal('Nothing runs from this checkout: `npm start` in another terminal first.');
  const running = mesh.services;
  if (!running) throw new Refusal(`${mesh.origin} is still starting; try again once it is up.`);
  const signal = stopSignal();
  const guard = startGuard();
  const giveBack = takeService(dataDirectory, name, mesh.launcher.pid);
  const children = [await watchService(name, running)];
  if (existsSync(inCheckout('apps', name, 'rsbuild.config.ts'))) {
    children.push(watchRemote(name));
    void publishWhenBuilt(name, running, signal);
  }
  for (const child of children) guard.watch(Number(child.pid), 'SIGTERM');
  say(`${name} follows its files; ${mesh.origin} uses it. Ctrl-C gives it back.`);
  await untilAborted(signal);
  await Promise.all(children.map(endChild));
  giveBack();
  await guard.end();
  return 0;
});
