/** How much the fault tests do in each run of all tests; FAULT_FILES=500 asks for the full numbers. */
export const FILES = Number(process.env.FAULT_FILES ?? 20);
