/** What the command's exit status says; `--help` prints the same. */
export const EXIT = { done: 0, failed: 1, usage: 2, findings: 3, interrupted: 130 } as const;

/** The list for `--help`; `findings` says when a command ends with 3. */
export const exitHelp = (findings: string): string => `Exit status:
  0    everything was done
  1    a file failed (the others were done; each failure is one line on stderr)
  2    the command was not understood
  3    all done, but ${findings}
  130  interrupted`;

export const EXIT_HELP = exitHelp("with --strict a plan has a finding of severity error");
