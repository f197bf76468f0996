const STEP_MILLIS = 100;

/**
 * Waits at most so long for an answer, in small steps: while this thread stood still (a dictionary that is being loaded, a machine
 * out of breath) it could not have heard the answer, so that however long it stood counts as one step.
 * @throws Error where no answer came; what `work` throws.
 */
export async function within(millis: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>();
  let waited = 0;
  const timer = setInterval(() => {
    waited += STEP_MILLIS;
    if (waited >= millis) late.reject(new Error(`the queue gave no answer within ${millis} ms`));
  }, STEP_MILLIS);
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearInterval(timer);
  }
}
