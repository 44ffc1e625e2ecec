/** A JSON Schema compiled to code by the build, see scripts/build/validators.mjs. */
declare module '*?validator' {
  /** One violation, as Ajv describes it. */
  export interface SchemaError {
    readonly keyword: string;
    /** JSON pointer of the value: "/kinds/interface". */
    readonly instancePath: string;
    readonly params: Readonly<Record<string, unknown>>;
    /** Set when the name of a property is wrong, not its value. */
    readonly propertyName?: string;
  }
  interface Validator {
    (data: unknown): boolean;
    /** Violations that the last call found. */
    readonly errors?: readonly SchemaError[] | null;
  }
  const validate: Validator;
  export default validate;
}
