import type { Message, MessageCode } from "../../schemas/message.ts";

/** A value with what must be said about how it was reached. */
export interface Outcome<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}

export const outcome = <T>(value: T, messages: readonly Message[] = []): Outcome<T> => ({ value, messages });

/** Makes a message; `facts` are the values that its sentence names. */
export const message = (code: MessageCode, severity: Message["severity"], facts: Message["facts"] = {}): Message => ({
  code,
  severity,
  facts,
});

/** Thrown where no value is possible: the file cannot be read at all. Carries the message that says why. */
export class ReadError extends Error {
  override readonly name = "ReadError";
  readonly reason: Message;

  constructor(code: MessageCode, facts: Message["facts"] = {}, options?: ErrorOptions) {
    super(code, options);
    this.reason = message(code, "error", facts);
  }
}
