import { existsSync } from 'node:fs';
import { inCheckout } from './paths.ts';
import { captureProgram } from './run-program.ts';
import { Refusal } from './terminal.ts';

const command = 'services/gateway/src/registry/publish-remotes.ts';

/** Enters what lies in REMOTES_DIR into the gateway's registry; the gateway's own command does it. */
export async function publishRemotes(gatewayEnvironment: Record<string, string>): Promise<void> {
  if (!existsSync(inCheckout(command))) return;
  const { code, output } = await captureProgram(process.execPath, [inCheckout(command)], {
    env: gatewayEnvironment,
  });
  if (code !== 0) throw new Refusal(`The remotes could not be published:\n${output.trim()}`);
}
