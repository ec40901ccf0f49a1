// Prints the SQL that leads from the committed schema.prisma to the one in the working tree:
// `DATABASE_URL=… node prisma/diff.ts`. Prisma's own `migrate diff` needs a downloaded engine; this
// uses the same engine as WebAssembly, from npm.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

/**
 * The SQL that turns a database of one schema into the other's. An empty `from` means an empty
 * database. The engine asks the PostgreSQL at `databaseUrl` for its version and changes nothing
 * there.
 */
export const schemaSql = async (from: string, to: string, databaseUrl: string): Promise<string> => {
  const engine = await loadEngine(databaseUrl);
  const schema = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const diff = await engine.diff({
    from: from ? schema(from) : { tag: 'empty' },
    to: schema(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return diff.stdout ?? '';
};

const loadEngine = async (databaseUrl: string) => {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = readFileSync(
    new URL(
      import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace('.js', '.wasm'),
    ),
  );
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': bindings as never,
  });
  (bindings as unknown as { __wbg_set_wasm(exports: unknown): void }).__wbg_set_wasm(
    instance.exports,
  );
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new PrismaPg({ connectionString: databaseUrl }),
  );
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
};

if (import.meta.main) {
  const committed = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], {
    encoding: 'utf8',
  });
  const present = readFileSync(new URL('schema.prisma', import.meta.url), 'utf8');
  console.log(
    await schemaSql(committed, present, process.env['DATABASE_URL'] ?? 'postgresql://localhost'),
  );
}
