// Save file — hands a text or bytes that the page holds to the browser's downloads.

export function saveFile(name: string, content: string | ArrayBuffer, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Revoked at once, some browsers have not begun to read it yet.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
