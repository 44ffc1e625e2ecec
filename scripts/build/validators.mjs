// Compiles JSON Schemas to plain code while building, so that nothing compiles (and nothing calls `new Function`) at run time.
// An import of `….schema.json?validator` yields a function `(data) => boolean` with `errors`; see server/src/validator.d.ts.
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What editors read in a schema and a validator does not. */
const EDITOR_KEYWORDS = ['allowComments', 'allowTrailingCommas'];

/**
 * Code of a module whose default export validates against the schema file; the schemas beside it may be referred to. Its tables are
 * made when it is first called: most projects have no configuration, and no start shall wait for them.
 */
export function compileValidator(path) {
  const ajv = new Ajv({ code: { source: true }, allErrors: true, allowUnionTypes: true, messages: false });
  EDITOR_KEYWORDS.forEach((keyword) => ajv.addKeyword(keyword));
  const folder = dirname(path);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.schema.json')))
    ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const { $id } = JSON.parse(readFileSync(path, 'utf8'));
  const code = standalone.default(ajv, ajv.getSchema($id));
  if (/\brequire\(|\bnew Function\b/.test(code)) throw new Error(`the validator of ${path} needs Ajv at run time`);
  return `
    const make = () => {
      const module = {};
      ${code}
      return module.exports;
    };
    let made;
    export default function validate(data) {
      made ??= make();
      const isValid = made(data);
      validate.errors = made.errors;
      return isValid;
    }`;
}

/** Lets esbuild import `….schema.json?validator`. */
export const validators = {
  name: 'validators',
  setup: (build) => {
    build.onResolve({ filter: /\.schema\.json\?validator$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?validator$/, '')),
      namespace: 'validator',
    }));
    build.onLoad({ filter: /.*/, namespace: 'validator' }, ({ path }) => ({
      contents: compileValidator(path),
      loader: 'js',
      watchFiles: [path],
    }));
  },
};
