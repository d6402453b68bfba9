// The files of a folder that was chosen or dropped, each with its path below the folder.

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

/** Of what was dropped: the first folder, or else the files themselves. Must be called while the drop is handled. */
export function droppedFolder(transfer: DataTransfer): { name: string; list: () => Promise<FolderFile[]> } {
  const files = [...transfer.files].map((file) => ({ path: file.name, file }));
  const entries = [...transfer.items].map((item) => ({ item, entry: item.webkitGetAsEntry() }));
  const dropped = entries.find(({ entry }) => entry?.isDirectory);
  if (!dropped?.entry) return { name: "", list: () => Promise.resolve(files) };
  // Chromium lists a dropped folder to a page opened as a local file only by its handle, which others do not have.
  const item = dropped.item as DataTransferItem & { getAsFileSystemHandle?: () => Promise<Node> };
  const node = item.getAsFileSystemHandle?.() ?? Promise.resolve(nodeOf(dropped.entry));
  return { name: dropped.entry.name, list: async () => below(await node, "") };
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
