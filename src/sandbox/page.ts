// The page at “/”: bundled in memory when somebody first opens it, so there is no build folder to
// go stale.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Asset = { readonly contentType: string; readonly body: Uint8Array };
export type Page = (pathname: string) => Promise<Asset | undefined>;

const sources = ['page/page.html', 'page/main.tsx', 'page/page.css'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

const assets: Readonly<Record<string, { readonly file: string; readonly contentType: string }>> = {
  '/': { file: 'page.html', contentType: 'text/html; charset=utf-8' },
  '/main.js': { file: 'main.js', contentType: 'text/javascript; charset=utf-8' },
  '/page.css': { file: 'page.css', contentType: 'text/css; charset=utf-8' },
};

/** What to answer a path of the page with; nothing for any other path. */
export const createPage = (): Page => {
  let bundled: ReturnType<typeof bundle> | undefined;
  return async (pathname) => {
    const asset = assets[pathname];
    if (!asset) return undefined;
    bundled ??= bundle();
    const body = (await bundled).get(asset.file);
    return body && { contentType: asset.contentType, body };
  };
};

const bundle = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: sources,
    entryNames: '[name]',
    outdir: '.',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    loader: { '.html': 'copy' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
};
