// Sample papers — what the resident of a journey brings: documents, a face, a signature; all of them
// drawings, marked CONTOH.

import sharp from 'sharp'

export async function sampleDocument(title: string): Promise<Uint8Array> {
  const lines = Array.from(
    { length: 14 },
    (_, row) => `<rect x="80" y="${220 + row * 56}" width="${640 - (row % 4) * 70}" height="14"/>`,
  )
  return png(`
    <svg xmlns="http://www.w3.org/2000/svg" width="800" height="1100">
      <rect width="800" height="1100" fill="#fbfaf5"/>
      <text x="400" y="130" text-anchor="middle" font-size="40" font-family="sans-serif">${title}</text>
      <g fill="#b9c4c6">${lines.join('')}</g>
      <text x="400" y="640" text-anchor="middle" font-size="150" font-family="sans-serif"
        fill="#b3261e" fill-opacity="0.35" transform="rotate(-30 400 640)">CONTOH</text>
    </svg>`)
}

/** A figure without features in front of the background that the birth year asks for. */
export async function samplePhoto(background: 'red' | 'blue'): Promise<Uint8Array> {
  const color = background === 'red' ? '#c62828' : '#1552b0'
  const svg = `
    <svg xmlns="http://www.w3.org/2000/svg" width="720" height="960">
      <rect width="720" height="960" fill="${color}"/>
      <path d="M110 960c10-210 130-270 250-270s240 60 250 270z" fill="#3c4a4d"/>
      <rect x="300" y="560" width="120" height="180" rx="55" fill="#d3a98a"/>
      <ellipse cx="360" cy="410" rx="150" ry="195" fill="#dcb596"/>
      <path d="M205 400c-20-190 80-240 155-240s180 50 155 240c-25-90-60-130-155-130s-130 40-155 130z"
        fill="#2a2320"/>
      <text x="360" y="930" text-anchor="middle" font-size="70" font-family="sans-serif"
        fill="#ffffff" fill-opacity="0.8">CONTOH</text>
    </svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer())
}

export async function sampleSignature(): Promise<Uint8Array> {
  return png(`
    <svg xmlns="http://www.w3.org/2000/svg" width="600" height="240">
      <path d="M60 150c40-110 90-110 70 0s60 20 90-40 50 90 80 20 60-60 70 10 60-10 150-60"
        fill="none" stroke="#101820" stroke-width="7" stroke-linecap="round"/>
    </svg>`)
}

async function png(svg: string): Promise<Uint8Array> {
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
}
