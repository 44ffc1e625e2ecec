// Leaves modules of packages out of the bundles that these load and nobody here calls.

/**
 * How a server finds modules of other packages, by processes of its own: ours does not, and Node would load what it has for
 * processes at every start.
 */
const UNUSED = /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/;

/** A plugin of esbuild. */
export const unusedModules = {
  name: 'unused-modules',
  setup: (build) => {
    build.onLoad({ filter: UNUSED }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};
