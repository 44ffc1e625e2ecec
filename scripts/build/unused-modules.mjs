// Leaves modules of packages out of the bundles that these load and nobody here calls.

/** A feature of the client that offers nothing to the server and does nothing. */
const FEATURE =
  "class { fillClientCapabilities() {} initialize() {} getState() { return { kind: 'static' }; } clear() {} }";

/** Files, and what stands in their place. */
const UNUSED = {
  // How a server finds modules of other packages, by processes of its own: ours does not, and Node would load what it has for
  // processes at every start.
  'vscode-languageserver/lib/node/files.js': 'module.exports = {};',
  // Notebooks: none is a spec.
  'vscode-languageserver/lib/common/notebook.js': 'exports.NotebookSyncFeature = (Base) => Base;',
  'vscode-languageclient/lib/common/notebook.js': `exports.NotebookDocumentSyncFeature = ${FEATURE};`,
  // Findings that the client asks for: ours are pushed.
  'vscode-languageclient/lib/common/diagnostic.js': `exports.DiagnosticFeature = ${FEATURE};`,
};

/** Matches the file on every system. */
const pattern = (file) => new RegExp(`[\\\\/]${file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`);

/** A plugin of esbuild. */
export const unusedModules = {
  name: 'unused-modules',
  setup: (build) => {
    for (const [file, contents] of Object.entries(UNUSED))
      build.onLoad({ filter: pattern(file) }, () => ({ contents, loader: 'js' }));
  },
};
