/** Asks again until `answer` gives something. @throws Error saying what was waited for when `patienceMs` is over */
export async function waitFor<T>(
  what: string,
  answer: () => Promise<T | undefined>,
  patienceMs = 300_000,
  everyMs = 300,
): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const given = await answer();
    if (given !== undefined) return given;
    if (Date.now() > until)
      throw new Error(
        `Waited ${Math.round(patienceMs / 1000)} s for ${what} in vain. Is the worker running? See the logs in the data folder.`,
      );
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
