// Files out of a drag.

export function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

export function filesOf(event: DragEvent): File[] {
  return [...(event.dataTransfer?.files ?? [])];
}
