// Save file — hands a text made in the page to the browser's downloads.

export function saveFile(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Revoked at once, some browsers have not begun to read it yet.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
