/** The build writes imported style sheets beside the script; one that is imported as text is a string. */
declare module '*.css' {
  const text: string;
  export default text;
}
