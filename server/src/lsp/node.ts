/** The language server under Node: over IPC when an editor forks it, over standard input and output with `--stdio`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFileSystem } from './nodeFileSystem';
import { serve } from './server';

serve(createConnection(ProposedFeatures.all), nodeFileSystem);
