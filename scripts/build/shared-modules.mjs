// Lets one bundle take the packages that it has in common with another one from there, so that they are shipped once.
import { build } from 'esbuild';
import { relative, resolve } from 'node:path';

/** Packages in both bundles, as paths of their files from the root. */
async function packagesInBoth(one, other) {
  const [first, second] = await Promise.all([one, other].map(inputsOf));
  return first.filter((file) => file.startsWith('node_modules/') && second.includes(file));
}

async function inputsOf(options) {
  const { metafile } = await build({ ...options, metafile: true, write: false });
  return Object.keys(metafile.inputs);
}

/**
 * Both options, changed: the bundle of `giving`, of one entry, also exports `shared(path)`, and that of `taking` asks it, as
 * `place` from where it stands itself, for the packages in both.
 */
export async function sharingPackages(giving, taking, place) {
  const files = await packagesInBoth(giving, taking);
  const [[output, entry]] = Object.entries(giving.entryPoints);
  const modules = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);
  const contents =
    `export * from ${JSON.stringify(`./${entry}`)};\n` +
    `const modules = { ${modules.join(', ')} };\nexport const shared = (path) => modules[path]();\n`;
  const give = {
    name: 'give',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^giving-entry$/ }, () => ({ path: 'giving-entry', namespace: 'give' }));
      onLoad({ filter: /.*/, namespace: 'give' }, () => ({ contents, resolveDir: resolve('.') }));
    },
  };
  const take = {
    name: 'take',
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, ({ path }) => {
        const file = relative(resolve('.'), path).replaceAll('\\', '/');
        if (!files.includes(file)) return undefined;
        return { contents: `module.exports = require(${JSON.stringify(place)}).shared(${JSON.stringify(file)});` };
      }),
  };
  return [
    { ...giving, entryPoints: { [output]: 'giving-entry' }, plugins: [...giving.plugins, give] },
    { ...taking, external: [...(taking.external ?? []), place], plugins: [...taking.plugins, take] },
  ];
}
