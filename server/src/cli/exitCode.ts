/** 0 is well, 1 says that something was found or left undone, 2 that the command was used wrongly or could not read all. */
export type ExitCode = 0 | 1 | 2;

/** Lets the command end with a code, unless something worse has happened already. */
export function failWith(code: ExitCode): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}
