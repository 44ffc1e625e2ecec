/** The language server as a worker in a browser, which reads all files through the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server';

serve(createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)), undefined);
