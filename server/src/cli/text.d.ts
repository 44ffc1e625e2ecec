/** The text of a file, put in by the build. */
declare module '*.txt' {
  const text: string;
  export default text;
}

declare module '*.md' {
  const text: string;
  export default text;
}
