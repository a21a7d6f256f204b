/*
 * What the benchmarks use of peers that `npm ci --prefix bench` installs: the types of the project are checked without them.
 */

declare module '@duckdb/node-api' {
  interface Appender {
    appendVarchar(value: string): void;
    endRow(): void;
    closeSync(): void;
  }
  interface Connection {
    run(sql: string): Promise<unknown>;
    runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
    createAppender(table: string): Promise<Appender>;
  }
  export const DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{ connect(): Promise<Connection> }>;
  };
}

declare module 'zod' {
  interface Schema<Value> {
    parse(value: unknown): Value;
  }
  interface Text extends Schema<string> {
    regex(pattern: RegExp): Text;
    transform<Value>(change: (text: string) => Value): Schema<Value>;
  }
  export const z: {
    object<Shape extends Readonly<Record<string, Schema<unknown>>>>(
      shape: Shape,
    ): Schema<{ readonly [Name in keyof Shape]: Shape[Name] extends Schema<infer Value> ? Value : never }>;
    string(): Text;
  };
}
