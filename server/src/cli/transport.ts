/** How a client and the server can talk, and who the client is, as `vscode-languageserver` reads it from the command line itself. */
export const isTransport = (argument: string): boolean =>
  /^--(?:stdio|node-ipc|(?:pipe|socket|clientProcessId)=.+)$/.test(argument);
