// The page's own logic in Node, without a browser: its modules as they stand, put together by esbuild.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const source = resolve(fileURLToPath(import.meta.url), "../../../web/src");

/** What these modules of web/src give, all of one program: they share what they import. */
export async function modulesOf(...paths) {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: paths.map((path) => `export * from "./${path}";`).join("\n"),
      resolveDir: source,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    // For what a package asks of Node.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("file:///");' },
    plugins: [
      {
        // What the build puts into the page, the core and its worker, is not needed here.
        name: "attune",
        setup(build) {
          build.onResolve({ filter: /^attune:/ }, ({ path }) => ({ path, namespace: "attune" }));
          build.onLoad({ filter: /.*/, namespace: "attune" }, () => ({ contents: "export default '';" }));
        },
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
