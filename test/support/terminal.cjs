// Loaded before the command, lets it take its output for a terminal.
for (const stream of [process.stdout, process.stderr]) {
  stream.isTTY = true;
  stream.columns = 80;
}
