/** Has the next piece made while one is used. */
export async function* oneAhead<Piece>(pieces: AsyncGenerator<Piece, void>): AsyncGenerator<Piece, void> {
  let next = pieces.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = pieces.next();
      // Its failure is thrown when it is asked for, also if that is never.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await pieces.return();
  }
}
