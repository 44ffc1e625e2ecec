/**
 * The bundle of everything that runs under Node. An editor waits for the server, so that one starts without all that reads and
 * documents a command line; everything is loaded when it is known what is asked.
 */
import { isTransport } from './transport';

const [, , command, ...options] = process.argv;
if (command === 'lsp' && options.length > 0 && options.every(isTransport)) void import('../lsp/node');
else void import('./program');
