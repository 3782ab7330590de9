/** For waits on other processes: long enough for a busy machine, since only a wait in vain lasts that long. */
export const patience = { timeout: 30_000, interval: 20 };
