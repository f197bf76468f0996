/** How much the fault tests do: FAULT_FILES=500 asks for the full numbers; a quarter of it is enough for each run of all tests. */
export const FILES = Number(process.env.FAULT_FILES ?? 120);
