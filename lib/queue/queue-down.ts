/** The queue did not take or answer something in time. Nothing is lost: the rows say what is to be done. */
export class QueueDown extends Error {
  override name = "QueueDown";
}

/** @throws QueueDown when the answer does not come within `ms`, or the queue refuses the connection */
export async function withinMs<T>(ms: number, ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (cause) {
    throw new QueueDown(
      "The job queue does not answer. What was stored is kept and is taken up when the queue is back.",
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}
