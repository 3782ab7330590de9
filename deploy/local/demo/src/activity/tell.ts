/** Something that goes on for a while: it stops at each moment at which the next step is taken. */
export type Story = AsyncGenerator<Date, void, void>;

/** Stories run beside each other, each step in the order of its moment. A story that is refused ends; the others go on. */
export async function tell(
  stories: readonly Story[],
  setClock: (at: Date) => void,
): Promise<readonly Error[]> {
  const refused: Error[] = [];
  const going: { story: Story; next: Date }[] = [];
  const goOn = async (story: Story, after: Date | null): Promise<void> => {
    try {
      const { done, value } = await story.next();
      if (done) return;
      // Two steps that free days have moved together stay in their order.
      const next = after !== null && value <= after ? new Date(after.getTime() + 11 * 60_000) : value;
      going.push({ story, next });
    } catch (error) {
      refused.push(error as Error);
    }
  };
  for (const story of stories) await goOn(story, null);
  while (going.length > 0) {
    const first = going.reduce((one, other) => (other.next < one.next ? other : one));
    going.splice(going.indexOf(first), 1);
    setClock(first.next);
    await goOn(first.story, first.next);
  }
  return refused;
}
