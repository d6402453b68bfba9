// The files of a folder that was chosen or dropped, each with its path below the folder.
import type { CohortSession } from "#report";
import { CoreRefusal } from "../worker/client";
import { FileRefused } from "../worker/source";
import { largestTableBytes } from "./table-text";

export interface FolderFile {
  path: string;
  file: File;
}

/** Of a folder that was chosen; the browser's paths begin with its name. */
export function chosenFolder(files: File[]): { name: string; files: FolderFile[] } {
  const [name = ""] = files[0]?.webkitRelativePath.split("/") ?? [];
  return {
    name,
    files: files.map((file) => ({ path: file.webkitRelativePath.slice(name.length + 1) || file.name, file })),
  };
}

/** A file or folder, of whichever of the browsers' two kinds. */
interface Node {
  kind: string;
  name: string;
  getFile(): Promise<File>;
  values(): AsyncIterable<Node>;
}

/**
 * Of what was dropped: what its folders hold and the files beside them, or the files alone, whose `name` is empty. Must be
 * called while the drop is handled.
 */
export function droppedFolder(transfer: DataTransfer): { name: string; list: () => Promise<FolderFile[]> } {
  const files = [...transfer.files].map((file) => ({ path: file.name, file }));
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry ? [{ item, entry }] : [];
  });
  const name = entries.find(({ entry }) => entry.isDirectory)?.entry.name ?? "";
  if (name === "") return { name, list: () => Promise.resolve(files) };
  // Chromium lists a dropped folder to a page opened as a local file only by its handle, which others do not have.
  const nodes = entries.map(({ item, entry }): Promise<Node> => {
    const handled = item as DataTransferItem & { getAsFileSystemHandle?: () => Promise<Node> };
    return handled.getAsFileSystemHandle?.() ?? Promise.resolve(nodeOf(entry));
  });
  const list = async () => {
    const all = await Promise.all(nodes);
    const found = await Promise.all(all.map((node) => listed(node, all.length > 1 ? `${node.name}/` : "")));
    return found.flat();
  };
  return { name, list };
}

/** The files of a folder, their paths behind `path`; a file is itself. */
async function listed(node: Node, path: string): Promise<FolderFile[]> {
  return node.kind === "directory" ? below(node, path) : [{ path: node.name, file: await node.getFile() }];
}

function nodeOf(entry: FileSystemEntry): Node {
  return {
    kind: entry.isDirectory ? "directory" : "file",
    name: entry.name,
    getFile: () => new Promise((done, fail) => (entry as FileSystemFileEntry).file(done, fail)),
    async *values() {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      for (;;) {
        // A reader gives its entries in portions, and an empty one at the end.
        const portion = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
        if (portion.length === 0) return;
        yield* portion.map(nodeOf);
      }
    },
  };
}

async function below(folder: Node, path: string): Promise<FolderFile[]> {
  const found: FolderFile[] = [];
  for await (const node of folder.values()) {
    const at = `${path}${node.name}`;
    if (node.kind === "directory") found.push(...(await below(node, `${at}/`)));
    else found.push({ path: at, file: await node.getFile() });
  }
  return found;
}

/** Without hidden files and folders, in the order of their paths, as the command line lists them. */
export function shownFiles(files: FolderFile[]): FolderFile[] {
  return files
    .filter(({ path }) => !path.split("/").some((part) => part.startsWith(".")))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files of a visit's recording. */
export const pathsOf = ({ file, parts }: CohortSession): string[] => (file === "" ? [] : [file, ...parts]);

/** The text of one of its tables. */
export async function tableText(file: File | undefined, path: string): Promise<string> {
  if (file && file.size > largestTableBytes)
    throw new CoreRefusal({ code: "E_COHORT_TABLE_LARGE", message: "", where: path });
  try {
    return (await file?.text()) ?? "";
  } catch (error) {
    throw new FileRefused("E_PAGE_UNREADABLE", String(error));
  }
}
