/** The language server under Node: over IPC when an editor forks it, over standard input and output with `--stdio`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { forShortLives } from './nodeHeap';
import { nodeFileSystem } from './nodeFileSystem';
import { serve } from './server';

forShortLives();
serve(createConnection(ProposedFeatures.all), nodeFileSystem);
