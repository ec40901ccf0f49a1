import { defineConfig } from 'prisma/config';

// `prisma generate`, `validate` and `format` need no schema engine, yet Prisma 7.10.0 looks for one
// and tries to download it. Naming any existing binary stops that; `prisma migrate`, which does
// need the engine, is left alone.
if (process.argv.some((word) => ['generate', 'validate', 'format'].includes(word))) {
  process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;
}

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  ...(process.env['DATABASE_URL'] ? { datasource: { url: process.env['DATABASE_URL'] } } : {}),
});
