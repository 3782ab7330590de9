import { z } from 'zod';

const count = z.number().int().min(0);
const atOnce = (address: number, session: number, account: number) =>
  z
    .strictObject({
      address: count.default(address),
      session: count.default(session),
      account: count.default(account),
    })
    .prefault({});

const ofAddresses = (address: number) =>
  z.strictObject({ address: count.min(1).default(address) }).prefault({});

/**
 * What one address without a session, one session and one account may have open at once. The gateway is the one place
 * that holds everybody to it; a service behind it has room for what all may send together.
 */
export const budgetSchema = z.strictObject({
  /** Connections, and those among them that have not sent one whole request yet. */
  connections: ofAddresses(4_000),
  newcomers: ofAddresses(256),
  /** Requests from their first line to the last byte of their answer. */
  open: atOnce(256, 64, 96),
  /** Bodies on their way in; files are the large ones, which stream through. */
  bodies: atOnce(64, 64, 96),
  files: atOnce(0, 4, 8),
  /** Requests that one service works on. Further ones wait in line. */
  requests: atOnce(24, 24, 32),
  /** Among them those that it has worked on for longer than `paces.slowAfterMs`. */
  slow: atOnce(4, 3, 6),
  /** Streams of events. */
  streams: atOnce(0, 24, 48),
});

export type Budget = z.infer<typeof budgetSchema>;
export type BudgetItem = keyof Budget;
export type HolderKind = 'address' | 'session' | 'account';

/** Times and sizes that hold for everybody. */
export const paces = {
  headersMs: 10_000,
  /** Bodies up to this size are taken whole before a service hears of them. */
  smallBodyBytes: 1024 * 1024,
  /** Of somebody without a session. */
  anonymousBodyBytes: 64 * 1024,
  smallBodyMs: 20_000,
  /** Of all small bodies on their way together. */
  heldBodyBytes: 64 * 1024 * 1024,
  fileMs: 30 * 60_000,
  /** A body that brings less than this, looked at once in so long, is given up. */
  leastBodyBytesPerSecond: 1_024,
  lookAtBodiesMs: 10_000,
  /** What still comes of a body after its answer is read for so long, so that the answer arrives. */
  discardMs: 5_000,
  slowAfterMs: 1_000,
  inLineMs: 15_000,
  /** A client that takes nothing of its answer for so long, and then less than this, is cut. */
  standstillMs: 30_000,
  leastAnswerBytesPerSecond: 4_096,
} as const;
