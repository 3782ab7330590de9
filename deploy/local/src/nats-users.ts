import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type NatsPermissions, natsPermissions, operator } from '@banyan/service-kit/nats-permissions';
import { services } from './services.ts';

export interface NatsUser {
  user: string;
  permissions: NatsPermissions;
}

/** Everybody whom nats-server lets in: each service, and the operator that makes their streams. */
export const natsUsers: NatsUser[] = [
  operator,
  ...services.map(({ name, reads, hears }) => ({
    user: name,
    permissions: natsPermissions({ domain: name, reads, hears }),
  })),
];

/** Writes the part of nats-server's configuration that names its users, for its eyes alone. Returns its path. */
export function writeNatsUsers(
  directory: string,
  passwords: Record<string, string>,
  users: NatsUser[] = natsUsers,
): string {
  const file = path.join(directory, 'nats-users.conf');
  const lines = users.map(({ user, permissions: { publish, subscribe } }) => {
    const permissions = { publish: { allow: publish }, subscribe: { allow: subscribe } };
    return `  ${JSON.stringify({ user, password: passwords[user], permissions })}`;
  });
  writeFileSync(file, `authorization {\n users: [\n${lines.join(',\n')}\n ]\n}\n`, { mode: 0o600 });
  return file;
}
