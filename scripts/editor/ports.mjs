import { createServer } from 'node:net';

/** The first port from `first` on that nothing on this machine listens on; 0 lets the system choose. */
export async function freePort(first = 0) {
  for (let port = first; port < first + 100; port++) {
    const found = await listen(port);
    if (found) return found;
  }
  throw new Error(`No free port between ${first} and ${first + 99}.`);
}

/** "localhost" is one address or two (IPv4, IPv6), and a port is free when it is free on that name. */
const listen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, 'localhost', () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
