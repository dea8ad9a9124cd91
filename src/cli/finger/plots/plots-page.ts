// Plots page — the error rates as a table, with the plots below, for a browser.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { escapeXml } from '#card/svg'
import { trouble } from '#kit/node/trouble'
import { type Figures, figuresOf } from '../figures.ts'
import { renderDetPlot, type ScoredSet } from './det-plot.ts'
import { renderHistogramPlot } from './histogram-plot.ts'

/** Writes `det.svg`, `histogram-N.svg` for each set, `histogram-pooled.svg` and `index.html`. */
export async function writePlots(
  folder: string,
  sets: readonly ScoredSet[],
  pooled: ScoredSet,
): Promise<void> {
  const histograms = [...sets, pooled].map((it, i) => ({
    file: it === pooled ? 'histogram-pooled.svg' : `histogram-${i + 1}.svg`,
    words: `Scores of ${it.set}`,
    svg: renderHistogramPlot(it),
  }))
  const det = { file: 'det.svg', words: 'Error rates', svg: renderDetPlot(sets, pooled) }
  const plots = [det, ...histograms]
  await mkdir(folder, { recursive: true }).catch(() => {
    throw trouble('plots.folder', `${folder} cannot be made`)
  })
  for (const { file, svg } of plots) await writeFile(join(folder, file), svg)
  const rows = [...sets, pooled].map((it) => ({ set: it.set, ...figuresOf(it.scores) }))
  await writeFile(join(folder, 'index.html'), pageOf(rows, plots))
}

function pageOf(
  rows: readonly (Figures & { readonly set: string })[],
  plots: readonly { readonly file: string; readonly words: string }[],
): string {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  const cells = (it: Figures) => [
    percent(it.eer),
    percent(it.fmr100),
    percent(it.fmr1000),
    percent(it.fmr10000),
    it.thresholdFmr1000.toFixed(2),
    it.thresholdFmr10000.toFixed(2),
    String(it.genuinePairs),
    String(it.impostorPairs),
  ]
  const table = rows.map(
    (it) =>
      `<tr><th scope="row">${escapeXml(it.set)}</th>${cells(it)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  )
  const heads = ['set', 'EER', 'FMR100', 'FMR1000', 'FMR10000']
  const others = ['score at 0.1 %', 'score at 0.01 %', 'genuine', 'impostor']
  const images = plots.map(({ file, words }) => `<img src="${file}" alt="${escapeXml(words)}">`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Error rates</title>
<style>
body { margin: 0 auto; max-width: 960px; padding: 24px 16px 64px; color: #1a1f24;
  background: #fbfbfa; font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 1.6rem; margin: 0 0 8px }
.table { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; white-space: nowrap }
th, td { padding: 4px 12px 4px 0; text-align: right; border-bottom: 1px solid #e3e5e4 }
th:first-child { text-align: left }
img { display: block; width: 100%; height: auto; margin: 24px 0; border: 1px solid #e3e5e4 }
</style>
<h1>Error rates</h1>
<p>By the protocol of the Fingerprint Verification Competition, with every impostor pair. FMR100 is
the share of genuine pairs missed where one impostor pair in 100 is let through, and so on.</p>
<div class="table"><table>
<tr>${[...heads, ...others].map((it) => `<th scope="col">${it}</th>`).join('')}</tr>
${table.join('\n')}
</table></div>
${images.join('\n')}
</html>
`
}
