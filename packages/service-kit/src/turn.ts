const waiting: (() => void)[] = [];

/**
 * For long work that is done in small pieces: resolves once what else has come has been looked at. However many wait, one
 * goes on at each turn of the event loop, so that a request is never behind more than one piece.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(goOn);
  });
}

function goOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(goOn);
}
