// Mask — a name as it may be asked about across a desk: enough to recognize one's own.

/** `SITI AMINAH` → `S••• A•••••`. */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.slice(0, 1) + '•'.repeat(Math.max(0, word.length - 1)))
    .join(' ')
}
