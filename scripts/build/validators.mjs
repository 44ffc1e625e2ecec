// Compiles JSON Schemas to plain code while building, so that nothing compiles (and nothing calls `new Function`) at run time.
// An import of `….schema.json?validator` yields a function `(data) => boolean` with `errors`; see server/src/validator.d.ts.
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What editors read in a schema and a validator does not. */
const EDITOR_KEYWORDS = ['allowComments', 'allowTrailingCommas'];

/** What is said to people in a schema. */
const WORDS = ['title', 'description'];
/** Keywords whose value holds schemas by names of their own. */
const BY_NAME = ['properties', 'patternProperties', 'definitions', '$defs'];

/** Where in the schema a violated keyword stands: told with each error, and read by nobody. */
const SCHEMA_PATH = /schemaPath:"(?:[^"\\]|\\.)*",/g;

/** A schema without its words, which would be compiled as well, and are as long as all that is validated. */
function withoutWords(schema) {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (typeof schema !== 'object' || schema === null) return schema;
  const told = Object.entries(schema).filter(([keyword]) => !WORDS.includes(keyword));
  return Object.fromEntries(
    told.map(([keyword, value]) => [
      keyword,
      BY_NAME.includes(keyword)
        ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutWords(inner)]))
        : withoutWords(value),
    ]),
  );
}

/**
 * Code of a module whose default export validates against the schema file; the schemas beside it may be referred to. Its tables are
 * made when it is first called: most projects have no configuration, and no start shall wait for them.
 */
export function compileValidator(path) {
  const ajv = new Ajv({ code: { source: true }, allErrors: true, allowUnionTypes: true, messages: false });
  EDITOR_KEYWORDS.forEach((keyword) => ajv.addKeyword(keyword));
  const folder = dirname(path);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.schema.json')))
    ajv.addSchema(withoutWords(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const { $id } = JSON.parse(readFileSync(path, 'utf8'));
  const code = standalone.default(ajv, ajv.getSchema($id)).replace(SCHEMA_PATH, '');
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
