import { randomBytes } from 'node:crypto';
import { type NatsUser, natsUsers } from '@banyan/local/nats-users';
import { inboxOf } from '@banyan/service-kit/nats-permissions';
import { connect, type NatsConnection } from '@nats-io/transport-node';

/** Looks at streams and consumers, and at nothing inside them. */
const observer: NatsUser = {
  user: 'observer',
  permissions: {
    publish: [
      '$JS.API.INFO',
      '$JS.API.STREAM.INFO.*',
      '$JS.API.CONSUMER.LIST.*',
      '$JS.API.CONSUMER.INFO.*.*',
    ],
    subscribe: [`${inboxOf('observer')}.>`],
  },
};

export const usersOfTheMesh: NatsUser[] = [...natsUsers, observer];

export type NatsPasswords = Record<string, string>;

export function drawNatsPasswords(): NatsPasswords {
  return Object.fromEntries(usersOfTheMesh.map(({ user }) => [user, randomBytes(12).toString('base64url')]));
}

/** The broker of a mesh, and how to go there as one of its users. */
export interface MeshBroker {
  readonly url: string;
  readonly passwords: NatsPasswords;
}

export function connectAs(
  { url, passwords }: MeshBroker,
  user: string,
  inboxPrefix = inboxOf(user),
): Promise<NatsConnection> {
  return connect({ servers: url, user, pass: String(passwords[user]), inboxPrefix });
}
